"""Times of a thing as its fields write them."""

from __future__ import annotations

from collections.abc import Callable

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import lately, lifecycles, tracks
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.moments import DAY, written
from mockforge.synthesis.naming import tokens, words_of

ROLES = frozenset(
    tokens(
        """
        created confirmed started shipped delivered finished ends updated future
        deleted birth
        """
    )
)
_PLANNED = frozenset(
    tokens(
        """
        appointment event booking flight trip reservation session meeting campaign
        coupon
        """
    )
)
_DAYS = frozenset(
    tokens(
        """
        date day on birthday dob
        """
    )
)
_DONE = frozenset(
    tokens(
        """
        delivered completed closed resolved done paid
        """
    )
)
_MADE = frozenset(
    tokens(
        """
        created creation added registered inserted opened issued updated modified
        changed requested submitted booked joined made published sent received posted
        """
    )
)
_EARLY = frozenset(
    tokens(
        """
        pending draft open new todo processing scheduled submitted created confirmed
        """
    )
)


_COMING = frozenset(("expected", "estimated", "next", "planned", "projected", "hearing",
                     "upcoming", "harvest", "deadline", "closes", "departure",
                     "arrival", "takeoff", "closing", "renews", "expiring",
                     "maturity"))  # fmt: skip
_GONE = frozenset(("exited", "left", "harvested", "resolved", "ended", "checkout",
                   "archived"))  # fmt: skip


_COUNTED = frozenset(("odometer", "mileage", "reading", "level", "balance", "stock",
                      "meter", "page", "index", "km", "miles", "score", "weight",
                      "count", "price", "amount", "salary", "line", "age",
                      "number", "quantity", "temperature", "floor", "hours", "minutes",
                      "percent", "position", "offset", "battery", "paid"))  # fmt: skip
"""Words of what is counted or measured, and not when it is."""
_WHEN = frozenset(("at", "on", "date", "time", "timestamp", "ts", "epoch", "unix",
                   "ms", "millis", "us", "micros", "ns", "nanos"))  # fmt: skip


def form_of(field: Field) -> str:
    """Return how a time is written in *field*."""
    told = str(field.schema.get("format"))
    words = field.role.words
    if field.kind in ("integer", "number"):
        return _grain(field)
    if told in ("date-time", "date", "time"):
        return told
    longest = field.schema.get("maxLength", 99)
    if words[-1:] == ("date",) or {*words[-1:]} & _DAYS or 10 <= longest < 20:
        return "date"
    if longest < 10:
        return "clock"
    return "date-time"


_GRAINS = {"ms": "milliseconds", "us": "microseconds", "ns": "nanoseconds"}
_SPELT = {
    **dict.fromkeys(("ms", "millis", "milliseconds", "millisecond", "msec"), "ms"),
    **dict.fromkeys(("us", "micros", "microseconds", "microsecond", "usec"), "us"),
    **dict.fromkeys(("ns", "nanos", "nanoseconds", "nanosecond", "nano"), "ns"),
    **dict.fromkeys(("micro", "milli"), "us"),
    "milli": "ms",
    **dict.fromkeys(("s", "sec", "secs", "seconds", "second"), ""),
}
_SIZES = ((10**17, "ns"), (10**14, "us"), (10**11, "ms"))


def _grain(field: Field) -> str:
    """Return what a time that is a number counts: its name, or its schema, tells."""
    told = [one for one in field.role.words if one in _SPELT]
    for name in ("description", "title"):
        text = field.schema.get(name)
        if isinstance(text, str) and not told:
            told = [one for one in words_of(text[:200]) if one in _SPELT]
    if told:
        return _GRAINS.get(_SPELT[told[0]], "seconds")
    sizes = [field.schema.get(name, 0) for name in ("minimum", "maximum", "example")]
    largest = max((one for one in sizes if isinstance(one, int | float)), default=0)
    found = next((grain for size, grain in _SIZES if largest > size), "")
    return _GRAINS.get(found, "seconds")


def moment(step: str) -> Callable[[Entity, Field], Json]:
    """Return what writes the time of *step*."""

    def voice(entity: Entity, field: Field) -> Json:
        if field.kind in ("integer", "number") and not _may_be_time(field):
            return MISSING
        return written(_at(entity, field, step), form_of(field))

    return voice


def _may_be_time(field: Field) -> bool:
    most = field.schema.get("maximum", 10**12)
    if field.role.words[-1:] in (("ins",), ("outs",)):
        # How many came, and not when.
        return False
    if _COUNTED & {*field.role.words} and field.role.words[-1] not in _WHEN:
        return False
    return bool(most > 10**8) and "year" not in field.role.words


def _at(entity: Entity, field: Field, step: str) -> float:
    shared = entity.shared
    happened = tracks.happened(entity)
    if happened is not None and step != "future":
        return happened.at
    if step == "created":
        step = _AROUND.get(str(entity.path[-1]).lower() if entity.path else "", step)
    found = _near(entity, field, step)
    if found is not None:
        return found
    step = _asked_ahead(entity, field, step)
    is_planned = entity.whole.kind in _PLANNED or shared.is_ahead
    if step in ("started", "ends") and is_planned:
        return _planned(entity, field, step)
    return _past(entity, field, _meant(step, {*field.role.words}))


