"""What speaks for a word below a node as the value of a parameter."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from mockforge.learning.endpoints import words
from mockforge.learning.endpoints.segments import ACTION, VERSION
from mockforge.learning.endpoints.trie import Node, hash_of

# Evidence is added up; a positive sum is a value. Each figure is about the logarithm
# of how many times more often a value shows it than a word of the API does.
PLURAL = 1.0
BELOW_VALUE = -1.2
ROOT = -1.2
MANY = -0.8
NAMED_HERE = 2.5
NAMED = 0.8
MISSING = 1.5
DELETED = 1.2
DELETED_ELSEWHERE = 0.4
CHANGED = 0.4
COLLECTS = -1.0
NESTED = 1.0
ACTED_ON = 1.0
DATED = 4.0
POSTED = -1.2
ALIKE = 0.8
ELSEWHERE = 0.3
SAME_BELOW = 2.0
OTHER_BELOW = -0.6
MUCH_BELOW = 1.0
TAGGED = 3.0
GONE = 2.0
IN_COLLECTION = 0.7


COMPARED = 64
"""Groups of siblings that each word is compared with."""

_DATE = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)?")
_ROOTS = frozenset({"api", "rest", "services", "index.php"})

_Group = TypeVar("_Group")


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a node stands."""

    above: str | None = ""
    """The word before; None below a value, empty at the root."""
    depth: int = 0
    named: Callable[[str], bool] = lambda text: False
    """Whether a text was seen as the name or id of something."""

    @property
    def is_root(self) -> bool:
        """Whether only a version stands before, if anything."""
        above = self.above
        return above is not None and (
            not self.depth or above in _ROOTS or VERSION.fullmatch(above) is not None
        )

    @property
    def is_collection(self) -> bool:
        """Whether a word in the plural stands before."""
        return bool(self.above) and words.is_plural(self.above or "")


def evidence(node: Node, word: str, scene: Scene) -> float:
    """Return how much speaks for *word* as a value, its siblings left aside."""
    child = node.children[word]
    score = words.looks(word) + _placed(word, scene) + _asked(child, scene)
    rank = hash_of(word)
    if _names(child, rank) or any(rank in end.named for end in node.ends.values()):
        score += NAMED_HERE
    elif scene.named(word):
        score += NAMED
    if scene.is_collection and _is_acted_on(node, word):
        score += ACTED_ON
    if _DATE.fullmatch(word) and (scene.is_collection or not child.children):
        score += DATED
    return score


def _is_acted_on(node: Node, word: str) -> bool:
    """Return whether *word* is one of `orders`, `orders:publish`."""
    action = ACTION.fullmatch(word)
    if action:
        return action[1] in node.children
    return any(label.startswith(f"{word}:") for label in node.children)


def _placed(word: str, scene: Scene) -> float:
    """Return what the place says."""
    score = MANY if words.is_plural(word) else 0.0
    if scene.above is None:
        return score + BELOW_VALUE
    if scene.is_root:
        return score + ROOT
    if not scene.is_collection:
        return score
    tagged = scene.depth > 2 and VERSION.fullmatch(word) is not None
    return score + PLURAL + (TAGGED if tagged else 0.0)


def _names(child: Node, rank: int) -> bool:
    """Return whether *rank* was named where it was asked for, or just below."""
    return any(
        rank in end.named
        for node in (child, *child.children.values())
        for end in node.ends.values()
    )


def _asked(child: Node, scene: Scene) -> float:
    """Return what methods and statuses say."""
    score = 0.0
    ends = child.ends
    if _is_missing(child):
        score += MISSING
    if "DELETE" in ends:
        score += DELETED if scene.is_collection else DELETED_ELSEWHERE
    if "PUT" in ends or "PATCH" in ends:
        score += CHANGED
    if "POST" in ends and len(ends) == 1 and not child.children:
        score += POSTED
    if child.children and all(label[:1] == "\0" for label in child.children):
        score += COLLECTS
    if scene.is_collection and any(map(words.is_plural, child.words())):
        score += NESTED
    return score


