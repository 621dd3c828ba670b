"""Numbers of answers: read with their decimals, moved exactly, written alike."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Literal

from mockforge.options import Json

LONGEST = 60
"""Digits that are counted with; longer numbers stay as they are."""

EXACT = Context(prec=3 * LONGEST)

Kind = Literal["int", "float", "text"]

_HALF = Decimal("0.5")
_TEXT = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a document."""

    value: Decimal
    kind: Kind
    """An integer, a number with a point or an exponent, or one written as text."""
    decimals: int
    """Digits after the point."""

    @classmethod
    def read(cls, value: Json) -> Number | None:
        """Return the number that *value* is or says; None if it is none to count with.

        Decimals come from JSON read with `parse_float=Decimal`; a float has those that
        it is shown with.
        """
        if isinstance(value, bool):
            return None
        if isinstance(value, int):
            # Text of an int of thousands of digits is refused by Python.
            is_short = value.bit_length() < LONGEST * 3
            return cls(Decimal(value), "int", 0) if is_short else None
        if isinstance(value, float):
            if not math.isfinite(value):
                return None
            return cls._of(Decimal(repr(value)), "float")
        if isinstance(value, Decimal):
            return cls._of(value, "float") if value.is_finite() else None
        if isinstance(value, str) and _TEXT.fullmatch(value) and _is_plain(value):
            return cls._of(Decimal(value), "text")
        return None

    @classmethod
    def _of(cls, value: Decimal, kind: Kind) -> Number | None:
        _, digits, exponent = value.as_tuple()
        assert isinstance(exponent, int)
        if max(len(digits), abs(exponent), len(digits) + exponent) > LONGEST:
            return None
        return cls(value, kind, max(0, -exponent))

    def to_json(self) -> Json:
        """Return what `from_json` takes."""
        return [self.kind, format(self.value, "f"), self.decimals]

    @classmethod
    def from_json(cls, value: Json) -> Number:
        """Return the number that *value* was made from."""
        kind, text, decimals = value
        return cls(Decimal(text), kind, decimals)

    def like(self, value: Decimal, bounds: Bounds) -> int | Decimal | str:
        """Return *value* written as this number is: with its decimals, within bounds.

        Rounded half up, so that halves go one way all along.
        """
        units = value.scaleb(self.decimals, context=EXACT)
        shown = EXACT.add(units, _HALF).to_integral_value(ROUND_FLOOR, EXACT)
        low = self._units(bounds.low, ROUND_CEILING)
        high = self._units(bounds.high, ROUND_FLOOR)
        if low is not None and high is not None and low > high:
            # No number with these decimals is within.
            shown = self.value.scaleb(self.decimals, context=EXACT)
        else:
            shown = Bounds(low, high).clamped(shown)
        if self.kind == "int":
            return int(shown)
        told = shown.scaleb(-self.decimals, context=EXACT)
        return format(told, "f") if self.kind == "text" else told

    def _units(self, bound: Decimal | None, way: str) -> Decimal | None:
        if bound is None:
            return None
        units = bound.scaleb(self.decimals, context=EXACT)
        return units.to_integral_value(way, EXACT)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a number stays within; no bound is None."""

    low: Decimal | None = None
    high: Decimal | None = None

    @classmethod
    def of(cls, low: Amount | None, high: Amount | None, base: Decimal) -> Bounds:
        """Return those that are meant where the first value is *base*."""
        first = None if low is None else low.bound(base)
        last = None if high is None else high.bound(base)
        if first is not None and last is not None and first > last:
            # Shares of a negative value.
            first, last = last, first
        return cls(first, last)

    def clamped(self, value: Decimal) -> Decimal:
        """Return the nearest to *value* that is within."""
        if self.low is not None and value < self.low:
            return self.low
        if self.high is not None and value > self.high:
            return self.high
        return value

    def reflected(self, value: Decimal) -> Decimal:
        """Return where *value* comes to if it turns back at each bound."""
        low, high = self.low, self.high
        if low is None or high is None:
            if low is not None and value < low:
                return low + (low - value)
            if high is not None and value > high:
                return high - (value - high)
            return value
        width = high - low
        if width <= 0:
            return low
        if low <= value <= high:
            return value
        way = EXACT.remainder(value - low, 2 * width)
        way = way + 2 * width if way < 0 else way
        return low + (way if way <= width else 2 * width - way)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was configured: so much, or such a share of the first value."""

    value: Decimal
    is_share: bool = False

    @classmethod
    def of(cls, written: float | str) -> Amount:
        """Return the amount that *written* says: `0.5` or `5%`."""
        if isinstance(written, str):
            return cls(Decimal(written.strip(" %")) / 100, is_share=True)
        return cls(Decimal(repr(float(written))))

    def at(self, base: Decimal) -> Decimal:
        """Return how much it is where the first value is *base*."""
        return EXACT.multiply(self.value, abs(base)) if self.is_share else self.value

    def bound(self, base: Decimal) -> Decimal:
        """Return where it is on the scale of a first value *base*."""
        return EXACT.multiply(self.value, base) if self.is_share else self.value


def _is_plain(text: str) -> bool:
    # "007" is a code, and would lose its zeros.
    digits = text.lstrip("-")
    return len(text) <= LONGEST and (digits[0] != "0" or digits[1:2] in ("", "."))
