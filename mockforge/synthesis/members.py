"""The members of an object that is made up, and how they are changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeGuard

from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.synthesis.concepts import meant
from mockforge.synthesis.naming import words_of

Fits = Callable[[Any, Json], bool]
_DECIMAL = re.compile(r"-?\d+(?:\.(\d+))?")
_PERCENT = frozenset(("percent", "percentage", "pct", "bps"))


class Members:
    """One object at work."""

    __slots__ = ("_fits", "_kept", "_meant", "_told", "made", "names", "required")

    def __init__(
        self, schema: Schema, made: dict[str, Json], kept: set[str], fits: Fits
    ) -> None:
        self.made = made
        self._kept = kept
        self._told = schema.get("properties", {})
        self._fits = fits
        self._meant: Mapping[str, tuple[str, ...]] | None = None
        self.names = _joined(tuple(made))
        needs_all = not _BOUND.isdisjoint(schema)
        self.required = frozenset(made if needs_all else schema.get("required", ()))

    @property
    def meant(self) -> Mapping[str, tuple[str, ...]]:
        """The names of each concept, as they were at first."""
        if self._meant is None:
            self._meant = meant(tuple(self.made))
        return self._meant

    def first_of(self, concept: str, *but: str | None) -> str | None:
        """Return the first number of *concept* that is none of *but*."""
        known = self._meant
        for name in (self.meant if known is None else known).get(concept, ()):
            if name not in but and self.worth(name) is not None:
                return name
        return None

    def put(self, name: str, value: Json) -> bool:
        """Put *value* where it may be; return whether it is there now."""
        if self.made.get(name) == value:
            return True
        if name in self._kept or not self.allows(name, value):
            return False
        self.made[name] = value
        return True

    def drop(self, name: str) -> bool:
        """Have nothing under *name*; return whether there is nothing now."""
        if self.put(name, None):
            return True
        if name in self._kept or name in self.required:
            return False
        self.made.pop(name, None)
        return True

    def allows(self, name: str, value: Json) -> bool:
        """Return whether the schema lets *name* have *value*."""
        return self._fits(self._told.get(name, True), value)

    def is_given(self, name: str) -> bool:
        """Return whether *name* has what it was given."""
        return name in self._kept

    def told(self, name: str) -> dict[str, Any]:
        """Return what the schema tells of *name*."""
        found = self._told.get(name)
        return found if isinstance(found, dict) else {}

    def number(self, *names: str) -> tuple[str, float] | None:
        """Return the first of *names* that is a number, with it."""
        known = self.names
        for one in names:
            if one in known:
                name = known[one]
                value = self.made.get(name)
                if is_number(value):
                    return name, value
        return None

    def money(self, *names: str) -> tuple[str, float] | None:
        """Return the first of *names* that is an amount, however it is written."""
        for one in names:
            name = self.names.get(one)
            worth = None if name is None else self.worth(name)
            if name is not None and worth is not None:
                return name, worth
        return None

    def put_number(self, name: str, value: float) -> bool:
        """Put a number, whole where whole ones are asked for."""
        held = self.made[name]
        if isinstance(held, str):
            match = _DECIMAL.fullmatch(held)
            return match is not None and self.put(
                name, f"{value:.{len(match[1] or '')}f}"
            )
        if isinstance(held, dict):
            return _put_inside(held, value)
        rounded = round(value, 2) + 0.0
        if isinstance(held, int) and rounded == int(rounded):
            return self.put(name, int(rounded))
        return self.put(name, rounded) or self.put(name, round(rounded))

    def put_like(self, name: str, value: float) -> bool:
        """Put a number, whole where the one there is."""
        is_whole = isinstance(self.made[name], int)
        return self.put_number(name, round(value) if is_whole else value)

    def worth(self, name: str) -> float | None:
        """Return the number of *name*, be it written as one or as text."""
        return worth_of(self.made.get(name))

    def is_percent(self, name: str) -> bool:
        """Return whether a share is written as one of a hundred under *name*."""
        if _PERCENT.intersection(words_of(name)):
            return True
        most = self.told(name).get("maximum")
        if isinstance(most, int | float):
            return most > 1
        held = self.worth(name)
        return isinstance(self.made[name], int) or (held is not None and held > 1)

    def put_share(self, name: str, share: float) -> bool:
        """Put *share*, where 1 is all, as it is written under *name*."""
        if self.is_percent(name):
            exact = round(share * 100, 2)
            is_plain = abs(share * 100 - exact) < 1e-9
            return self.put_number(name, exact if is_plain else round(share * 100, 1))
        held = self.made[name]
        if isinstance(held, int | float):
            return self.put(name, round(share, 4) + 0.0)
        return self.put_number(name, share)


@lru_cache(maxsize=4096)
def _joined(names: tuple[str, ...]) -> Mapping[str, str]:
    return {"".join(words_of(name)): name for name in names}


_BOUND = frozenset(("minProperties", "dependentRequired", "dependentSchemas", "anyOf",
                    "oneOf", "if", "allOf", "not"))  # fmt: skip


def is_number(value: Json) -> TypeGuard[int | float]:
    """Return whether *value* is a number, which truth values are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def worth_of(value: Json) -> float | None:
    """Return *value* as a number: `12`, `"12.50"`, `{"value": 12, "currency": …}`."""
    if is_number(value):
        return value
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return float(value)
    if isinstance(value, dict) and len(value) < 4:
        name = _inner(value)
        return None if name is None else worth_of(value[name])
    return None


def _inner(value: dict[str, Json]) -> str | None:
    if not any("currency" in name.lower() for name in value):
        return None
    return next((name for name in ("value", "amount", "units") if name in value), None)


def _put_inside(held: dict[str, Json], value: float) -> bool:
    name = _inner(held)
    if name is None:
        return False
    was = held[name]
    is_text = isinstance(was, str)
    rounded = round(value) if isinstance(was, int) else round(value, 2)
    held[name] = f"{value:.2f}" if is_text else rounded
    return True
