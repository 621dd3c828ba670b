"""How long things last: what is usual, and the fields that tell it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mockforge.synthesis.moments import DAY
from mockforge.synthesis.naming import singular, words_of

HOUR, MINUTE = 3600.0, 60.0
YEAR = 365.2425 * DAY

UNITS = {
    **dict.fromkeys(("ms", "msec", "millis", "millisecond", "milliseconds"), 0.001),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1.0),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), HOUR),
    **dict.fromkeys(("day", "days", "night", "nights"), DAY),
    **dict.fromkeys(("week", "weeks"), 7 * DAY),
    **dict.fromkeys(("month", "months"), YEAR / 12),
    **dict.fromkeys(("year", "years"), YEAR),
}
_LENGTHS = frozenset(("duration", "length", "elapsed", "runtime", "took", "stay",
                      "flight", "travel", "run", "taken", "of", "time", "trip", "block",
                      "term", "in", "span", "rental", "booking", "call", "session",
                      "nights", "number", "count", "night", "count", "wall",
                      "execution", "downtime", "outage", "contract", "lease", "shift",
                      "estimated", "ride", "build", "processing", "event", "meeting",
                      "journey"))  # fmt: skip
_WHOLE = frozenset(("duration", "length", "elapsed", "runtime", "took", "taken",
                    "downtime"))  # fmt: skip
_USUAL = """
request query|0.02 2
step check probe span command|1 240
run job build pipeline deployment execution backup sync import export scan workflow \
migration test render crawl batch process|25 2600
call voicemail|35 2400
session visit login|120 3600
ride trip scooter taxi delivery_run commute|300 3300
flight leg|3300 39600
meeting appointment consultation interview class lesson webinar slot reservation \
lecture session_class|1800 7200
event concert match game|3600 14400
movie screening showing show|5400 9000
workout activity exercise|1200 6000
shift|21600 32400
incident outage alert|300 21600
charging charge|1200 14400
parking|1800 28800
interval|900 3600
booking stay rental accommodation leave absence vacation holiday|86400 864000
hospitalization admission patient encounter|86400 1036800
trial|1209600 1209600
sprint iteration|1209600 1209600
campaign promotion sale coupon exhibition|604800 5184000
project contract_work renovation|2592000 20736000
semester term course|7776000 12960000
subscription license policy membership warranty lease contract insurance \
certification plan domain certificate|31556952 31556952
"""


def _table() -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for row in _USUAL.replace("\\\n", "").strip().splitlines():
        names, _, told = row.partition("|")
        low, high = map(float, told.split())
        for name in names.split():
            found.setdefault(name, (low, high))
    return found


_BY_WORD = _table()


def usual_of(about: Iterable[str]) -> tuple[float, float] | None:
    """Return how long, from and to, what the first known word *about* it is lasts."""
    for words in about:
        for word in (words, *reversed(words_of(words))):
            found = _BY_WORD.get(singular(word))
            if found is not None:
                return found
    return None


@lru_cache(maxsize=2048)
def measured(names: tuple[str, ...]) -> tuple[tuple[str, float | None], ...]:
    """Return the fields that tell how long something is, with their unit."""
    found = []
    for name in names:
        words = words_of(name)
        units = [word for word in words if word in UNITS]
        rest = [word for word in words if word not in UNITS]
        if not {*rest} <= _LENGTHS or (not units and not {*words} & _WHOLE):
            continue
        if units and not rest and units[-1] not in _ALONE:
            continue
        found.append((name, UNITS[units[-1]] if units else None))
    return tuple(found)


_ALONE = frozenset(("nights", "days", "hours", "minutes", "seconds"))


def period(interval: object) -> tuple[float, float]:
    """Return how long the period of *interval* is: a month where nothing tells."""
    told = str(interval).lower()
    days = 365.2425 if told.startswith(("year", "annual")) else 7 if told.startswith(
        "week") else 91.3 if told.startswith("quarter") else 30  # fmt: skip
    return (days * DAY, days * DAY)


def spoken(held: str, length: float) -> str:
    """Return *length* in words, in the manner of *held*."""
    hours, minutes = int(length // HOUR), int(length % HOUR // 60)
    if held.startswith("PT"):
        return f"PT{hours}H{minutes}M" if hours else f"PT{minutes}M"
    return f"{hours}h {minutes:02d}m" if hours else f"{minutes} min"


BRIEF = frozenset(("run", "job", "build", "call", "session", "request", "pipeline",
                   "deployment", "execution", "visit", "song", "log", "step", "ride",
                   "recording", "test", "workout", "activity"))  # fmt: skip
