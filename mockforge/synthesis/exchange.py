"""What one money is worth in another, roughly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mockforge.bodies.document import Path
from mockforge.synthesis.facts import Fact
from mockforge.synthesis.scope import Scope
from mockforge.synthesis.ways import direction_of

_PER_EURO = {
    "EUR": 1.0, "USD": 1.09, "GBP": 0.855, "CHF": 0.957, "SEK": 11.32, "NOK": 11.58,
    "DKK": 7.46, "PLN": 4.31, "CZK": 25.1, "HUF": 389.5, "RON": 4.97, "BGN": 1.956,
    "ISK": 149.8, "TRY": 35.2, "UAH": 42.6, "JPY": 163.4, "CNY": 7.86, "HKD": 8.52,
    "KRW": 1472.0, "SGD": 1.465, "INR": 90.9, "IDR": 17240.0, "MYR": 5.12,
    "THB": 39.3, "PHP": 61.8, "VND": 27150.0, "TWD": 34.9, "AUD": 1.652, "NZD": 1.781,
    "CAD": 1.482, "MXN": 18.9, "BRL": 5.62, "ARS": 958.0, "CLP": 1012.0,
    "COP": 4310.0, "PEN": 4.06, "ZAR": 20.3, "NGN": 1610.0, "KES": 141.5,
    "EGP": 52.4, "MAD": 10.8, "ILS": 4.02, "AED": 4.0, "SAR": 4.09, "QAR": 3.97,
}  # fmt: skip
_RATES = frozenset(("rate", "exchange"))
_RESULTS = frozenset(("result", "converted", "output", "conversion"))
_FINE = 10
"""From this on a rate has fewer decimals."""


def worth(base: str, quote: str) -> float | None:
    """Return what one of *base* is worth in *quote*, if both are known."""
    if base not in _PER_EURO or quote not in _PER_EURO:
        return None
    made = _PER_EURO[quote] / _PER_EURO[base]
    if made >= _FINE:
        return round(made, 2)
    return round(made, 4 if made > 1 / _FINE else 8)


def exchanged(facts: Sequence[Fact], scope: Scope) -> Iterator[tuple[Path, Any]]:
    """Yield the rates, and what comes of them, of the money that *facts* name."""
    said: Mapping[str, str] = {
        direction_of(fact): str(fact.values[0]).upper() for fact in facts
        if direction_of(fact) and fact.values
    }  # fmt: skip
    base, quote = said.get("origin", ""), said.get("destination", "")
    if base not in _PER_EURO:
        return
    rate = worth(base, quote)
    amount = next((_number(fact) for fact in facts if fact.words == ("amount",)), None)
    for spot in scope.spots:
        if not scope.is_item(spot) or "number" not in spot.types:
            continue
        other = worth(base, spot.words[-1].upper()) if spot.words else None
        if other is not None and len(spot.words) > 1:
            # `rates` by the code of the money.
            yield spot.path, other
        elif rate is not None and _RATES & {*spot.words}:
            yield spot.path, rate
        elif rate is not None and amount is not None and _RESULTS & {*spot.words}:
            yield spot.path, round(amount * rate, 2)


def _number(fact: Fact) -> float | None:
    try:
        return float(str(fact.values[0]))
    except ValueError:
        return None
