"""Choosing: which recorded exchange of an endpoint is most like the live one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mockforge.sources.rebound.journal import Moment
from mockforge.sources.rebound.places import Place
from mockforge.sources.rebound.situation import Feature, Features

MOST = 80
"""Exchanges of one endpoint that are compared."""

_TRUST = {
    "names": 1.5,
    "state": 1.2,
    "now": 1.3,
    "own": 1.3,
    "found": 1.5,
    "has": 3.0,
    "stands": 4.0,
    "same": 1.2,
    "word": 0.8,
    "kind": 0.6,
    "again": 0.6,
    "turn": 0.5,
    "last": 0.5,
    "extra": 0.5,
    "age": 0.4,
}
"""How much each sort of feature says, before anything is learned."""

_UNLEARNED = 0.05
"""The weight of what separates nothing, in shares of what separates all."""

_NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Chosen:
    """A recorded exchange, and how well it fits."""

    moment: Moment
    score: float


class Choice:
    """The recorded exchanges of one endpoint, to choose from."""

    def __init__(
        self,
        features: Callable[[Moment], Features],
        moments: Sequence[Moment],
        lists: Sequence[Place] = (),
    ) -> None:
        """Weigh what separates the outcomes of *moments*, all of one endpoint.

        Args:
            features: Gives the situation of a recorded moment.
            moments: At least one.
            lists: The places of the lists in their answers, in the order in which the
                features tell what is found for them.
        """
        self.moments = spread(moments)
        self._features = [features(each) for each in self.moments]
        labels = [each.outcome for each in self.moments]
        self._weights = weights_of(self._features, labels)
        self._refusing = _refusing(self._features, self.moments)
        self._deciding = _deciding(self._features, self.moments, lists)

    def best(self, features: Features, after: int) -> Chosen:
        """Return what is most like *features*.

        Args:
            features: Of the live request.
            after: Number of the recorded moment that was chosen before; of equals,
                the next one after it is taken.
        """
        allowed = self._allowed(features)
        scores = [
            self._score(features, each) if may else -1.0
            for each, may in zip(self._features, allowed, strict=True)
        ]
        top = max(scores)
        equals = [
            moment
            for moment, score in zip(self.moments, scores, strict=True)
            if score >= top - _NEAR
        ]
        nearest = min(equals, key=lambda m: (m.number <= after, abs(m.number - after)))
        return Chosen(nearest, top)

    def _allowed(self, live: Features) -> list[bool]:
        """Return which moments may be taken, by what decides how answers look.

        Failures are no matter of what a list holds.
        """
        allowed = [True] * len(self.moments)
        for name in self._refusing:
            # A word that is new may be free text; one that was taken is not refused.
            if live.get(name) == "yes":
                allowed = [
                    may and each.get(name) != "no"
                    for may, each in zip(allowed, self._features, strict=True)
                ]
        if not any(allowed):
            allowed = [True] * len(self.moments)
        for name, part in self._deciding:
            wanted = part(live.get(name, ""))
            good = [
                may and moment.is_good and part(each.get(name, "")) == wanted
                for may, each, moment in zip(
                    allowed, self._features, self.moments, strict=True
                )
            ]
            if any(good):
                allowed = [
                    fits or (may and not moment.is_good)
                    for fits, may, moment in zip(
                        good, allowed, self.moments, strict=True
                    )
                ]
        return allowed

    def _score(self, live: Features, recorded: Features) -> float:
        got = total = 0.0
        for name, weight in self._weights.items():
            one, other = live.get(name, ""), recorded.get(name, "")
            if not one and not other:
                continue
            total += weight
            got += weight * likeness(name[0], one, other)
        return got / total if total else 1.0


def _holds_some(found: str) -> bool:
    return found != "none"


def _goes_on(found: str) -> bool:
    return found.endswith(" more")


def _deciding(
    features: Sequence[Features], moments: Sequence[Moment], lists: Sequence[Place]
) -> list[tuple[Feature, Callable[[str], bool]]]:
    """Return what of the lists tells without exception what a good answer has.

    That is the list itself, if it is left out when it is empty, and something beside
    it that is there only if the list goes on.
    """
    found: list[tuple[Feature, Callable[[str], bool]]] = []
    good = [
        (each, frozenset(moment.told.by_place))
        for each, moment in zip(features, moments, strict=True)
        if moment.is_good
    ]
    for number, place in enumerate(lists):
        name = ("found", str(number))
        for part in (_holds_some, _goes_on):
            here = [told for each, told in good if part(each.get(name, ""))]
            there = [told for each, told in good if not part(each.get(name, ""))]
            if here and there:
                apart = frozenset.intersection(*here) - frozenset().union(*there)
                is_list = place in apart
                is_beside = any(each[: len(place)] != place for each in apart)
                if is_list if part is _holds_some else is_beside:
                    found.append((name, part))
    return found


def _refusing(features: Sequence[Features], moments: Sequence[Moment]) -> list[Feature]:
    """Return where words that a server does not know were refused, and others not."""
    found: dict[Feature, set[tuple[str, bool]]] = {}
    for each, moment in zip(features, moments, strict=True):
        for name, said in each.items():
            if name[0] == "spoken":
                found.setdefault(name, set()).add((said, moment.is_good))
    return [
        name for name, said in found.items() if said == {("no", False), ("yes", True)}
    ]


def spread(moments: Sequence[Moment]) -> list[Moment]:
    """Return at most MOST of *moments*, of every outcome about as many."""
    if len(moments) <= MOST:
        return list(moments)
    groups: dict[str, list[Moment]] = {}
    for moment in moments:
        groups.setdefault(moment.outcome, []).append(moment)
    share = max(1, MOST // len(groups))
    kept = [
        each
        for group in groups.values()
        for each in group[:: max(1, -(-len(group) // share))]
    ]
    return sorted(kept[:MOST], key=lambda moment: moment.number)


def likeness(sort: str, one: str, other: str) -> float:
    """Return how alike two values of a feature are, 0 to 1."""
    if one == other:
        return 1.0
    if sort in ("turn", "age", "again") and one and other:
        return 1 / (1 + abs(int(one) - int(other)))
    if sort == "found" and one and other:
        if "none" in (one, other):
            return 0.0
        return 0.7 if one.endswith("more") == other.endswith("more") else 0.3
    if sort in ("last", "kind"):
        return 0.5 if one.split(" ")[0] == other.split(" ")[0] else 0.0
    if sort in ("state", "names"):
        unknown = ("never", "asked", "refused", "none")
        return 0.6 if one in unknown and other in unknown else 0.0
    return 0.0


def weights_of(
    features: Sequence[Features], labels: Sequence[str]
) -> dict[Feature, float]:
    """Return how much each feature says about the outcome."""
    names = sorted({name for each in features for name in each})
    whole = _entropy(Counter(labels))
    found = {}
    for name in names:
        values = [each.get(name, "") for each in features]
        gain = _gain(values, labels, whole) if whole else 1.0
        found[name] = _TRUST.get(name[0], 1.0) * (_UNLEARNED + gain)
    return found


def _gain(values: Sequence[str], labels: Sequence[str], whole: float) -> float:
    """Return which share of the doubt about the label the value takes away.

    Many different values take away doubt by chance: that much is not counted
    (Miller 1955, the bias of information measured on few samples).
    """
    parts: dict[str, Counter[str]] = {}
    for value, label in zip(values, labels, strict=True):
        parts.setdefault(value, Counter())[label] += 1
    count = len(values)
    rest = sum(sum(part.values()) / count * _entropy(part) for part in parts.values())
    chance = (len(parts) - 1) * (len(set(labels)) - 1) / (2 * count * math.log(2))
    return max(0.0, whole - rest - chance) / whole


def _entropy(counts: Counter[str]) -> float:
    total = sum(counts.values())
    return -sum(n / total * math.log2(n / total) for n in counts.values() if n)
