"""Statuses of one thing that tell of the same moment: an order, and its parcel."""

from __future__ import annotations

from mockforge.options import Json
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.kinds import kind_of
from mockforge.synthesis.moments import DAY
from mockforge.synthesis.roles import Role

_BACK = 7
"""The last of the moments: placed, packed, sent, moving, near, there; off, back."""
_ROWS = """
placed created new ordered awaiting_payment payment_pending: 0
received accepted: 0 1
pending open confirmed scheduled queued not_started waiting: 0 1
label_created pre_transit info_received awaiting_shipment awaiting_pickup: 0 1
unfulfilled not_shipped unshipped ready_to_ship preparing booked: 0 1
processing packed packing picking in_progress ready ready_for_pickup: 1
shipped dispatched sent fulfilled handed_over: 2 3 4
partially_shipped partially_fulfilled: 2 3 4
picked_up collected: 2
in_transit on_the_way en_route transit departed arrived at_facility moving: 3
in_customs customs customs_clearance: 3
exception delayed failed_attempt attempted on_hold held: 3 4
out_for_delivery: 4
delivered completed complete closed done: 5
cancelled canceled void voided rejected: 6
returned return_to_sender refunded return_in_progress returning lost: 7
"""
_PAID = """
pending unpaid authorized authorised requires_payment awaiting_payment: 0
processing: 0 1
paid succeeded captured settled completed complete success successful: 0 1 2 3 4 5
failed declined cancelled canceled void voided expired: 0 6
refunded: 6 7
partially_refunded: 5 7
"""


def _table(text: str) -> dict[str, frozenset[int]]:
    rows = (row.partition(": ") for row in text.strip().splitlines())
    return {word: frozenset(map(int, told.split()))
            for names, _, told in rows for word in names.split()}  # fmt: skip


_MOVED, _MONEY = _table(_ROWS), _table(_PAID)
KINDS = frozenset(("order", "shipment", "tracking", "carrier", "shipping", "delivery",
                    "payment", "return", "fulfillment", "dispatch"))  # fmt: skip
_OVER = frozenset(("completed", "complete", "finished", "ended", "past", "done",
                   "attended", "no_show", "noshow", "checked_out", "landed", "arrived",
                   "expired", "held", "concluded", "closed", "redeemed"))  # fmt: skip
_DURING = frozenset(("ongoing", "live", "in_progress", "running", "checked_in",
                     "departed", "boarding", "in_flight", "in_air", "started",
                     "current"))  # fmt: skip
_AHEAD = frozenset(("scheduled", "upcoming", "planned", "pending", "confirmed", "draft",
                    "booked", "requested", "on_time", "delayed", "future", "sold_out",
                    "open", "registration_open", "published"))  # fmt: skip


def plain(status: object) -> str:
    """Return *status* as it is looked up: `In Transit` is `in_transit`."""
    return str(status).strip().lower().replace(" ", "_").replace("-", "_")


def moments_of(entity: Entity, role: Role, status: object) -> frozenset[int]:
    """Return the moments that *status* may tell of; none where it tells of no order."""
    words = {*role.words}
    its = owner(entity)
    if "payment" in words or (its == "payment" and not words & KINDS):
        return _MONEY.get(plain(status), frozenset())
    if its in KINDS or words & KINDS:
        return _MOVED.get(plain(status), frozenset())
    return frozenset()


def owner(entity: Entity) -> str:
    """Return what kind of thing *entity* is, as its name tells where nothing else."""
    names = [step for step in entity.path if isinstance(step, str)]
    called = names[-1].lower() if names else ""
    known = entity.kind or kind_of(called) or called
    # An order of whatever sort is one.
    plainly = known.rpartition(" ")[2]
    if plainly in KINDS:
        return plainly
    # Nothing tells what it is but what is within it.
    return called if called in KINDS else (known or "order")


def root(entity: Entity) -> Entity:
    """Return the thing of which *entity* is a part, however deep."""
    thing = entity
    while thing.parent is not None and thing.path and isinstance(thing.path[-1], str):
        thing = thing.parent
    return thing


def tell(entity: Entity, role: Role, status: object) -> None:
    """Remember that *entity* is in *status*."""
    both = moments_of(entity, role, status) & now_in(entity)
    if both:
        root(entity).memo["life"] = both
    entity.whole.memo.setdefault("status", status)


def now_in(entity: Entity) -> frozenset[int]:
    """Return the moments that the thing may be in, from what is told so far."""
    known = root(entity).memo.get("life")
    return known if isinstance(known, frozenset) else frozenset(range(_BACK + 1))


def is_settled(entity: Entity) -> bool:
    """Return whether anything is told of the moment the thing is in."""
    return len(now_in(entity)) <= _BACK


def agreeing(entity: Entity, role: Role, values: tuple[Json, ...]) -> tuple[Json, ...]:
    """Return those of *values* that a thing may be in; all of them if none may."""
    if is_settled(entity):
        life = now_in(entity)
        told = [(one, moments_of(entity, role, one)) for one in values]
        sure = tuple(one for one, moments in told if moments & life)
        return sure or tuple(one for one, moments in told if not moments) or values
    begins = entity.whole.memo.get("planned")
    if isinstance(begins, float):
        after = begins - entity.shared.now
        wrong = _OVER | _DURING if after > 0 else _OVER
        wrong = _AHEAD | _DURING if after < -DAY else wrong
        return tuple(one for one in values if plain(one) not in wrong) or values
    return values


def days_off(entity: Entity) -> tuple[int, int]:
    """Return how many days from now it may be planned for, by its status."""
    status = plain(entity.whole.memo.get("status", ""))
    if status in _OVER:
        return (-20, -2)
    return (1, 40) if status in _AHEAD else (0, 0) if status in _DURING else (-20, 40)


def is_begun(status: object) -> bool:
    """Return whether what is in *status* has begun, or is over."""
    return plain(status) in _OVER | _DURING


def is_to_come(status: object) -> bool:
    """Return whether what is in *status* has not begun."""
    return plain(status) in _AHEAD | {"postponed", "cancelled", "canceled"}


def plainly(entity: Entity) -> str:
    """Return a word for the moment that *entity* is in."""
    return _WORDS[min(now_in(entity))]


_WORDS = ("pending", "processing", "shipped", "in_transit", "out_for_delivery",
          "delivered", "cancelled", "returned")  # fmt: skip


def is_open(entity: Entity, step: str) -> bool:
    """Return whether *step* cannot have come yet, as far as is told."""
    if not is_settled(entity):
        return False
    life = now_in(entity)
    if step == "shipped":
        return max(life) < 2
    return step in ("delivered", "finished") and not life & {5, 7}


def is_over(entity: Entity) -> bool:
    """Return whether it has come to where it was to be."""
    return now_in(entity) == {5}