def _is_missing(node: Node) -> bool:
    ends = node.ends.values()
    return bool(ends) and all(set(end.statuses) <= {404, 410} for end in ends)


@dataclass(frozen=True, slots=True)
class Beside:
    """What values beside say of a word."""

    methods: frozenset[str]
    words: frozenset[str]
    collection: bool
    below_value: bool
    followed: bool
    """Other parameters come next, so that words there are none of the API's."""

    @classmethod
    def of(cls, sure: list[Node], scene: Scene) -> Beside:
        """Return what *sure*, the nodes of values, say of other words."""
        return cls(
            frozenset(method for node in sure for method in node.ends),
            frozenset(
                label for node in sure for label in node.children if label[:1] != "\0"
            ),
            bool(sure) and scene.is_collection,
            scene.above is None,
            any(label[:1] == "\0" for node in sure for label in node.children),
        )

    def evidence(self, child: Node) -> float:
        """Return how much speaks for *child* as one of them."""
        score = 0.0
        below = {label for label in child.children if label[:1] != "\0"}
        if below and self.collection:
            score += IN_COLLECTION
        if below:
            if below <= self.words:
                score += SAME_BELOW + MUCH_BELOW * (len(below) > 1)
                score -= BELOW_VALUE if self.below_value else 0.0
            elif self.words and not self.followed and not below & self.words:
                score += OTHER_BELOW
        if self.methods and not child.children and _is_missing(child):
            score += GONE
        return score


def kin_of(node: Node, found: list[str], scene: Scene) -> dict[str, float]:
    """Return what siblings say: those with the same below them are values of one."""
    below = {
        word: frozenset(
            label
            for label in node.children[word].children
            if label[:1] != "\0" and not VERSION.fullmatch(label)
        )
        for word in found
    }
    groups = Counter(
        inner for word, inner in below.items() if words.looks(word) > words.FIRM
    )
    common = _common(groups, sorted)
    leaves = [word for word in found if not node.children[word].children]
    weight = 1.0 if scene.is_collection else ELSEWHERE
    scores = dict.fromkeys(found, 0.0)
    for word in found:
        inner = below[word]
        if inner and words.looks(word) > words.FIRM:
            alike = max(
                1, sum(count for other, count in common if _are_alike(inner, other))
            )
            scores[word] = SAME_BELOW * math.log2(alike) * weight
            # Verbs are the same below other collections as well: /users/list.
            scores[word] *= 0.5 if all(map(words.is_action, inner)) else 1.0
    for word, alike in _answered(node, leaves).items():
        scores[word] = ALIKE * max(0.0, math.log2(alike) - 2) * weight
    return scores


def _common(
    groups: Counter[_Group], order: Callable[[_Group], Any]
) -> list[tuple[_Group, int]]:
    """Return the groups that are compared with all: of very many, the largest."""
    some = list(groups.items())
    if len(some) > COMPARED:
        some.sort(key=lambda pair: (-pair[1], order(pair[0])))
    return some[:COMPARED]


def _answered(node: Node, leaves: list[str]) -> dict[str, int]:
    """Return with how many of *leaves* each shares its methods and answers."""
    told = [
        (frozenset(child.ends), frozenset(name for end in ends for name in end.names))
        for child in (node.children[word] for word in leaves)
        for ends in [child.ends.values()]
    ]
    groups = Counter(told)
    common = _common(groups, lambda one: (sorted(one[0]), sorted(one[1])))
    alike = {
        one: sum(
            count
            for other, count in common
            if one[0] & other[0] and _are_answered_alike(one[1], other[1])
        )
        for one in groups
    }
    return {word: alike[one] or 1 for word, one in zip(leaves, told, strict=True)}


def _are_answered_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or _are_alike(one, other)


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= len(one | other)
