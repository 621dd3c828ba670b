"""Requests that differ in one value, and what that changed in their answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import islice

from mockforge.bodies.document import Path, text_of
from mockforge.learning.bindings.evidence import NEAR
from mockforge.learning.bindings.requests import Place, Seen
from mockforge.learning.bindings.timeline import Timeline, told_leaves
from mockforge.learning.bindings.times import away, nearest
from mockforge.learning.formats import classify, is_minted

MOST_ANSWERS, MOST_LEAVES = 24, 200
"""Answers that are compared, and values of each."""

Texts = tuple[tuple[Path, str], ...]


class Comparisons:
    """The samples of a timeline without what looks made anew in them."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._asked = lru_cache(maxsize=1024)(self._asked_of)
        self._told = lru_cache(maxsize=1024)(self._told_of)

    def of_answers(self, place: Place) -> tuple[float, str]:
        """Return what the answers say where all else that was asked is the same."""
        groups: dict[object, list[Seen]] = defaultdict(list)
        for one in place.seen[:MOST_ANSWERS]:
            groups[self._rest(one)].append(one)
        same = other = 0
        for group in groups.values():
            if len({one.text for one in group}) < 2:
                continue
            answers = Counter(self._answer(one) for one in group)
            same += max(answers.values()) - 1
            other += len(group) - max(answers.values())
        if same > 2 * other:
            return 4.0, "the rest recurs and the answer stays"
        if other > same and place.method in ("GET", "HEAD"):
            return -5.0, "another value, another answer"
        return 0.0, ""

    def _rest(self, one: Seen) -> object:
        asked = self._asked(one.number)
        rest = tuple(pair for pair in asked if pair[0] != one.path)
        return self._timeline.samples[one.number].endpoint, rest

    def _answer(self, one: Seen) -> object:
        """Return what was answered, but for what is an echo of the value."""
        told = self._told(one.number)
        rest = tuple(pair for pair in told if one.text not in pair[1])
        return self._timeline.samples[one.number].status, rest

    def _asked_of(self, number: int) -> Texts:
        started = self._timeline.samples[number].started
        return tuple(
            (path, text_of(value))
            for path, value in self._timeline.asked[number][:MOST_LEAVES]
            if not is_passing(value, started)
        )

    def _told_of(self, number: int) -> Texts:
        sample = self._timeline.samples[number]
        return tuple(
            (path, text_of(value))
            for path, value in islice(told_leaves(sample), MOST_LEAVES)
            if not is_passing(value, sample.started)
        )


def is_passing(value: object, started: float) -> bool:
    """Tell whether *value* looks made anew: a minted format, or the time of asking."""
    if not isinstance(value, str | int | float):
        return False
    if is_minted(classify(value)):
        return True
    found = nearest(value, started)
    return found is not None and abs(away(found, started)) <= NEAR
