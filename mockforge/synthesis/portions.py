"""Parts that are all of what they are named for: quarters, sides, what soil is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis.members import Members
from mockforge.synthesis.naming import singular, words_of

_GROUPS = tuple(frozenset(row.split()) for row in """
offensive defensive
domestic international foreign
local foreign remote
compulsory voluntary
inbound outbound
weekday weekend
import export
indoor outdoor
direct indirect
fixed variable
civilian military
urban rural
onsite remote
short long
new existing returning
""".strip().splitlines())  # fmt: skip
_QUARTERS = ("q1", "q2", "q3", "q4")
_TOTALS = ("score", "points", "total", "totalscore", "totalpoints", "finalscore",
           "annual", "annualtotal", "fullyear", "yeartotal", "year")  # fmt: skip
_MIXED = (
    (("sand", 20, 60), ("silt", 15, 50), ("clay", 8, 38)),
    (("stock", 40, 70), ("bond", 15, 40), ("cash", 2, 12), ("equity", 40, 70),
     ("commodity", 1, 8), ("alternative", 2, 12)),
    (("carb", 40, 55), ("carbohydrate", 40, 55), ("protein", 15, 30),
     ("fat", 20, 35)),
    (("nitrogen", 77, 79), ("oxygen", 20, 21), ("argon", 0.9, 1)),
    (("renewable", 20, 60), ("fossil", 20, 60), ("nuclear", 5, 30)),
    (("solar", 5, 25), ("wind", 15, 40), ("hydro", 5, 30), ("nuclear", 5, 30),
     ("gas", 10, 35), ("coal", 3, 25), ("biomas", 2, 8), ("biomass", 2, 8)),
)  # fmt: skip
_SHARES = frozenset(("percent", "percentage", "pct", "share", "fraction", "ratio"))


@lru_cache(maxsize=2048)
def portions_of(names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the wholes among *names*, each with those of its parts."""
    return (*_quarters(names), *_sides(names))


def is_portioned(names: tuple[str, ...]) -> bool:
    """Return whether any of *names* are brought into agreement here."""
    return bool(portions_of(names) or _mixture(names))


def _quarters(names: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    joined = {"".join(words_of(name)): name for name in names}
    whole = next((joined[one] for one in _TOTALS if one in joined), None)
    if whole is not None and all(one in joined for one in _QUARTERS):
        yield whole, tuple(joined[one] for one in _QUARTERS)


def _sides(names: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    worded = [(name, frozenset(map(singular, words_of(name)))) for name in names]
    for group in _GROUPS:
        rests: dict[frozenset[str], list[str]] = {}
        for name, words in worded:
            if len(words & group) == 1:
                rests.setdefault(words - group, []).append(name)
        for rest, parts in rests.items():
            for name, words in worded:
                if words - {"total", "overall"} == rest and name not in parts and (
                    len(parts) > 1
                ):  # fmt: skip
                    yield name, tuple(parts)
                    break


def share_out(members: Members, rng: Random) -> None:
    """Let parts make their whole, and what is mixed a hundred of a hundred."""
    names = tuple(members.made)
    for whole, parts in portions_of(names):
        worths = [members.worth(part) for part in parts]
        sure = [worth for worth in worths if worth is not None]
        if members.worth(whole) is None or len(sure) < len(parts):
            continue
        if _is_quartered(parts):
            _quarter(members, whole, parts, rng)
        elif members.is_given(whole) or not members.put_number(whole, sum(sure)):
            _scale(members, parts, sure, members.worth(whole) or 0.0)
    _mix(members, _mixture(names), rng)


def _is_quartered(parts: tuple[str, ...]) -> bool:
    return "".join(words_of(parts[0])) == _QUARTERS[0]


def _quarter(members: Members, whole: str, parts: tuple[str, ...], rng: Random) -> None:
    """A quarter is about a quarter of what there is at the end."""
    if any(members.is_given(part) for part in parts):
        members.put_number(whole, sum(members.worth(part) or 0.0 for part in parts))
        return
    sizes = [0.75 + 0.5 * rng.random() for _ in parts]
    _scale(members, parts, sizes, members.worth(whole) or 0.0)


def _scale(
    members: Members, parts: Sequence[str], sizes: list[float], whole: float
) -> None:
    """Let *parts* be *whole* together, in the measure of their *sizes*."""
    every = sum(sizes)
    if every <= 0:
        return
    left = whole
    for part, size in zip(parts[:-1], sizes, strict=False):
        members.put_like(part, whole * size / every)
        left -= members.worth(part) or 0.0
    members.put_number(parts[-1], max(round(left, 4), 0))


@lru_cache(maxsize=2048)
def _mixture(names: tuple[str, ...]) -> tuple[tuple[str, float, float], ...]:
    """Return what is mixed, each with the percent that is usual of it."""
    worded = [(name, frozenset(map(singular, words_of(name)))) for name in names]
    for row in _MIXED:
        found = [
            (name, low, high)
            for word, low, high in row
            for name, words in worded
            if words - _SHARES == {word} and words & _SHARES
        ]
        if len(found) > 2 or (len(found) == 2 and row[0][0] == "stock"):
            return tuple(found)
    return ()


def _mix(
    members: Members, parts: tuple[tuple[str, float, float], ...], rng: Random
) -> None:
    names = [name for name, _, _ in parts if members.worth(name) is not None]
    if not names or any(members.is_given(name) for name in names):
        return
    whole = 100.0 if members.is_percent(names[0]) else 1.0
    sizes = [low + (high - low) * rng.random() for name, low, high in parts
             if name in names]  # fmt: skip
    _scale(members, names, sizes, whole)
