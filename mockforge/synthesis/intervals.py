"""Intervals of one meter, one after the other; what stays in a list of one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis import clocks
from mockforge.synthesis.edges import spans_of
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.moments import DAY
from mockforge.synthesis.naming import words_of

_OWN = frozenset(("id", "host", "hostname", "vin", "serial", "imei", "symbol", "ticker",
                  "meter", "username", "device", "station", "sensor", "employee",
                  "patient", "vehicle", "server", "uuid", "instance", "plate", "mac",
                  "city", "account", "node", "machine"))  # fmt: skip
_BETWEEN = frozenset(("from", "start", "begin", "since"))
_METERED = frozenset(("consumption", "usage", "kwh", "energy", "interval", "intervals",
                      "meter", "power", "flow", "generation", "production", "traffic",
                      "count", "price", "load", "metrics"))  # fmt: skip
_ALONE = frozenset(("duration", "trip", "trips", "driver", "shift", "shifts", "session",
                    "sessions", "booking", "bookings", "meeting", "attendees", "title",
                    "event", "events", "workout", "activity", "job", "jobs", "visit",
                    "appointment", "rental", "rentals", "charger", "call",
                    "calls"))  # fmt: skip
"""What begins when it begins, and not where the one before it ended."""
_SAME = ("hourly", "gross pay", "base pay")


def is_one_thing(several: Sequence[Members]) -> bool:
    """Return whether what the samples are of is told from without, and is the same."""
    first = several[0]
    return any(
        not _OWN.isdisjoint(words_of(name)) and name != "id" and first.is_given(name)
        and all(one.made.get(name) == value for one in several)
        for name, value in first.made.items()
    )  # fmt: skip


def intervals(
    several: Sequence[Members], now: float, step: float | None, about: frozenset[str]
) -> bool:
    """Let each interval begin where the one before ended; return whether they do.

    Args:
        several: The items.
        now: The last moment they may be of.
        step: How long each is asked to be.
        about: The words of what the list is called, and of the path.
    """
    names = tuple(several[0].made)
    words = about | {word for name in names for word in words_of(name)}
    if words & _ALONE:
        return False
    span = next((one for one in spans_of(names)
                 if _BETWEEN & {*words_of(one.start)}), None)  # fmt: skip
    if span is None or (step is None and not words & _METERED) or any(
        one.is_given(span.start) or isinstance(one.made.get("name"), str)
        or clocks.form_in(one.made[span.start]) not in _FORMS for one in several
    ):  # fmt: skip
        return False
    is_day = clocks.form_in(several[0].made[span.start]) == "date"
    length = max(step or 0.0, DAY) if is_day else step or 3600.0
    last = now // length * length
    for at, one in enumerate(several):
        start = last - length * (len(several) - at)
        clocks.put(one, span.start, start)
        clocks.put(one, span.end, start + length - (DAY if is_day else 0))
        _peak(one, length)
    return True


_FORMS = ("date-time", "date", "seconds", "milliseconds")


def _peak(one: Members, length: float) -> None:
    """The most power there was is more than the mean."""
    used = one.number("consumptionkwh", "kwh", "energykwh", "usagekwh")
    for words, unit in ((("peakpowerw", "maxpowerw"), 1000.0),
                        (("peakpowerkw", "peakkw", "maxdemandkw"), 1.0)):  # fmt: skip
        peak = one.number(*words)
        if used is None or peak is None:
            continue
        if length <= DAY and used[1] > length / 3600 * 6 and not one.is_given(used[0]):
            # A home uses a few kilowatts at most.
            one.put_number(used[0], round(used[1] % (length / 3600 * 3) + 0.1, 2))
            used = one.number(used[0].lower()) or used
        mean = (one.worth(used[0]) or 0.0) / (length / 3600) * unit
        if not mean * 1.05 <= peak[1] <= max(mean * 4, 10):
            one.put_like(peak[0], round(mean * 1.7 + 0.2, 1))


def stay(several: Sequence[Members]) -> list[Members]:
    """Let what one person earns stay; return those of which something changed."""
    changed = [one for concept in _SAME for one in _earned(several, concept)]
    first = several[0].made
    led = {words_of(name)[0] for name in first if len(words_of(name)) > 1
           and words_of(name)[-1] == "id" and several[0].is_given(name)}  # fmt: skip
    for name, value in first.items():
        words_ = words_of(name)
        is_its = len(words_) > 1 and words_[0] in led and words_[-1] in _NAMES
        if is_its and isinstance(value, str):
            for one in several[1:]:
                one.put(name, value)
    return changed


def _earned(several: Sequence[Members], concept: str) -> Iterator[Members]:
    """Let each have of *concept* what the first has; yield those that had not."""
    name = several[0].first_of(concept) or ""
    value = several[0].made.get(name)
    is_gross = not {"gross", "base", "basic"}.isdisjoint(words_of(name))
    if not is_number(value) or (concept != "hourly" and not is_gross):
        return
    for one in several[1:]:
        if not one.is_given(name) and one.put(name, value):
            yield one


_NAMES = frozenset(("name", "email", "phone", "number", "department", "title", "sku",
                    "city", "country", "address", "type", "model"))  # fmt: skip


def in_turn(several: Sequence[Members]) -> str:
    """Return the name of the minute in which something happened, if there is one."""
    for one in ("minute", "matchminute", "gameminute", "offsetseconds", "elapsed",
                "startseconds", "offsetms", "starttimeseconds"):  # fmt: skip
        name = several[0].names.get(one, "")
        if name and all(is_number(each.made.get(name)) and not each.is_given(name)
                        for each in several):  # fmt: skip
            return name
    return ""


def league(several: Sequence[Members], rng: Random) -> None:
    """All of a league have played about as often."""
    played = several[0].first_of("played")
    won, lost = several[0].first_of("won"), several[0].first_of("lost")
    drawn = several[0].first_of("drawn")
    if played is None or won is None or lost is None or len({played, won, lost}) < 3:
        return
    if any(one.is_given(name) for one in several for name in (played, won, lost)):
        return
    counts = sorted(one.worth(played) or 0.0 for one in several)
    games = max(1, round(counts[len(counts) // 2]))
    for one in several:
        many = games - (rng.random() < 0.2 and games > 4)
        whole = max(one.worth(played) or 0.0, 1.0)
        wins = round((one.worth(won) or 0.0) / whole * many)
        ties = 0 if drawn is None else round((one.worth(drawn) or 0.0) / whole * many)
        ties = min(ties, many - wins)
        one.put_number(won, wins)
        if drawn is not None:
            one.put_number(drawn, ties)
        one.put_number(lost, many - wins - ties)
        one.put_number(played, many)
        points = one.names.get("points") or one.names.get("pts", "")
        if drawn is not None and is_number(one.made.get(points)):
            one.put_number(points, 3 * wins + ties)
