"""Numbers of one thing whose names differ in a word: least and most, taken and left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple

from mockforge.synthesis.bills import status_of
from mockforge.synthesis.flags import BARELY, GOOD
from mockforge.synthesis.members import Members
from mockforge.synthesis.naming import singular, words_of

_ORDER = {
    **dict.fromkeys(
        ("min", "minimum", "lowest", "least", "low", "smallest", "floor"), 0
    ),
    **dict.fromkeys(("p1", "p5", "p10"), 1),
    **dict.fromkeys(("p25", "q1"), 2),
    **dict.fromkeys(("p50", "median", "q2"), 3),
    **dict.fromkeys(("avg", "average", "mean"), 3),
    **dict.fromkeys(("p75", "q3"), 4),
    **dict.fromkeys(("p90",), 5),
    **dict.fromkeys(("p95",), 6),
    **dict.fromkeys(("p99",), 7),
    **dict.fromkeys(("p999",), 8),
    **dict.fromkeys(
        ("max", "maximum", "highest", "most", "high", "largest", "peak"), 9
    ),
}
_QUARTERS = frozenset(("q1", "q2", "q3"))
_WHOLE = frozenset(("budgeted", "estimated", "total", "hand", "capacity", "limit",
                    "quota", "max", "maximum", "all", "size", "allocated", "stock",
                    "overall", "allowance", "target", "goal"))  # fmt: skip
_TAKEN = frozenset(("pledged", "logged", "used", "sold", "booked", "registered",
                    "occupied", "completed", "done", "closed", "resolved", "reserved",
                    "filled", "consumed", "enrolled", "passed", "taken", "redeemed",
                    "allotted", "finished", "claimed", "borrowed", "checked", "raised",
                    "delivered", "success", "succeeded", "processed", "successful",
                    "attendees", "participants", "participant", "attendee", "funded",
                    "billable", "hit", "spent", "correct", "participating", "read",
                    "present", "male"))  # fmt: skip
_LEFT = frozenset(("remaining", "left", "available", "free", "open", "pending",
                   "unused", "vacant", "failed", "outstanding", "unsold", "failure",
                   "idle", "miss", "missed", "absent", "incorrect", "wrong", "unread",
                   "undone", "female", "incomplete"))  # fmt: skip
_SHARE = frozenset(("percent", "percentage", "pct", "progress", "utilization", "rate",
                    "utilisation", "completion", "occupancy", "usage", "ratio", "fill",
                    "load", "attendance", "funding"))  # fmt: skip
_SEATS = frozenset(("seat", "spot", "place", "ticket", "slot", "space", "room", "unit",
                    "bed", "count", "number", "num", "of", "on", "quantity", "qty",
                    "question", "answer", "current", "member", "byte", "gb", "mb",
                    "participant", "people", "amount", "value", "copy", "student",
                    "guest", "person", "is", "attendee", "bike", "so", "far",
                    "enrollment", "registration", "copie", "dock", "stall", "bay",
                    "locker", "license", "desk", "table", "berth", "charger", "plot",
                    "total"))  # fmt: skip
"""What is counted, whatever it is called."""
_MONEYED = frozenset(("price", "cost", "fee", "rent", "revenue", "refund", "paid",
                      "balance", "salary", "due", "tax", "rating", "temp",
                      "temperature", "limit price"))  # fmt: skip


class _Family(NamedTuple):
    """Names that are told apart by one word each."""

    ordered: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    """Names in the order of their values, with those of an average."""
    parted: tuple[tuple[str, str, str, str], ...]
    """Of a whole: its name, what is taken of it, what is left, and the share."""


def is_family(names: tuple[str, ...]) -> bool:
    """Return whether any of *names* are of one family."""
    return any(_family(names))


def has_own_share(names: tuple[str, ...], name: str) -> bool:
    """Return whether *name* is the share of a whole that is told beside it."""
    return any(name == parted[3] for parted in _family(names).parted)


@lru_cache(maxsize=2048)
def parted_in(names: tuple[str, ...]) -> frozenset[str]:
    """Return those of *names* that are parts of a whole here."""
    several = [parted[1:3] for parted in _family(names).parted]
    return frozenset(name for both in several for name in both if all(both))


@lru_cache(maxsize=2048)
def _family(names: tuple[str, ...]) -> _Family:
    return _Family(tuple(_ordered(names)), tuple(_parted(names)))


def _ordered(
    names: tuple[str, ...],
) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    topics: dict[tuple[str, ...], list[tuple[int, str]]] = {}
    has_quarters = any("q4" in _joined(words_of(name)) for name in names)
    for name in names:
        words = _joined(words_of(name))
        if has_quarters and _QUARTERS & {*words}:
            continue
        for word in words:
            if word in _ORDER:
                rest = tuple(one for one in words if one != word)
                topics.setdefault(rest, []).append((_ORDER[word], name))
    for rest, several in topics.items():
        # An average may go without the topic's name: `avg`, `latency_min`.
        if len(several) > 1:
            mean = {n for n in names if {"avg", "average", "mean"} & {*words_of(n)}}
            ranked = tuple(name for _, name in sorted(several))
            yield ranked, tuple(name for name in ranked if name in mean)
        del rest


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return *words* with `p` and `95` as one."""
    made: list[str] = []
    for word in words:
        if word.isdigit() and made and made[-1] in ("p", "q"):
            made[-1] += word
        else:
            made.append(word)
    return tuple(made)


