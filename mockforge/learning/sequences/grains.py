"""Grains: times between steps, in classes that grow with them."""

from __future__ import annotations

from math import exp, isfinite, log

from mockforge.learning.sequences.counts import Outcomes

_LEAST_GAP = 1e-4
_GRAIN = log(1.1)
_MOST_GRAINS = 240


def grain_of(gap: float) -> int:
    """Return which grain of time *gap* falls into; each is a tenth longer."""
    if not isfinite(gap) or gap <= _LEAST_GAP:
        return 0
    return min(_MOST_GRAINS, 1 + int(log(gap / _LEAST_GAP) / _GRAIN))


def quantile(grains: Outcomes, u: float) -> float:
    """Return the seconds below which a share *u* of *grains* is."""
    order = sorted((at, weight) for at, weight in grains.items() if isinstance(at, int))
    left = min(max(u, 0.0), 1.0) * sum(weight for _, weight in order)
    for at, weight in order:
        if left <= weight and weight > 0:
            within = left / weight
            return _LEAST_GAP * exp((at - 1 + within) * _GRAIN) if at else 0.0
        left -= weight
    return 0.0
