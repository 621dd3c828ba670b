"""Some of all: active users, shots on target, goals at half time, costs of labour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple

from mockforge.options import Json
from mockforge.synthesis.families import parted_in
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.naming import singular, words_of

_ROWS = """
40 92 active completed closed resolved done verified delivered present read attended
40 92 enrolled confirmed approved occupied fulfilled finished subscribed
85 100 successful succeeded success valid passed ok healthy
25 60 target unique opened returning mobile accepted
3 22 new premium paid vip pending unread trial inactive draft
3 70 open available free
3 22 unpaid queued empty waiting idle offline suspended scheduled expiring
0 8 failed failure error rejected cancelled canceled overdue late invalid refunded
0 8 returned expired blocked spam deleted damaged disputed flagged missing banned
0 8 bounced bounce abandoned defective critical outlier skipped lost
"""
_SHARES = {
    word: (int(row.split()[0]) / 100, int(row.split()[1]) / 100)
    for row in _ROWS.strip().splitlines()
    for word in row.split()[2:]
}
_FILL = frozenset(("count", "number", "num", "of", "total", "all", "overall", "the",
                   "on", "is", "so", "far", "currently", "registered", "qty", "daily",
                   "monthly", "today"))  # fmt: skip
_NO = frozenset(("id", "at", "date", "average", "avg", "mean", "max", "min", "price",
                 "rate", "percent", "percentage", "pct", "ratio", "per", "amount",
                 "fee", "tax", "balance", "limit", "year", "code", "url", "value",
                 "score", "share", "previous", "target_", "ms", "salary", "until",
                 "days", "temperature", "capacity", "from", "to", "rating",
                 "version"))  # fmt: skip
_PLACES = frozenset(("bed", "seat", "room", "spot", "space", "slot", "ticket", "unit",
                     "dock", "desk", "table"))  # fmt: skip
_EARLY = (frozenset(("half", "time", "ht", "first", "1st", "halftime", "interval")),
          frozenset(("full", "time", "ft", "final", "score", "goal", "fulltime",
                     "result", "total")))  # fmt: skip
_HALVES = frozenset(("half", "ht", "halftime"))
_SIDES = (("home", "away"), ("team1", "team2"), ("host", "guest"), ("a", "b"),
          ("yes", "no"), ("left", "right"), ("female", "male"),
          ("foreground", "background"))  # fmt: skip
_SPLIT = frozenset(("possession", "probability", "split", "chance"))
_HEADS = frozenset(("cost", "hour", "point", "minute", "byte", "vote", "visit", "sale",
                    "revenue", "energy", "kwh", "distance", "area", "emission", "steps",
                    "weight", "expense", "vacation", "km", "co2", "power", "kwp",
                    "runs", "goal"))  # fmt: skip
_PARTS_NOT = frozenset(("unit", "last", "target", "remaining", "planned", "max", "min",
                        "average", "avg", "estimated", "budgeted", "expected", "per",
                        "previous", "used", "available", "free", "scored", "against",
                        "for", "rate", "percent", "night", "daily", "weekly", "goal",
                        "monthly", "hourly", "actual", "net", "gross", "exported",
                        "sold", "lost", "saved", "returned", "curtailed"))  # fmt: skip


class Subset(NamedTuple):
    """What is some of what else an object tells, and how much of it."""

    whole: str
    part: str
    share: tuple[float, float]


class Nested(NamedTuple):
    """What the names of an object tell."""

    subsets: tuple[Subset, ...]
    halves: tuple[tuple[str, str], ...]
    sides: tuple[tuple[str, str], ...]
    sums: tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=2048)
def nested_of(names: tuple[str, ...]) -> Nested:
    """Return which of *names* are some of others, and what adds up."""
    return Nested(tuple(_subsets(names)), tuple(_halves(names)), tuple(_sides(names)),
                  tuple(_sums(names)))  # fmt: skip


def _words(name: str) -> tuple[str, ...]:
    return tuple(singular(word) for word in words_of(name))


def _subsets(names: tuple[str, ...]) -> Iterator[Subset]:
    counted = [(name, frozenset(_words(name)) - _FILL) for name in names
               if not _NO & {*words_of(name)}]  # fmt: skip
    wholes = {words: name for name, words in reversed(counted) if words}
    wholes |= {words - _PLACES: name for words, name in reversed(wholes.items())
               if words & _PLACES and words - _PLACES}  # fmt: skip
    parted = parted_in(names)
    yield from _tried(names)
    for name, words in counted:
        some = [one for one in words if one in _SHARES]
        rest = words - {*some}
        whole = wholes.get(rest)
        if name in parted:
            continue
        if len(some) == 1 and rest and whole is not None and whole != name:
            yield Subset(whole, name, _SHARES[some[0]])


def _tried(names: tuple[str, ...]) -> Iterator[Subset]:
    """Yield what came about of what was tried: shots made, offers accepted."""
    worded = {frozenset(_words(name)): name for name in names}
    for words, name in worded.items():
        for done, tried, low, high in _TRIED:
            whole = worded.get(words - {done} | {tried}) if done in words else None
            if whole is not None:
                yield Subset(whole, name, (low, high))


_TRIED = (("made", "attempted", 0.38, 0.6), ("made", "attempt", 0.38, 0.6),
          ("completed", "attempted", 0.55, 0.92), ("won", "attempted", 0.3, 0.7),
          ("accurate", "attempted", 0.6, 0.92), ("accepted", "offered", 0.4, 0.9),
          ("received", "ordered", 0.7, 1), ("billed", "worked", 0.6, 1),
          ("scored", "taken", 0.5, 1), ("answered", "asked", 0.6, 1),
          ("used", "purchased", 0.2, 0.95))  # fmt: skip


def _halves(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield what there is at the half, with what there is at the end."""
    worded = [(name, frozenset(_words(name))) for name in names]
    for name, words in worded:
        if not words & _HALVES:
            continue
        rest = words - _EARLY[0] - _EARLY[1]
        for other, others in worded:
            is_end = not others & _HALVES and others - _EARLY[1] == rest
            if other != name and is_end and (rest or others & _EARLY[1]):
                yield name, other


