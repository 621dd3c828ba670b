"""One account of several: what each worker process did, put together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mockforge.engine.ledger import MISSES_KEPT, Fetched, Ledger
from mockforge.http import Request
from mockforge.options import Json
from mockforge.recordings.differences import Difference
from mockforge.sources.misses import MissKind, Nearest, NoMatch

_COUNTED = ("seen", "missed", "recorded", "failed")


def drained(ledger: Ledger) -> Json:
    """Return what *ledger* holds as JSON, and leave it empty.

    So each part of an account is handed on once, and what was handed on is safe from
    whatever happens to the process that kept it.
    """
    account: dict[str, Json] = {name: getattr(ledger, name) for name in _COUNTED}
    account |= {
        "answered": dict(ledger.answered),
        "used": [[*place, count] for place, count in ledger.used.items()],
        "misses": [_miss(miss) for miss in ledger.misses],
        "fetched": [[_miss(each.miss), each.status] for each in ledger.fetched],
        "gaps": list(ledger.gaps),
    }
    for name in _COUNTED:
        setattr(ledger, name, 0)
    ledger.answered.clear()
    ledger.used.clear()
    ledger.misses.clear()
    ledger.fetched.clear()
    ledger.gaps.clear()
    return account


def merge(ledger: Ledger, account: Mapping[str, Any]) -> None:
    """Add *account*, which `drained` gave, to *ledger*."""
    for name in _COUNTED:
        setattr(ledger, name, getattr(ledger, name) + account[name])
    ledger.answered.update(account["answered"])
    for recording, number, count in account["used"]:
        ledger.use((recording, number), count)
    room = max(0, MISSES_KEPT - len(ledger.misses))
    ledger.misses += [_told(miss) for miss in account["misses"][:room]]
    room = max(0, MISSES_KEPT - len(ledger.fetched))
    ledger.fetched += [
        Fetched(_told(miss), status) for miss, status in account["fetched"][:room]
    ]
    for gap in account["gaps"]:
        ledger.lack(gap)


def _miss(miss: NoMatch) -> Json:
    near = miss.nearest
    return {
        "method": miss.method,
        "kind": miss.kind.value,
        "session": miss.session,
        "ids": [list(each) for each in miss.ids],
        "url": miss.url,
        "body": miss.body,
        "looked_in": list(miss.looked_in),
        "detail": miss.detail,
        "nearest": None
        if near is None
        else [near.recording, near.id, near.method, near.url, near.body],
        "differences": [
            [each.where, each.recorded, each.asked] for each in miss.differences
        ],
        "next_step": miss.next_step,
    }


def _told(miss: Mapping[str, Any]) -> NoMatch:
    # What was asked is not handed on: it may hold secrets, and a report shows only
    # what stands beside it.
    rest = {
        name: miss[name] for name in ("session", "url", "body", "detail", "next_step")
    }
    return NoMatch(
        Request(miss["method"], "http", "", "/"),
        MissKind(miss["kind"]),
        ids=tuple((recording, number) for recording, number in miss["ids"]),
        looked_in=tuple(miss["looked_in"]),
        nearest=None if miss["nearest"] is None else Nearest(*miss["nearest"]),
        differences=tuple(Difference(*each) for each in miss["differences"]),
        **rest,
    )
