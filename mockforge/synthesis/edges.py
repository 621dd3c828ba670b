"""Which fields of a thing tell when it begins, and which when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mockforge.synthesis.naming import words_of

_JOINS = {("check", "in"): "checkin", ("check", "out"): "checkout",
          ("clock", "in"): "clockin", ("clock", "out"): "clockout",
          ("pick", "up"): "pickup", ("picked", "up"): "pickup",
          ("drop", "off"): "dropoff", ("kick", "off"): "kickoff"}  # fmt: skip
_STARTS = frozenset(("entered", "start", "started", "starts", "begin", "began",
                     "begins", "from", "departure", "departs", "departed", "depart",
                     "checkin", "clockin", "opened", "opens", "admitted", "admission",
                     "pickup", "inception", "commenced", "beginning", "effective",
                     "triggered", "kickoff", "since", "borrowed", "rented", "boarding",
                     "sunrise", "open"))  # fmt: skip
_ENDS = frozenset(("exited", "payoff", "delivered", "end", "ended", "ends", "finish",
                   "finished", "until", "to", "close", "arrival", "arrives", "arrived",
                   "arrive", "checkout", "clockout", "closed", "closes", "completed",
                   "discharged", "discharge", "dropoff", "returned", "expiration",
                   "expires", "expiry", "maturity", "termination", "resolved",
                   "through", "finishes", "thru", "expired", "sunset", "stopped",
                   "stop", "return", "submitted"))  # fmt: skip
_PAST = frozenset(("ended", "finished", "arrived", "closed", "completed", "discharged",
                   "returned", "resolved", "stopped", "exited",
                   "delivered"))  # fmt: skip
_FILL = frozenset(("at", "on", "date", "time", "day", "datetime", "timestamp", "valid",
                   "actual", "scheduled", "planned", "is", "local", "utc", "ts",
                   "effective"))  # fmt: skip


class Span(NamedTuple):
    """A beginning, its end, and the fields that tell how long it is."""

    start: str
    end: str
    topic: tuple[str, ...]
    is_past: bool


@lru_cache(maxsize=4096)
def parts_of(name: str) -> tuple[str, ...]:
    """Return the words of *name*, where `check in` is one."""
    words = list(words_of(name))
    for at in range(len(words) - 1):
        joined = _JOINS.get((words[at], words[at + 1]))
        if joined is not None:
            words[at : at + 2] = [joined]
            break
    return tuple(words)


_PREFERRED = {
    "clockin": ("clockout",), "checkin": ("checkout",), "sunrise": ("sunset",),
    "departure": ("arrival",), "departs": ("arrives",), "departed": ("arrived",),
    "opens": ("closes",), "opened": ("closed",), "open": ("close",),
    "start": ("end",), "starts": ("ends",), "pickup": ("dropoff", "return"),
    "started": ("ended", "finished", "completed", "stopped", "end"),
    "admitted": ("discharged",), "admission": ("discharge",),
    "entered": ("exited",), "borrowed": ("returned",), "from": ("until", "to"),
    "begin": ("end",),
    "effective": ("expiration", "expiry", "expires"),
}  # fmt: skip
_LATE = ("submitted", "returned", "resolved", "termination", "expired", "to")
"""Ends that are taken where there is no other."""


@lru_cache(maxsize=2048)
def spans_of(names: tuple[str, ...]) -> tuple[Span, ...]:
    """Return what begins and ends, by the names of its fields."""
    starts = list(_edges(names, _STARTS))
    ends = sorted(_edges(names, _ENDS), key=lambda one: one[1] in _LATE)
    found, used = [], set()
    for start, edge, topic in starts:
        fitting = [one for one in ends if one[2] == topic and one[0] not in used
                   and _alike(start, one[0])]  # fmt: skip
        if not fitting and len(starts) == 1 and not topic:
            fitting = ends
        wanted = _PREFERRED.get(edge, ())
        fitting.sort(key=lambda one: one[1] not in wanted)
        if fitting:
            end = fitting[0][0]
            used.add(end)
            found.append(Span(start, end, topic, bool(_PAST & {*parts_of(end)})))
    return tuple(found)


def _alike(start: str, end: str) -> bool:
    """Return whether both are planned, or neither is."""
    marks = ("actual", "scheduled", "planned", "estimated")
    return all((one in parts_of(start)) == (one in parts_of(end)) for one in marks)


def _edges(
    names: tuple[str, ...], edges: frozenset[str]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for name in names:
        words = parts_of(name)
        at = next((i for i in reversed(range(len(words))) if words[i] in edges), None)
        if at is not None:
            rest = words[:at] + words[at + 1 :]
            yield name, words[at], tuple(one for one in rest if one not in _FILL)