def _parted(names: tuple[str, ...]) -> Iterable[tuple[str, str, str, str]]:
    """Yield what is a whole with its parts."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for name in names:
        words = [singular(word) for word in words_of(name)]
        for sort, several in (("share", _SHARE), ("left", _LEFT), ("taken", _TAKEN),
                              ("whole", _WHOLE)):  # fmt: skip
            at = next((i for i, one in enumerate(words_of(name))
                       if one in several or words[i] in several), None)  # fmt: skip
            if at is None or _MONEYED & {*words}:
                continue
            if {"value", "worth"} & {*words} and {"stock", "inventory"} & {*words}:
                continue
            rest = frozenset(w for i, w in enumerate(words) if i != at) - _SEATS
            topic = rest - _SHARE - _TAKEN - _LEFT if sort == "share" else rest
            found.setdefault(sort, []).append((topic, name))
            break
    if "whole" not in found:
        # `beds`, with those occupied and those available.
        found["whole"] = [
            (frozenset(), name)
            for name in names
            if words_of(name)[-1:] and words_of(name)[-1] in _COUNTED
            and _SEATS.issuperset(map(singular, words_of(name)))
        ]  # fmt: skip
    yield from _matched(found)


_COUNTED = frozenset(("seats", "spots", "places", "tickets", "slots", "spaces", "rooms",
                      "units", "beds", "docks", "stalls", "bays", "lockers", "licenses",
                      "desks", "tables", "copies", "berths", "chargers",
                      "plots"))  # fmt: skip


def _matched(
    found: Mapping[str, list[tuple[frozenset[str], str]]],
) -> Iterable[tuple[str, str, str, str]]:
    for topic, whole in found.get("whole", ()):
        taken, left, share = (
            _one(found.get(sort, []), topic) for sort in ("taken", "left", "share")
        )
        if taken or (left and share):
            yield whole, taken, left, share
        elif left:
            yield whole, "", left, ""


def _one(several: list[tuple[frozenset[str], str]], topic: frozenset[str]) -> str:
    """Return the name of *topic*, or the only one of no topic."""
    same = [name for its, name in several if its == topic]
    if same:
        return same[0]
    loose = [name for its, name in several if not its or not topic]
    return loose[0] if len(loose) == 1 and len(several) == 1 else ""


def relate(members: Members, rng: Random) -> None:
    """Bring the numbers of *members* that are of one family into agreement."""
    if len(members.made) < 2:
        return
    family = _family(tuple(members.made))
    for names, means in family.ordered:
        _sort(members, names, means)
    for whole, taken, left, share in family.parted:
        _part(members, (whole, taken, left, share), rng)


def _sort(members: Members, names: tuple[str, ...], means: tuple[str, ...]) -> None:
    """Give the least to what is least; an average is between."""
    free = [name for name in names if not members.is_given(name)
            and members.worth(name) is not None]  # fmt: skip
    values = [worth for name in free if (worth := members.worth(name)) is not None]
    if len(free) < 2 or values == sorted(values):
        return
    was = {name: members.made[name] for name in free}
    for name, value in zip(free, sorted(values), strict=True):
        if not members.put_number(name, value):
            for one, old in was.items():
                members.put(one, old)
            return


def _part(members: Members, names: tuple[str, str, str, str], rng: Random) -> None:
    whole, taken, left, share = names
    worth = members.worth(whole)
    taken, left = (name if name and members.worth(name) is not None else ""
                   for name in (taken, left))  # fmt: skip
    if worth is None or worth <= 0 or not (taken or left):
        return
    used = _used(members, worth, taken, left, rng)
    if used is None:
        return
    status = status_of(members)
    if {"completed", "done", "finished"} & {*words_of(taken)} and status:
        is_over = status in GOOD or status == "closed"
        used = worth if is_over else 0.0 if status in BARELY else used
    if taken and not members.is_given(taken):
        members.put_number(taken, used)
        used = members.worth(taken) or 0.0
    if left:
        _leave(members, whole, left, worth - used)
    if share and members.worth(share) is not None:
        told = used if taken else worth - used
        is_left = bool(_LEFT & {*words_of(share)})
        members.put_share(share, 1 - told / worth if is_left else told / worth)


def _leave(members: Members, whole: str, left: str, rest: float) -> None:
    """Leave *rest* of a whole; where that may not be, the whole is another."""
    held = members.worth(left)
    if held is not None and not members.put_number(left, rest):
        worth = members.worth(whole) or 0.0
        if not members.is_given(whole):
            members.put_number(whole, worth - rest + held)
    _sold_out(members, members.worth(left))


_LOW = ("reorderpoint", "reorderlevel", "minstock", "lowstockthreshold", "minimumstock",
        "reorderthreshold")  # fmt: skip
_NONE = {"outofstock": True, "soldout": True, "full": True, "fullybooked": True,
         "instock": False, "available": False, "hasavailability": False}  # fmt: skip


def _sold_out(members: Members, left: float | None) -> None:
    """Nothing is left of what is sold out, and something of what is there."""
    few = members.number(*_LOW)
    if left is None:
        return
    for one in ("lowstock", "islowstock", "needsreorder"):
        name = members.names.get(one, "")
        if few is not None and isinstance(members.made.get(name), bool):
            members.put(name, left <= few[1])
    for word, is_none in _NONE.items():
        for one in (word, "is" + word):
            name = members.names.get(one, "")
            if isinstance(members.made.get(name), bool):
                members.put(name, (left <= 0) is is_none)


def _used(
    members: Members, worth: float, taken: str, left: str, rng: Random
) -> float | None:
    """Return what is taken of *worth*, as it is told or as is usual."""
    held = members.worth(taken) if taken else None
    free = members.worth(left) if left else None
    if left and members.is_given(left) and free is not None and free <= worth:
        return worth - free
    if held is not None and (held <= worth or members.is_given(taken)):
        return held if held <= worth else None
    if held is None and free is not None and free <= worth:
        return worth - free
    is_whole = float(worth).is_integer()
    made = worth * (0.15 + 0.8 * rng.random())
    return float(round(made)) if is_whole else round(made, 2)