def _asked_ahead(entity: Entity, field: Field, step: str) -> str:
    """Return the step *field* is of where all that is asked for is still to come."""
    shared = entity.shared
    is_ahead = shared.is_ahead and not shared.planned
    # Nothing that is to come was made then.
    is_when = step in ("created", "future") and _MADE.isdisjoint(field.role.words)
    return "started" if is_ahead and is_when else step


def _past(entity: Entity, field: Field, step: str) -> float:
    """Return when *step* of a life was."""
    shared = entity.shared
    if (
        step == "future"
        and lifecycles.is_over(entity)
        and "delivery" in field.role.words
    ):
        return entity.moments().at("delivered")
    years = shared.statements.years
    if step == "created" and years:
        memo = entity.whole.memo
        if "year" not in memo:
            start = (min(years) - 1970) * 365.2425 * DAY
            memo["year"] = min(start + shared.rng.random() * 364 * DAY, shared.now)
        known = memo["year"]
        assert isinstance(known, float | int)
        return known
    return entity.moments().at(step)


_AROUND = {**dict.fromkeys(("start", "starts", "begin"), "started"),
           **dict.fromkeys(("end", "ends", "until"), "ends")}  # fmt: skip
"""What a time is by the name of the object that it is in: `end: {dateTime, zone}`."""


def _near(entity: Entity, field: Field, step: str) -> float | None:
    """Return when it was that something was seen lately, or is to begin."""
    found = lately.seen(entity, field)
    if found is not None:
        return found
    if step not in _BEGUN and _SCHEDULED.isdisjoint(field.role.words):
        return None
    span = lately.ahead(entity)
    if span is None:
        return None
    start = lately.start_of(entity, span)
    return _planned(entity, field, step) if step in _BEGUN[:2] else start


_BEGUN = ("started", "ends", "future")
_SCHEDULED = frozenset(("scheduled", "expected", "estimated", "departure", "departs",
                        "arrival", "arrives", "aimed", "planned", "kickoff", "starts",
                        "start"))  # fmt: skip


def _meant(step: str, words: set[str]) -> str:
    """Return what a time is of whose name tells no step but when it is."""
    if step != "created":
        return step
    return "future" if words & _COMING else "finished" if words & _GONE else step


def _planned(entity: Entity, field: Field, step: str) -> float:
    shared = entity.shared
    start = entity.whole.memo.get("planned")
    if start is None and shared.window is not None:
        start = _within(entity, *shared.window)
        entity.whole.memo["planned"] = start
    if start is None:
        nearest, farthest = lifecycles.days_off(entity)
        day = int(shared.now / DAY) + shared.rng.randint(nearest, farthest)
        start = day * DAY + shared.rng.randint(32, 76) * 900
        if nearest == farthest:
            start = shared.now // 900 * 900 - 900
        entity.whole.memo["planned"] = start
    assert isinstance(start, float)
    if step == "started":
        return start
    if "length" not in entity.whole.memo:
        days = entity.whole.kind in ("booking", "trip", "reservation", "campaign")
        entity.whole.memo["length"] = (
            DAY * shared.rng.randint(1, 9)
            if days or form_of(field) == "date"
            else 900.0 * shared.rng.randint(2, 12)
        )
    length = entity.whole.memo["length"]
    assert isinstance(length, float | int)
    return start + length


def _within(entity: Entity, low: float, high: float) -> float:
    """Return a time of day at which things begin, from *low* to *high*."""
    days = max(int((high - 1) // DAY) - int(low // DAY), 0)
    day = (int(low // DAY) + entity.shared.rng.randint(0, days)) * DAY
    return max(low, min(day + entity.shared.rng.randint(32, 76) * 900, high - 1))


def _birth(entity: Entity, field: Field) -> Json:
    from mockforge.synthesis.persons import VOICES as PERSONS

    made = PERSONS["birth"](entity, field)
    is_long = field.schema.get("format") == "date-time"
    return f"{made}T00:00:00Z" if is_long else made


VOICES: dict[str, Callable[[Entity, Field], Json]] = {
    **{step: moment(step) for step in ROLES if step != "birth"},
    "birth": _birth,
}
"""By role."""


def is_still_to_come(status: str, step: str) -> bool:
    """Return whether *step* cannot have come yet in *status*."""
    told = status.lower()
    if step == "deleted":
        return not told.startswith(("cancel", "delet", "archiv", "suspend", "terminat",
                                    "block", "churn", "refund", "revoked"))  # fmt: skip
    if step in ("shipped", "delivered", "finished") and told in _EARLY:
        return True
    return step in ("delivered", "finished") and told in (
        "shipped", "in_transit", "out_for_delivery", "in_progress", "active", "running",
    )  # fmt: skip
