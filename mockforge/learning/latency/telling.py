"""Telling: a latency as a row of a table, with a small plot, and as JSON."""

from __future__ import annotations

from bisect import bisect_right
from math import exp, log

from mockforge.learning.latency.estimate import Estimate
from mockforge.learning.latency.model import Model
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.part import Shown, Subject
from mockforge.options import Json

BINS = 16
"""Of the plot, each as many times its neighbour as the next."""
_SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
_LEAST = 1e-6


def told(
    subject: Subject, status: int, estimate: Estimate, *, law: Law, named: bool
) -> Shown:
    """Return *estimate* as it is told.

    Args:
        subject: Whose it is.
        status: Of the answers; 0 for none.
        estimate: Not empty.
        law: What makes its confidence.
        named: Whether the words say which status.
    """
    model = estimate.model
    quantiles = {name: model.draw(share, None, None) for name, share in _SHARES.items()}
    words = ", ".join(f"{name} {duration(each)}" for name, each in quantiles.items())
    conditions = model.conditions
    by_size, by_hour = conditions.size is not None, conditions.hour is not None
    words += ", by size" if by_size else ""
    words += ", by hour" if by_hour else ""
    if named:
        words = f"{status or 'no answer'}: {words}"
    edges, bins = histogram(model)
    detail: dict[str, Json] = {
        "status": status,
        "quantiles": {name: round(each, 6) for name, each in quantiles.items()},
        "least": round(model.curve.least, 6),
        "most": round(model.curve.most, 6),
        "by_size": by_size,
        "by_hour": by_hour,
        "edges": [round(edge, 6) for edge in edges],
        "applied": law.applies(estimate.samples),
    }
    samples = estimate.samples
    return Shown(
        kind="latency",
        subject=subject,
        samples=samples,
        confidence=law.confidence(samples),
        told=words,
        plot=tuple(bins),
        detail=detail,
        changing=estimate.share if estimate.new else 0.0,
    )


def duration(seconds: float) -> str:
    """Return *seconds* in a few characters: `0.4 ms`, `80 ms`, `1.2 s`."""
    thousandths = seconds * 1000
    if thousandths < 9.95:
        return f"{thousandths:.1f} ms"
    if thousandths < 999.5:
        return f"{thousandths:.0f} ms"
    return f"{seconds:.1f} s" if seconds < 99.95 else f"{seconds:.0f} s"


def histogram(model: Model) -> tuple[list[float], list[float]]:
    """Return the edges of bins that grow by a factor, and the share in each."""
    least = max(model.curve.least, _LEAST)
    most = max(model.curve.most, least)
    if most <= least:
        return [least, most], [1.0]
    factor = log(most / least) / BINS
    edges = [least * exp(factor * n) for n in range(BINS + 1)]
    bins = [0.0] * BINS
    for value, share in model.curve.parts():
        index = min(max(bisect_right(edges, value) - 1, 0), BINS - 1)
        bins[index] += share
    return edges, bins
