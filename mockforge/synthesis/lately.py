"""What was seen lately, and what lies ahead: readings, departures, shows."""

from __future__ import annotations

from mockforge.synthesis import lifecycles
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.moments import DAY
from mockforge.synthesis.naming import singular, words_of

_SEEN = frozenset(("observed", "observation", "measured", "measurement", "sampled",
                   "heartbeat", "polled", "pinged", "telemetry", "quoted"))  # fmt: skip
_LAST = frozenset(("seen", "reported", "report", "contact", "sync", "synced", "ping",
                   "communication", "heard", "online", "checkin", "reading",
                   "refreshed", "polled"))  # fmt: skip
_KINDS = frozenset(("reading", "weather", "forecast", "weather station", "quote",
                    "metric", "air quality"))  # fmt: skip
_PATHS = frozenset(("weather", "forecast", "realtime"))
_STATED = frozenset(("updated", "timestamp", "time", "ts", "dt", "datetime", "as",
                     "recorded", "modified", "asof", "at", "fetched", "generated",
                     "calculated", "refreshed"))  # fmt: skip
_NOT = frozenset(("created", "born", "birth", "founded", "started", "start", "end",
                  "joined", "registered", "installed", "due", "expires", "next",
                  "manufactured", "purchased", "first", "until"))  # fmt: skip
_ABSENT = frozenset(("offline", "inactive", "lost", "disconnected", "retired",
                     "unreachable", "decommissioned", "down", "stale"))  # fmt: skip
_LATELY = (20, 840)
_HOURS = {
    **dict.fromkeys(("departure", "arrival"), (0.1, 3.5)),
    **dict.fromkeys(("screening", "showtime"), (1, 24 * 6)),
    **dict.fromkeys(("performance", "concert", "match", "fixture", "tour"),
                    (24, 24 * 60)),
    **dict.fromkeys(("event",), (20, 24 * 45)),
    **dict.fromkeys(("flight",), (3, 24 * 40)),
    **dict.fromkeys(("train", "bus", "tram", "ferry", "sailing"), (0.2, 72)),
}  # fmt: skip


def seen(entity: Entity, field: Field) -> float | None:
    """Return when it was seen what *field* tells the time of, if that is lately."""
    shared = entity.shared
    words = {*field.role.words}
    if shared.window is not None or words & _NOT or not _is_lately(entity, words):
        return None
    memo = entity.whole.memo
    if "seen" not in memo:
        status = str(entity.known.get("status", "")).lower()
        if status in _ABSENT:
            back = shared.rng.randint(2, 120) * 3600.0
        else:
            back = float(shared.rng.randint(*_LATELY))
        memo["seen"] = shared.now - back
    found = memo["seen"]
    assert isinstance(found, float)
    return found


def _is_lately(entity: Entity, words: set[str]) -> bool:
    timing = entity.shared.timing
    if words & _SEEN or ("last" in words and words & _LAST):
        return not timing.is_past and not (words & {"seen"} and _is_someone(entity))
    if not words & _STATED or timing.is_past:
        return False
    return (
        timing.is_now
        or bool(timing.words & _PATHS)
        or entity.kind in _KINDS
        or entity.whole.kind in _KINDS
    )


def _is_someone(entity: Entity) -> bool:
    return entity.whole.nature == "person"


def ahead(entity: Entity) -> tuple[float, float] | None:
    """Return how many seconds from now it begins, at least and at most, if it will."""
    timing = entity.shared.timing
    if timing.is_past or entity.shared.window is not None:
        return None
    kind = entity.whole.kind
    if lifecycles.is_begun(entity.whole.memo.get("status", "")):
        return None
    found = _HOURS.get(kind)
    if found is None:
        noun = entity.shared.noun
        words = {singular(noun), *timing.words} if not kind or kind == noun else set()
        found = next((_HOURS[one] for one in _HOURS if one in words), None)
    if timing.words & {"departure", "arrival"}:
        found = _HOURS["departure"]
    if found is not None and _is_played(entity):
        return (-20 * DAY, -3 * 3600.0)
    return None if found is None else (found[0] * 3600, found[1] * 3600)


def _is_played(entity: Entity) -> bool:
    """Return whether a result is told, and no status that says it is still ahead."""
    schema = entity.whole.memo.get("schema")
    told = schema.get("properties", {}) if isinstance(schema, dict) else {}
    words = {word for name in told for word in words_of(name)}
    status = str(entity.whole.memo.get("status", "")).lower()
    return bool(words & _RESULTS) and not lifecycles.is_to_come(status)


_RESULTS = frozenset(("score", "scores", "goals", "result", "winner", "final",
                      "attendance", "possession"))  # fmt: skip


def start_of(entity: Entity, span: tuple[float, float]) -> float:
    """Return a time from now on at which it begins; who arrives has left before."""
    parent, called = entity.parent, entity.path[-1] if entity.path else ""
    if parent is None or called not in (*_HERE, *_THERE):
        return _begun(entity, span)
    left = parent.memo.get("left")
    if called in _THERE and isinstance(left, float):
        return left + _way(parent)
    found = _begun(entity, span)
    if called in _HERE:
        parent.memo["left"] = found
    return found


_HERE = ("departure", "origin")
_THERE = ("arrival", "destination")


def _way(entity: Entity) -> float:
    """Return how many seconds *entity* takes, as it tells or as it is usual."""
    for name in ("durationminutes", "duration_minutes"):
        told = entity.known.get(name)
        if isinstance(told, int | float) and 20 <= told <= 1200:
            return float(told * 60)
    found = entity.memo.get("way")
    if not isinstance(found, float):
        found = entity.memo["way"] = entity.shared.rng.randint(16, 110) * 300.0
    return found


def _begun(entity: Entity, span: tuple[float, float]) -> float:
    """Return a time from now on, at five minutes past something, that it begins."""
    memo = entity.whole.memo
    if "planned" not in memo:
        low, high = span
        made = entity.shared.now + low + (high - low) * entity.shared.rng.random()
        if high > DAY or low < 0:
            hour = entity.shared.rng.choice(
                (11, 14, 15, 16, 17, 18, 19, 19, 20, 20, 21)
            )
            made = made // DAY * DAY + hour * 3600
            made += entity.shared.rng.choice((0, 0, 900, 1800, 2700))
            made += DAY if low >= 0 and made <= entity.shared.now else 0
        memo["planned"] = made // 300 * 300
    found = memo["planned"]
    assert isinstance(found, float)
    return found
