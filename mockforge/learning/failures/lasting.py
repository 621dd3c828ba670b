"""Failures that pass by themselves, told from those that a request causes."""

from __future__ import annotations

from collections.abc import Sequence

from mockforge.learning.failures.outcomes import PASSING
from mockforge.learning.sample import Sample

_Asked = tuple[str, str, bytes]


def lasting(samples: Sequence[Sample]) -> list[Sample]:
    """Return *samples* less the failures that pass by themselves.

    A failure passes if the answer says when to ask again, or if the same request was
    answered otherwise too. What is always answered so is caused by the request.
    """
    well = {_asked(one) for one in samples if one.status not in PASSING}
    return [one for one in samples if not _passes(one, well)]


def _passes(sample: Sample, well: set[_Asked]) -> bool:
    if sample.status not in PASSING or sample.exchange.response is None:
        return False
    if sample.exchange.response.header("Retry-After") is not None:
        return True
    return _asked(sample) in well


def _asked(sample: Sample) -> _Asked:
    request = sample.exchange.request
    return request.method, request.target, request.body
