"""Choosing: whose latency is drawn from where there are several, or too little."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mockforge.learning.latency.estimate import LIKELY, Estimate
from mockforge.learning.latency.model import Model
from mockforge.learning.latency.regime import Regime
from mockforge.learning.patterns.law import Law

FEWEST = 3
"""Fewer others than a persona tell nothing of how it differs from them."""


def chosen(
    own: Mapping[int, Estimate],
    everybody: Mapping[int, Estimate],
    status: int,
    law: Law,
) -> Model | None:
    """Return what the latency of *status* is drawn from, None if nothing is applied.

    Args:
        own: Of the persona that asks, by status; empty if it is nobody's.
        everybody: Of everybody, by status.
        status: Of the answer.
        law: From when on anything is applied.
    """
    one, all_ = own.get(status), everybody.get(status)
    known = all_ is not None and law.applies(all_.samples)
    if (
        one is not None
        and law.applies(one.samples)
        and (all_ is None or not known or _differs(one, all_))
    ):
        return one.model
    if all_ is not None and known:
        return all_.model
    return _pooled(everybody or own, status, law)


def _differs(one: Estimate, all_: Estimate) -> bool:
    """Whether *one*, which is part of *all_*, differs from the rest of it."""
    rest = all_.samples - one.samples
    if rest < FEWEST:
        return False
    points = one.whole.trail.points
    model = all_.whole
    if not points or not model.samples:
        return False
    part = 1.0 - one.samples / all_.samples
    told = model.held_against(points).against(min(rest, model.known))
    return told / (part * part) > LIKELY


def _pooled(estimates: Mapping[int, Estimate], status: int, law: Law) -> Model | None:
    """Return what the answers that are nearest to *status* have in common.

    That are those of its class, else all. If the little that was seen of *status*
    differs from these it is drawn from, as part of a pattern that is applied.
    """
    if status == 0:
        return None
    seldom = estimates.get(status)
    nearer: tuple[Callable[[int], bool], ...] = (
        lambda other: other // 100 == status // 100,
        bool,
    )
    for near in nearer:
        rest = [
            each.whole
            for other, each in sorted(estimates.items())
            if near(other) and other != status
        ]
        pool = Regime.of([*rest, seldom.whole] if seldom else rest)
        if not law.applies(pool.samples):
            continue
        if seldom is not None and _is_another(seldom, Regime.of(rest)):
            return seldom.model
        return pool.model
    return None


def _is_another(seldom: Estimate, rest: Regime) -> bool:
    """Whether what was seen *seldom* is not as the *rest*."""
    if not rest.samples:
        return False
    points = seldom.whole.trail.points
    return rest.held_against(points).against(rest.known) > LIKELY