def _sides(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    worded = {_words(name): name for name in names}
    for words, name in worded.items():
        for one, other in _SIDES:
            if one in words:
                wanted = tuple(other if word == one else word for word in words)
                if wanted in worded:
                    yield name, worded[wanted]


def _sums(names: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield totals with all that is called as they are, but for a word."""
    worded = [(name, _words(name)) for name in names]
    for name, words in worded:
        if "total" not in words or len(words) < 2 or not _HEADS & {*words}:
            continue
        rest = tuple(word for word in words if word != "total")
        parts = tuple(other for other, others in worded if other != name
                      and len(others) == len(rest) + 1 and others[1:] == rest
                      and others[0] not in _PARTS_NOT | _SHARES.keys())  # fmt: skip
        if len(parts) > 1:
            yield name, parts


def nest(members: Members, rng: Random, about: str = "") -> None:
    """Let nothing be more than what it is some of."""
    names = tuple(members.made)
    found = nested_of(names)
    for one in found.subsets:
        _some(members, one, rng)
    _sides_of(members, names, rng)
    for early, late in found.halves:
        _early(members, early, late, rng)
    is_split = bool(_SPLIT & {*words_of(about)})
    for left, right in found.sides:
        if is_split or _SPLIT & {*words_of(left)}:
            _hundred(members, left, right, rng)
    for whole, parts in found.sums:
        worths = [members.worth(part) for part in parts]
        if members.worth(whole) is not None and None not in worths:
            members.put_number(whole, sum(worth or 0.0 for worth in worths))


def _sides_of(members: Members, names: tuple[str, ...], rng: Random) -> None:
    """Let two sides that are named alone have a hundred together."""
    for side, across in _bare(names):
        _mirrored(members, side, across, rng)


def is_nested(names: tuple[str, ...]) -> bool:
    """Return whether any of *names* are brought into agreement here."""
    return any(nested_of(names)) or bool(_bare(names))


@lru_cache(maxsize=2048)
def _bare(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return both sides where nothing but them is named."""
    return tuple(pair for pair in _SIDES if pair[0] in names and pair[1] in names)


def _some(members: Members, one: Subset, rng: Random) -> None:
    whole, part = members.made.get(one.whole), members.made.get(one.part)
    if not is_number(whole) or not is_number(part) or whole < 0:
        return
    low, high = one.share
    if low * whole - 1 <= part <= high * whole:
        return
    share = low + (high - low) * rng.random()
    if not members.is_given(one.part):
        made = share * whole
        members.put_like(one.part, made)
    elif part > whole and share:
        members.put_like(one.whole, part / share)


def _early(members: Members, early: str, late: str, rng: Random) -> None:
    first, last = members.made.get(early), members.made.get(late)
    if isinstance(last, dict) and {"home", "away"} <= last.keys():
        _goals(members, late, last, rng)
    if isinstance(first, dict) and isinstance(last, dict):
        for name in first:
            one, other = first[name], last.get(name)
            is_more = is_number(one) and is_number(other) and one > other
            if is_more and not members.is_given(early) and is_number(other):
                first[name] = _part(other, rng)
    elif not is_number(first) or not is_number(last) or first <= last:
        return
    elif not members.put(early, _part(last, rng)):
        members.put(late, first)


def _mirrored(members: Members, side: str, across: str, rng: Random) -> None:
    """What one side has of a hundred, the other has not."""
    one, other = members.made[side], members.made[across]
    if not isinstance(one, dict) or not isinstance(other, dict):
        return
    for name in one:
        if _SPLIT & {*words_of(name)} and is_number(one[name]):
            held = {"a": one[name], "b": other.get(name)}
            _hundred(Members({}, held, set(), lambda *_: True), "a", "b", rng)
            if is_number(held["b"]):
                one[name], other[name] = held["a"], held["b"]


def _goals(members: Members, name: str, score: dict[str, Json], rng: Random) -> None:
    """What has halves is mostly played with few goals."""
    for side in ("home", "away"):
        held = score[side]
        if isinstance(held, int) and held > _MOST_GOALS and not members.is_given(name):
            score[side] = rng.choice((0, 0, 1, 1, 1, 2, 2, 3, 4))


_MOST_GOALS = 9


def _part(whole: float, rng: Random) -> Json:
    return rng.randint(0, int(whole)) if isinstance(whole, int) else whole / 2


def _hundred(members: Members, left: str, right: str, rng: Random) -> None:
    one, other = members.made.get(left), members.made.get(right)
    if not is_number(one) or not is_number(other):
        return
    whole: float = 1 if 0 <= one <= 1 and 0 <= other <= 1 and not isinstance(
        one, int) else 100  # fmt: skip
    if abs(one + other - whole) < 1e-6:
        return
    if members.is_given(left) and 0 <= one <= whole:
        members.put_like(right, whole - one)
        return
    if not members.is_given(right) and not 0.3 * whole <= other <= 0.7 * whole:
        members.put_like(right, whole * (0.35 + 0.3 * rng.random()))
    members.put_like(left, whole - (members.worth(right) or 0.0))
