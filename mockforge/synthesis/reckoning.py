"""What numbers of one thing make together: parts, sums, products and shares.

The laws are rows of words; `concepts` tells which names a word stands for. First a
part that is out of what is usual is drawn anew, then sums and the like are worked
out. What is given stays, and what it is made of is worked out instead.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import prod
from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple

from mockforge.synthesis import notions
from mockforge.synthesis.concepts import CONCEPTS, meant
from mockforge.synthesis.laws import LAWS
from mockforge.synthesis.members import Members


class Law(NamedTuple):
    """One row, read."""

    target: str
    does: str
    operands: tuple[str, ...]
    signs: tuple[int, ...]
    optional: frozenset[str]
    share: tuple[float, float]
    unless: frozenset[str]
    beside: frozenset[str]

    @property
    def needed(self) -> frozenset[str]:
        """What must be there."""
        return self.beside | {self.target, *self.operands} - self.optional


class _Step(NamedTuple):
    """One law, with the names it is about in one object."""

    law: Law
    target: str
    operands: tuple[str, ...]
    signs: tuple[int, ...]


def _read(row: str) -> Law:
    row, _, without = row.partition(" without ")
    row, _, beside = row.partition(" with ")
    told = frozenset(one.strip() for one in without.split(",") if one)
    near = frozenset(one.strip() for one in beside.split(",") if one)
    head, of, rest = row.partition(" of ")
    if of and ": " in rest:
        whole, _, shares = rest.partition(": ")
        low, high = map(float, shares.split())
        return Law(head, "of", (whole,), (1,), frozenset(), (low, high), told, near)
    words = row.split()
    at = next(i for i, one in enumerate(words) if one in _DOES)
    operands, signs, optional = _operands(words[at + 1 :])
    target = " ".join(words[:at])
    return Law(target, words[at], operands, signs, optional, (0, 0), told, near)


_DOES = frozenset(("+", "*", "/", "%", "%-", "*-", "^", "%*", "*+"))


def _operands(
    words: list[str],
) -> tuple[tuple[str, ...], tuple[int, ...], frozenset[str]]:
    """Return what is worked with: the longest words that are one concept."""
    found: list[str] = []
    signs: list[int] = []
    optional: set[str] = set()
    while words:
        sign = -1 if words[0].startswith("-") else 1
        size = next((n for n in (3, 2, 1) if _plain(words[:n]) in CONCEPTS), 1)
        name = _plain(words[:size])
        found.append(name)
        signs.append(sign)
        if words[min(size, len(words)) - 1].endswith("?"):
            optional.add(name)
        words = words[size:]
    return tuple(found), tuple(signs), frozenset(optional)


def _plain(words: list[str]) -> str:
    return " ".join(words).replace("?", "").lstrip("-")


@lru_cache(maxsize=1)
def laws() -> tuple[Law, ...]:
    """Return all laws, in the order they are brought about."""
    rows = (LAWS + notions.LAWS.lstrip()).replace("\\\n", "").strip().splitlines()
    return tuple(_read(row) for row in rows)


@lru_cache(maxsize=2048)
def steps_of(names: tuple[str, ...]) -> tuple[Law, ...]:
    """Return the laws that an object with these *names* may be under."""
    known = meant(names).keys()
    if len(known) < 2:
        return ()
    return tuple(
        law for law in laws() if law.needed <= known and not law.unless & known
    )


def reckon(members: Members, rng: Random) -> None:
    """Bring the numbers of *members* into agreement."""
    for law in steps_of(tuple(members.made)):
        step = _step(law, members)
        if step is not None:
            sure = [members.worth(name) or 0.0 for name in step.operands]
            _DO[law.does](members, step, sure, rng)


def _step(law: Law, members: Members) -> _Step | None:
    """Return *law* with the names of numbers, if those there are enough."""
    target = members.first_of(law.target)
    if target is None:
        return None
    used: list[str] = [target]
    signs: list[int] = []
    for concept, sign in zip(law.operands, law.signs, strict=True):
        name = members.first_of(concept, *used)
        if name is not None:
            used.append(name)
            signs.append(sign)
        elif concept not in law.optional:
            return None
    return _Step(law, target, tuple(used[1:]), tuple(signs)) if signs else None


def _share(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    """Draw a part anew that is out of what is usual of its whole."""
    low, high = step.law.share
    held, whole = members.worth(step.target), sure[0]
    if held is None or whole <= 0:
        return
    if low * whole <= held <= high * whole:
        return
    share = low + (high - low) * rng.random()
    if members.is_given(step.target) and share > 0:
        members.put_like(step.operands[0], held / share)
        return
    members.put_like(step.target, whole * share)


def _sum(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    made = sum(one * sign for one, sign in zip(sure, step.signs, strict=True))
    if not members.is_given(step.target) and members.put_number(step.target, made):
        return
    held = members.worth(step.target) or 0.0
    for name, one, sign in zip(step.operands, sure, step.signs, strict=True):
        wanted = one + (held - made) * sign
        if wanted >= 0 and not members.is_given(name):
            members.put_number(name, wanted)
            return


def _product(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    made = sure[0] * sure[1]
    if not members.is_given(step.target) and members.put_number(step.target, made):
        return
    held = members.worth(step.target)
    if held is not None and sure[1]:
        members.put_number(step.operands[0], held / sure[1])


def _quotient(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    if sure[1]:
        members.put_number(step.target, sure[0] / sure[1])


def _ratio(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    if sure[1]:
        members.put_share(step.target, sure[0] / abs(sure[1]))


def _rest(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    if sure[1]:
        members.put_share(step.target, 1 - sure[0] / sure[1])


def _risen(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    """So much more than it was, as often as it is there."""
    members.put_number(step.target, (sure[0] - sure[1]) * sure[2])


def _growth(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    if sure[1]:
        members.put_share(step.target, sure[0] / sure[1] - 1)


def _all_of(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    """A share of a share."""
    shares = zip(step.operands, sure, strict=True)
    share = prod(one / 100 if members.is_percent(name) else one for name, one in shares)
    members.put_share(step.target, share)


def _with(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    """So much, and a share of it."""
    share = sure[1] / 100 if members.is_percent(step.operands[1]) else sure[1]
    members.put_number(step.target, sure[0] * (1 + share))


_DO: dict[str, Callable[[Members, _Step, list[float], Random], None]] = {
    "of": _share,
    "+": _sum,
    "*": _product,
    "/": _quotient,
    "%": _ratio,
    "%-": _rest,
    "*-": _risen,
    "^": _growth,
    "%*": _all_of,
    "*+": _with,
}
