"""Counts as JSON, and back: read only where they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any, Generic, TypeVar

from mockforge.learning.sequences.counts import Counts, Tracked

_Key = TypeVar("_Key", int, str)


class Tables(Generic[_Key]):
    """What is tracked, by whom it is of.

    There may be many thousands, of which a replay asks for a few: what was kept is
    read when it is asked for.
    """

    __slots__ = ("_kept", "_known")

    def __init__(self, kept: dict[_Key, Sequence[Any]] | None = None) -> None:
        self._kept: dict[_Key, Sequence[Any]] = kept or {}
        """As JSON: whom it is of, the tables, the share of what is new, the samples."""
        self._known: dict[_Key, Tracked] = {}

    def __contains__(self, key: _Key) -> bool:
        return key in self._known or key in self._kept

    def __len__(self) -> int:
        return len(self._known) + len(self._kept)

    def get(self, key: _Key) -> Tracked | None:
        """Return the one of *key*; None if there is none."""
        found = self._known.get(key)
        if found is None and key in self._kept:
            found = self._known[key] = _tracked(self._kept.pop(key))
        return found

    def made(self, key: _Key) -> Tracked:
        """Return the one of *key*, an empty one if there was none."""
        found = self.get(key)
        if found is None:
            found = self._known[key] = Tracked(Counts())
        return found

    def pop(self, key: _Key) -> None:
        """Drop the one of *key*."""
        self._known.pop(key, None)
        self._kept.pop(key, None)

    @property
    def names(self) -> list[_Key]:
        """Whom there is something of, in order."""
        found: list[_Key] = list(self._known)
        found.extend(self._kept)
        found.sort()
        return found

    def every(self) -> Iterator[tuple[_Key, Tracked]]:
        """Yield all of them, in order."""
        for key in self.names:
            found = self.get(key)
            assert found is not None
            yield key, found

    @property
    def samples(self) -> float:
        """How much evidence there is in all of them."""
        kept = sum(_number(one[3]) for one in self._kept.values())
        return kept + sum(one.samples for one in self._known.values())

    @property
    def changing(self) -> float:
        """The largest share of what is new."""
        kept = max((_number(one[2]) for one in self._kept.values()), default=0.0)
        known = max((one.share for one in self._known.values()), default=0.0)
        return max(kept, known)

    def to_json(self) -> list[Any]:
        """Return this as JSON."""
        return [self._told(name) for name in self.names]

    def _told(self, name: _Key) -> Sequence[Any]:
        if name in self._kept:
            return self._kept[name]
        one = self._known[name]
        tables = [_rows(counts) for counts in one.tables]
        return [name, tables, one.share, _short(one.samples)]

    @classmethod
    def from_json(cls, kept: Sequence[Any], kind: type[_Key]) -> Tables[_Key]:
        """Return what `to_json` told, of keys of this *kind*.

        Raises:
            TypeError: If it is not that; what is within is looked at later.
        """
        found: dict[_Key, Sequence[Any]] = {}
        for one in kept:
            if type(one[0]) is not kind or len(one) != 4 or type(one[1]) is not list:
                raise TypeError(f"{one!r} is no table")
            found[one[0]] = one
        return cls(found)


def _tracked(kept: Sequence[Any]) -> Tracked:
    try:
        old, *new, waiting = [_counts(one) for one in kept[1]]
    except (TypeError, ValueError, IndexError):
        # Whoever kept it kept nothing: the rest is of use all the same.
        return Tracked(Counts())
    found = Tracked(old, new[0] if new else None, min(_number(kept[2]), 1.0))
    found.waiting = waiting
    return found


def _rows(counts: Counts) -> list[Any]:
    rows: list[Any] = []
    for cause, outcomes in counts.rows.items():
        row = [_plain(cause)]
        for outcome, weight in outcomes.items():
            row += (_plain(outcome), _short(weight))
        rows.append(row)
    return [_short(counts.samples), rows]


def _counts(kept: Any) -> Counts:
    counts = Counts()
    counts.witness(_number(kept[0]))
    for cause, *flat in kept[1]:
        outcomes = map(_frozen, flat[::2])
        counts.rows[_frozen(cause)] = dict(
            zip(outcomes, map(_number, flat[1::2]), strict=True)
        )
    return counts


def _number(value: Any) -> float:
    number = float(value)
    # What was kept may be broken: it counts nothing.
    return number if isfinite(number) and number >= 0 else 0.0


def _short(number: float) -> float:
    return int(number) if number == int(number) else number


def _plain(value: Any) -> Any:
    return list(value) if type(value) is tuple else value


def _frozen(value: Any) -> Any:
    return tuple(value) if type(value) is list else value
