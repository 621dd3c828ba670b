"""Counts as JSON, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

from mockforge.learning.sequences.counts import Counts, Outcomes, Tracked


def told(tracked_: Tracked) -> list[Any]:
    """Return what is tracked as JSON: its tables, and the share of the new one."""
    return [
        [_rows(counts) for counts in tracked_.tables],
        tracked_.share,
    ]


def tracked(kept: Sequence[Any]) -> Tracked:
    """Return what `told` made."""
    tables, share = [_counts(one) for one in kept[0]], float(kept[1])
    found = Tracked(tables[0], tables[1] if len(tables) > 2 else None, share)
    found.waiting = tables[-1]
    return found


def _rows(counts: Counts) -> list[Any]:
    return [
        _short(counts.samples),
        [
            [_plain(cause), *_flat(outcomes)]
            for cause, outcomes in sorted(counts.rows.items(), key=repr)
        ],
    ]


def _flat(outcomes: Outcomes) -> Iterable[Any]:
    for outcome, weight in sorted(outcomes.items(), key=repr):
        yield _plain(outcome)
        yield _short(weight)


def _counts(kept: Any) -> Counts:
    counts = Counts()
    counts.witness(_number(kept[0]))
    for cause, *flat in kept[1]:
        row = counts.rows[_frozen(cause)] = {}
        for outcome, weight in zip(flat[::2], flat[1::2], strict=True):
            row[_frozen(outcome)] = _number(weight)
    return counts


def _number(value: Any) -> float:
    number = float(value)
    if not isfinite(number) or number < 0:
        raise ValueError(f"{value!r} counts nothing")
    return number


def _short(number: float) -> float:
    return int(number) if number == int(number) else number


def _plain(value: Any) -> Any:
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _frozen(value: Any) -> Any:
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value
