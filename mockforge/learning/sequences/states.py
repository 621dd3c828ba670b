"""States: which leaf of an answer tells how far the thing is that was asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from mockforge.bodies.document import Path, Scalar
from mockforge.learning.sequences.steps import text_of
from mockforge.options import Json

if TYPE_CHECKING:
    from mockforge.learning.sample import Sample

MOST_STATES = 12
"""Values that a state has at most; what has more is no small enum."""

MOST_LEAVES = 200
"""Leaves of an answer that are looked at."""

FEW_THINGS = 2
"""Things that must have changed so, where the name says nothing."""

_NAME = re.compile(r"(?:^|_)(?:stat(?:e|us)|phase|stage|lifecycle|progress_?state)s?$")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[-. :]+")
_WORDS = re.compile(r"[^\W\d][\w./-]{0,39}(?: [\w./-]{1,20}){0,2}")
_ERRORS = 400


class Sampled(Protocol):
    """What was learned of an API, as far as it is needed here; `Learned` is it."""

    @property
    def samples(self) -> Sequence[Sample]:
        """Exchanges at hand, in order of start."""


def states_of(learned: Sampled) -> Mapping[str, Path]:
    """Return, by the key of an endpoint, where its answers tell a state.

    The path is one into `bodies.messages.told_of`. A leaf tells a state if it has few
    values, and moves from one to another between reads of the same thing. Where its
    name says it, as `status` does, it is enough that the values come again.
    """
    seen: dict[str, dict[Path, _Leaf]] = {}
    answers: Counter[str] = Counter()
    for sample in learned.samples:
        if sample.told is None or not sample.status or sample.status >= _ERRORS:
            continue
        answers[sample.endpoint] += 1
        _look(sample, seen.setdefault(sample.endpoint, {}))
    found = {}
    for endpoint, known in seen.items():
        least = answers[endpoint] / 2
        telling = [one for one in known.values() if one.seen >= least and one.tells]
        if telling:
            found[endpoint] = min(telling, key=lambda one: one.rank).path
    return found


@dataclass(slots=True)
class _Leaf:
    """A place in the answers of an endpoint."""

    path: Path
    seen: int = 0
    is_open: bool = True
    """It may still be a state."""
    values: Counter[str] = field(default_factory=Counter)
    things: dict[object, list[str]] = field(default_factory=dict)
    """By request, the values it went through."""
    is_status: bool = True
    """It says the status of the answer once more."""

    def add(self, thing: object, value: object, status: int) -> None:
        """Take note of what one answer says here."""
        self.seen += 1
        text = text_of(value)
        if text is None or not self._may_tell(value):
            self.is_open = self.is_open and value is None
            return
        self.is_status = self.is_status and text == str(status)
        self.values[text] += 1
        passed = self.things.setdefault(thing, [])
        if not passed or passed[-1] != text:
            passed.append(text)
        if len(self.values) > MOST_STATES:
            self.is_open = False

    def _may_tell(self, value: object) -> bool:
        if isinstance(value, str):
            return _WORDS.fullmatch(value.strip()) is not None
        # Numbers count, unless they are called a state.
        return isinstance(value, bool) or self.is_named

    @property
    def is_named(self) -> bool:
        """Whether its name says that it is a state."""
        name = next((one for one in reversed(self.path) if isinstance(one, str)), "")
        return _NAME.search(_HUMP.sub("_", name).lower()) is not None

    @property
    def moved(self) -> int:
        """How many things went from one value to another."""
        return sum(len(passed) > 1 for passed in self.things.values())

    @property
    def tells(self) -> bool:
        """Whether it tells a state."""
        if not self.is_open or len(self.values) < 2 or self.is_status:
            return False
        if self.is_named:
            return self.moved > 0 or 2 * len(self.values) <= self.seen
        return self.moved >= FEW_THINGS and self._is_shared()

    def _is_shared(self) -> bool:
        """Whether different things go through the same values, none twice."""
        at: Counter[str] = Counter()
        again = moved = 0
        for passed in self.things.values():
            at.update(set(passed))
            moved += len(passed) > 1
            again += len(set(passed)) < len(passed)
        alone = sum(count < FEW_THINGS for count in at.values())
        return 2 * alone <= len(at) and 10 * again <= moved

    @property
    def rank(self) -> tuple[bool, bool, int, int, str]:
        """What comes first tells the state best."""
        moved = self.moved
        is_sure = moved > 0 and self.is_named
        return not is_sure, not moved, -moved, len(self.path), str(self.path)


def _look(sample: Sample, known: dict[Path, _Leaf]) -> None:
    assert sample.told is not None
    request = sample.exchange.request
    thing = (request.method, request.target, request.body)
    many = set[Path]()
    found = _first(sample.told["body"], ("body",), many)
    for path, value in islice(found, MOST_LEAVES):
        leaf = known.get(path)
        if leaf is None:
            leaf = known[path] = _Leaf(path)
        leaf.add(thing, value, sample.status or 0)
    if not many:
        return
    for leaf in known.values():
        if leaf.is_open and any(leaf.path[:at] in many for at in _items(leaf.path)):
            leaf.is_open = False


def _first(body: Json, path: Path, many: set[Path]) -> Iterator[tuple[Path, Scalar]]:
    """Yield the scalars of *body*, of each list those of the first item alone.

    One of many says nothing of what was asked for: the paths of lists that hold more
    are added to *many*.
    """
    todo: list[tuple[Path, Json]] = [(path, body)]
    while todo:
        where, one = todo.pop()
        if isinstance(one, dict):
            inner = [((*where, str(name)), each) for name, each in one.items()]
            todo += reversed(inner)
        elif isinstance(one, list):
            if len(one) > 1:
                many.add(where)
            todo += [((*where, 0), each) for each in one[:1]]
        else:
            yield where, one


def _items(path: Path) -> list[int]:
    return [at for at, step in enumerate(path) if isinstance(step, int)]
