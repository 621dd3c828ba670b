"""What is usual for each quantity, by the names of fields that mean it.

A row is `low high measure:unit decimals skew | names | words around it`, or
`in VALUE … : measure:unit | names | words` for what takes one of few values. With a
mark behind `in`, values at the same place go together: `in@image`. What is `~0.2` apart
belongs together, as the temperatures of one day do. A skew of 1 is even, with a larger
one small values are likelier. Where words around are told, one of them has to be there;
a row without any is what is meant else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mockforge.synthesis.naming import plural, singular, words_of
from mockforge.synthesis.quantities import (
    body,
    computing,
    counts,
    machines,
    money,
    nature,
    settings,
    shares,
    trades,
)
from mockforge.synthesis.quantities.units import Unit, parted, units_of


class Row(NamedTuple):
    """What is usual for one quantity."""

    number: int
    low: float
    high: float
    measure: str
    """What it is a measure of: `mass`, `money`, `count`."""
    unit: Unit | None
    decimals: int
    skew: float
    choices: tuple[float, ...]
    """All values it may have, if they are few."""
    mark: str
    """Rows of the same mark have their values at the same place."""
    around: frozenset[str]
    """Words of which one has to be around it."""
    spread: float = 0.0
    """How far apart several of it are in one thing, if they belong together."""


Table = dict[str, list[tuple[Row, int]]]


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the rows by the words of their names, put together."""
    found: Table = {}
    texts = "\n".join(one.ROWS.strip() for one in _MODULES)
    number = 0
    for line in texts.replace("\n  ", " ").splitlines():
        if not line:
            continue
        numbers, names, around = (*line.split("|"), "")[:3]
        row = _row(number, numbers.strip(), around)
        number += 1
        for name in names.split(","):
            words = _plain(words_of(name), row)
            several = found.setdefault("".join(words), [])
            if words and (row, len(words)) not in several:
                several.append((row, len(words)))
    return found


@lru_cache(maxsize=1)
def telling_words() -> frozenset[str]:
    """Return all words that any row needs around it."""
    every = (row.around for several in table().values() for row, _ in several)
    return frozenset().union(*every)


def _plain(words: tuple[str, ...], row: Row) -> tuple[str, ...]:
    """Return the words of a name without the unit at its end."""
    for unit, taken in parted(words):
        if unit.measures == row.measure != "share" and taken < len(words):
            return words[:-taken]
    return words


_MODULES = (settings, trades, body, nature, machines, computing, money, shares, counts)


def _row(number: int, numbers: str, around: str) -> Row:
    near = frozenset(singular(word) for word in around.split())
    if numbers.startswith("in"):
        told, _, measure = numbers.partition(" : ")
        kind, *several = told.split()
        choices = tuple(float(one) for one in several)
        name, unit = _measure(measure.strip())
        whole = all(one == int(one) for one in choices)
        return Row(number, min(choices), max(choices), name, unit, 0 if whole else 2,
                   1.0, choices, kind.partition("@")[2], near)  # fmt: skip
    numbers, _, spread = numbers.partition("~")
    low, high, *names, decimals, skew = numbers.split()
    name, unit = _measure(" ".join(names))
    return Row(number, float(low), float(high), name, unit, int(decimals), float(skew),
               (), "", near, float(spread or 0))  # fmt: skip


def _measure(text: str) -> tuple[str, Unit | None]:
    name, _, symbol = text.partition(":")
    for unit in units_of(name):
        if unit.symbol == symbol or not symbol:
            return name, unit
    return name, Unit(symbol, name) if symbol else None


def named(words: tuple[str, ...], *, counted: bool) -> list[tuple[Row, int]]:
    """Return the rows that *words* are a name of.

    Args:
        words: Of the name of a field, or a part of them.
        counted: Whether a word beside them says that something is counted.
    """
    rows = table()
    lead, last = "".join(words[:-1]), words[-1]
    found = rows.get(lead + last)
    if found is not None:
        return found
    one = singular(last)
    if one != last and lead + one in rows:
        # What is counted is told by several: `order: 3` is no count of orders.
        return rows[lead + one]
    return rows.get(lead + plural(last), []) if counted else []
