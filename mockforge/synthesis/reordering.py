"""Items of a list in another order: boards of what is to come, by time."""

from __future__ import annotations

from collections.abc import Sequence

from mockforge.synthesis import clocks
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.naming import words_of

_BOARDS = frozenset(("departure", "departures", "arrival", "arrivals", "screening",
                     "showtime", "showtimes", "fixtures", "slots", "forecast",
                     "schedule"))  # fmt: skip
_STARTS = ("scheduled", "scheduledtime", "scheduledat", "departuretime", "departure",
           "departsat", "startsat", "starttime", "startat", "start", "arrivaltime",
           "arrivesat", "arrival", "scheduleddeparture", "scheduledarrival",
           "time")  # fmt: skip


def by_time(several: Sequence[Members], called: tuple[str, str]) -> bool:
    """Put what is to come in the order it comes in; return whether it is that.

    Args:
        several: The items of a list.
        called: Their kind, and what the list is called.
    """
    names = several[0].names
    name = next((names[one] for one in _STARTS if one in names), "")
    if not name or _BOARDS.isdisjoint((called[0], *words_of(called[1]))):
        return False
    whens = [clocks.at(one, name) for one in several]
    times = [when for when in whens if when is not None]
    if len(times) == len(several) and not any(one.is_given(name) for one in several):
        reorder(several, sorted(range(len(times)), key=times.__getitem__))
    return True


def reorder(several: Sequence[Members], order: Sequence[int]) -> None:
    """Put what items hold in another order, but for their ids that count up."""
    held = [dict(one.made) for one in several]
    ids = counting(several)
    for one, source in zip(several, order, strict=True):
        number = one.made.get(ids) if ids else None
        one.made.clear()
        one.made.update(held[source])
        if ids:
            one.made[ids] = number


def counting(several: Sequence[Members]) -> str:
    """Return the name of the ids if they count up, else nothing."""
    name = several[0].names.get("id", "")
    ids = [one.made.get(name) for one in several]
    numbers = [one for one in ids if is_number(one)]
    is_up = len(numbers) == len(ids) and numbers == sorted(numbers)
    return name if is_up else ""
