"""Curves: how a ratio goes from its first value to its last."""

from __future__ import annotations

import math
from enum import StrEnum

STEEP = 10.0
"""How steep the sigmoid is in its middle."""


class Curve(StrEnum):
    """How a ratio moves between."""

    LINEAR = "linear"
    EXPONENTIAL = "exponential"
    """Slowly first: `(e^2p - 1) / (e^2 - 1)`."""
    SIGMOID = "sigmoid"
    """Slowly first and last."""

    def at(self, progress: float) -> float:
        """Return how far it has come, 0 to 1, when *progress* of the time is over."""
        p = min(max(progress, 0.0), 1.0)
        if self is Curve.EXPONENTIAL:
            return math.expm1(2.0 * p) / math.expm1(2.0)
        if self is Curve.SIGMOID:
            # Without this it would begin above 0 and end below 1.
            low, high = _logistic(-STEEP / 2), _logistic(STEEP / 2)
            return (_logistic(STEEP * (p - 0.5)) - low) / (high - low)
        return p


def _logistic(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x))
