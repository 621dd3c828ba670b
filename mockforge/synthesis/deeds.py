"""What is done to a thing by asking for it: `POST /orders/12/cancel`."""

from __future__ import annotations

from functools import lru_cache

_ROWS = """
cancel: cancelled canceled
approve: approved
reject deny: rejected denied declined
decline: declined rejected
accept: accepted
confirm: confirmed
complete finish: completed complete finished done
close: closed
reopen open: open reopened
resolve: resolved closed
archive: archived
unarchive restore: active restored
activate enable: active enabled activated
deactivate disable: inactive disabled deactivated
suspend block ban lock: suspended blocked banned locked inactive
unsuspend unblock unlock: active unlocked
publish: published live
unpublish: draft unpublished
pause hold: paused on_hold
resume: active running resumed
start begin run: in_progress running started active
stop end: stopped ended finished
submit: submitted pending
verify: verified
ship dispatch send: shipped dispatched sent in_transit
deliver: delivered
return: returned
refund: refunded
capture: captured succeeded paid
authorize authorise: authorized authorised
pay settle: paid settled succeeded
void: voided void cancelled
charge: charged succeeded paid
fulfill fulfil: fulfilled
assign: assigned
escalate: escalated
acknowledge ack: acknowledged
merge: merged
sign: signed
revoke: revoked
renew: active renewed
expire: expired
checkin: checked_in
checkout: checked_out completed
read: read
subscribe: subscribed active
unsubscribe: unsubscribed cancelled
lend borrow: on_loan borrowed active
retry restart: pending queued running
"""


@lru_cache(maxsize=1)
def _states() -> dict[str, tuple[str, ...]]:
    rows = (row.partition(": ") for row in _ROWS.strip().splitlines())
    return {verb: tuple(told.split()) for verbs, _, told in rows
            for verb in verbs.split()}  # fmt: skip


def states_after(verb: str) -> tuple[str, ...]:
    """Return the states that a thing may be in once *verb* was done; the usual first.

    >>> states_after("cancel")
    ('cancelled', 'canceled')
    """
    plain = verb.lower().replace("-", "").replace("_", "")
    return _states().get(plain, ())
