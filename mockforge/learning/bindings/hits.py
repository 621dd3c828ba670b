"""How many requests a replay of the same session would know again."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mockforge.bodies.document import Path, Scalar, general, text_of
from mockforge.chance import rng
from mockforge.learning.bindings.bindings import Bindings, learn_bindings
from mockforge.learning.bindings.timeline import Spot, Timeline
from mockforge.learning.formats import mint
from mockforge.learning.sample import Sample

MOST_FOLDS = 6
"""Sessions that are left out in turn."""
LATER = 86400.0 * 100
"""Seconds after which the same session is run again."""

Signature = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a replay would know again."""

    requests: int
    without: int
    """With every field compared as it was sent."""
    with_: int
    """With what the client makes left out, and what it carries renamed."""
    by: str
    """How it was found: `sessions` against each other, or values `minted` anew."""
    sessions: int


def hits(
    samples: Sequence[Sample],
    bindings: Bindings,
    change: Callable[[Bindings], Bindings] = lambda learned: learned,
) -> Hits:
    """Return how many requests a replay knows with *bindings* and without.

    Where sessions recur, each is left out in turn, learned nothing from, and looked
    for in the others. Else the one that there is runs again with what its client makes
    made anew.

    Args:
        samples: What was recorded.
        bindings: What was learned of it.
        change: Overrules what is learned again, as pins do.
    """
    timeline = Timeline(samples)
    folds = _recurring(timeline)
    if len(folds) > 1:
        return _by_sessions(timeline, folds, change)
    return _by_minting(timeline, bindings)


def _recurring(timeline: Timeline) -> list[str]:
    """Return sessions that mostly ask what others ask as well."""
    asked: dict[str, Counter[str]] = defaultdict(Counter)
    for sample in timeline.samples:
        asked[sample.session][sample.endpoint] += 1
    spread = Counter(key for counted in asked.values() for key in counted)
    found = []
    for session, counted in sorted(asked.items()):
        again = sum(count for key, count in counted.items() if spread[key] > 1)
        if again >= 0.7 * counted.total():
            found.append(session)
    whole = sum(asked[session].total() for session in found)
    if whole < 0.5 * len(timeline.samples):
        # What recurs is too little to stand for the rest.
        return []
    return found[:: max(1, len(found) // MOST_FOLDS)][:MOST_FOLDS]


def _by_sessions(
    timeline: Timeline, folds: list[str], change: Callable[[Bindings], Bindings]
) -> Hits:
    total, found = 0, Counter[bool]()
    for session in folds:
        rest = [one for one in timeline.samples if one.session != session]
        learned = change(learn_bindings(rest))
        numbers = range(len(timeline.samples))
        live = [n for n in numbers if timeline.samples[n].session == session]
        kept = [n for n in numbers if timeline.samples[n].session != session]
        total += len(live)
        for is_left_out in (False, True):
            scene = _Scene(timeline, learned, is_left_out)
            known = {scene.signature(number) for number in kept}
            found[is_left_out] += _run(scene, live, known.__contains__)
    return Hits(total, found[False], found[True], "sessions", len(folds))


def _by_minting(timeline: Timeline, bindings: Bindings) -> Hits:
    numbers = range(len(timeline.samples))
    found = Counter[bool]()
    for is_left_out in (False, True):
        scene = _Scene(timeline, bindings, is_left_out)
        known = {scene.signature(number) for number in numbers}
        scene.is_minted = True
        found[is_left_out] += _run(scene, list(numbers), known.__contains__)
    sessions = len({sample.session for sample in timeline.samples})
    return Hits(len(numbers), found[False], found[True], "minted", sessions)


def _run(
    scene: _Scene, live: Sequence[int], is_known: Callable[[Signature], bool]
) -> int:
    """Return how many of *live* are known, and so is all that they carry on."""
    answered: set[int] = set()
    for number in live:
        has_all = all(spot.number in answered for spot in scene.carried(number))
        if has_all and is_known(scene.signature(number)):
            answered.add(number)
    return len(answered)


class _Scene:
    """Requests as a replay compares them."""

    def __init__(self, timeline: Timeline, bindings: Bindings, is_left_out: bool):
        self._timeline = timeline
        self._bindings = bindings
        self._is_left_out = is_left_out
        self.is_minted = False
        """What clients make is made anew."""
        self._turns: dict[int, int] = {}
        counted: Counter[tuple[str, str]] = Counter()
        for number, sample in enumerate(timeline.samples):
            key = (sample.session, sample.endpoint)
            self._turns[number] = counted[key]
            counted[key] += 1

    def carried(self, number: int) -> Iterator[Spot]:
        """Yield where in answers the values were told that a request carries on."""
        for _, _, spot in self._leaves(number):
            if spot is not None and spot.told:
                yield spot

    def signature(self, number: int) -> Signature:
        """Return what is equal for requests that are taken for one."""
        sample = self._timeline.samples[number]
        made = self._bindings.minted_by_client(sample.endpoint)
        parts: list[object] = []
        for path, value, spot in self._leaves(number):
            if general(path) in made:
                if not self._is_left_out:
                    parts.append((path, self._made(number, path, value)))
            elif spot is None:
                parts.append((path, text_of(value)))
            else:
                origin = self._timeline.samples[spot.number]
                turn = self._turns[spot.number]
                parts.append((path, origin.endpoint, spot.path, turn))
        if sample.asked["body"] is None and sample.exchange.request.body:
            body = sample.exchange.request.body
            parts.append(hashlib.blake2b(body, digest_size=16).digest())
        return (sample.endpoint, frozenset(parts))

    def _made(self, number: int, path: Path, value: Scalar) -> str:
        if not self.is_minted:
            return text_of(value)
        sample = self._timeline.samples[number]
        random = rng(number, *map(str, path))
        return text_of(mint(value, random, sample.started + LATER))

    def _leaves(self, number: int) -> Iterator[tuple[Path, Scalar, Spot | None]]:
        """Yield what matching compares, with where it was told if it is carried on."""
        sample = self._timeline.samples[number]
        carried = self._bindings.carried(sample.endpoint)
        for path, value in self._timeline.asked[number]:
            if path[0] in ("header", "cookie"):
                continue
            spot = None
            if general(path) in carried:
                spot = self._timeline.origin(sample.session, text_of(value))
            earlier = spot is not None and spot.number < number
            yield path, value, spot if earlier else None
