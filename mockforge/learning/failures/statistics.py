"""Intervals and tests for counts, exact where there are few."""

from __future__ import annotations

from math import exp, inf, lgamma, sqrt

Z = 1.959963984540054
"""Of a 95 % interval."""

_ENOUGH = 1e-12


def wilson(count: float, total: float, z: float = Z) -> tuple[float, float]:
    """Return the interval that a share of *count* in *total* is in (Wilson 1927).

    >>> [round(end, 4) for end in wilson(1, 1000)]
    [0.0002, 0.0056]
    """
    if not total > 0:
        return 0.0, 1.0
    share = min(max(count / total, 0.0), 1.0)
    square = z * z / total
    middle = share + square / 2
    wide = z * sqrt(share * (1 - share) / total + square / (4 * total))
    low, high = (middle - wide) / (1 + square), (middle + wide) / (1 + square)
    return low if count > 0 else 0.0, high if count < total else 1.0


def same_share(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Return how likely two counts differ by chance as much as these (Fisher).

    Args:
        first: A count, and of how many.
        second: Another.
    """
    (one, of_one), (two, of_two) = (_whole(*pair) for pair in (first, second))
    total, both = of_one + of_two, one + two
    if not of_one or not of_two or not both or both == total:
        return 1.0
    step = 1 if one * total > both * of_one else -1
    tail, term, at = 0.0, exp(_logarithm(one, of_one, both, total)), one
    while term > _ENOUGH * tail:
        tail += term
        if step > 0:
            left = (at + 1) * (total - both - of_one + at + 1)
            term *= (both - at) * (of_one - at) / left
        else:
            left = (both - at + 1) * (of_one - at + 1)
            term *= at * (total - both - of_one + at) / left
        at += step
    return min(2.0 * tail, 1.0)


def _whole(count: float, total: float) -> tuple[int, int]:
    rounded = max(round(total), 0)
    return min(max(round(count), 0), rounded), rounded


def _logarithm(one: int, of_one: int, both: int, total: int) -> float:
    """Return the logarithm of the chance that *both* have *one* in the first."""

    def choose(n: int, k: int) -> float:
        if k < 0 or k > n:
            return -inf
        return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)

    return (
        choose(both, one) + choose(total - both, of_one - one) - choose(total, of_one)
    )
