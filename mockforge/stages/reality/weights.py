"""Weights: the share each source has in answers at a ratio, and the draw among them.

Up to a ratio of 0.3 everything is made up. Recorded answers fade in from there and are
all there is at 0.7; the upstream fades in from 0.7 and is all there is at 1.0.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mockforge.provenance import Source

LOW, MIDDLE = 0.3, 0.7
"""The ratios between which recorded answers fade in."""

REAL_FIRST = (Source.UPSTREAM, Source.RECORDED, Source.SYNTHETIC)


@dataclass(frozen=True, slots=True)
class Weights:
    """The shares of the sources; they add up to one, or all are 0 if none is usable."""

    upstream: float
    recorded: float
    synthetic: float

    def of(self, source: Source) -> float:
        """Return the share of *source*."""
        if source is Source.UPSTREAM:
            return self.upstream
        return self.recorded if source is Source.RECORDED else self.synthetic

    def drawn(self, at: float) -> Source | None:
        """Return the source at a point of [0, 1); None if none is usable.

        The most real come first: a point that falls to a real source falls to it, or
        to one more real, at every higher ratio.
        """
        reached = 0.0
        last = None
        for source in REAL_FIRST:
            share = self.of(source)
            if share <= 0.0:
                continue
            reached += share
            last = source
            if at < reached:
                return source
        # Shares may add up to a little less than one.
        return last


def weights(ratio: float, usable: Collection[Source] = REAL_FIRST) -> Weights:
    """Return the shares at *ratio* of the sources in *usable*.

    What is not usable gives its share to the next less real source that is, or to the
    next more real one if there is none.

    Args:
        ratio: 0 to 1.
        usable: The sources that can answer.
    """
    upstream = _clipped((ratio - MIDDLE) / (1.0 - MIDDLE))
    known = _clipped((ratio - LOW) / (MIDDLE - LOW))
    shares = dict(
        zip(REAL_FIRST, (upstream, known - upstream, 1.0 - known), strict=True)
    )
    for number, source in enumerate(REAL_FIRST):
        if source in usable:
            continue
        given, shares[source] = shares[source], 0.0
        heirs = (*REAL_FIRST[number + 1 :], *reversed(REAL_FIRST[:number]))
        heir = next((each for each in heirs if each in usable), None)
        if heir is not None:
            shares[heir] += given
    return Weights(*(shares[source] for source in REAL_FIRST))


def _clipped(share: float) -> float:
    return min(max(share, 0.0), 1.0)
