"""Which of the words below one node are values of a parameter, and which the API's."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from mockforge.learning.endpoints import words
from mockforge.learning.endpoints.segments import VERSION
from mockforge.learning.endpoints.trie import Node

STAR = "\0\0word\0"
"""The label below which words are kept together that are values."""

# Evidence is added up; a positive sum is a value. Each figure is about the logarithm
# of how many times more often a value shows it than a word of the API does.
PLURAL = 1.0
BELOW_VALUE = -1.2
ROOT = -0.8
NAMED = 3.0
MISSING = 1.5
DELETED = 1.2
CHANGED = 0.4
POSTED = -1.2
ALIKE = 0.8
SAME_BELOW = 1.0


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a node stands."""

    above: str | None = ""
    """The word before; None below a value, empty at the root."""
    depth: int = 0
    named: Callable[[str], bool] = lambda text: False
    """Whether a text was seen as the name or id of something."""


def values(node: Node, scene: Scene) -> frozenset[str]:
    """Return the labels of those words below *node* that are values."""
    found = node.words()
    if not found:
        return frozenset()
    kin = _kin(node, found)
    return frozenset(
        word
        for word in found
        if evidence(node, word, scene) + kin.get(word, 0.0) > 0 and word
    )


def evidence(node: Node, word: str, scene: Scene) -> float:
    """Return how much speaks for *word* as a value, its siblings left aside."""
    child = node.children[word]
    score = words.looks(word)
    if scene.above is None:
        score += BELOW_VALUE
    elif not scene.depth or VERSION.fullmatch(scene.above):
        score += ROOT
    elif words.is_plural(scene.above):
        score += PLURAL
    if scene.named(word):
        score += NAMED
    return score + _asked(child) + _beside(node, child)


def _asked(child: Node) -> float:
    """Return what methods and statuses say."""
    score = 0.0
    ends = child.ends
    if ends and all(set(end.statuses) <= {404, 410} for end in ends.values()):
        score += MISSING
    if "DELETE" in ends:
        score += DELETED
    if "PUT" in ends or "PATCH" in ends:
        score += CHANGED
    if "POST" in ends and len(ends) == 1 and not child.children:
        score += POSTED
    return score


def _beside(node: Node, child: Node) -> float:
    """Return what the parameter beside says, where there certainly is one."""
    sure = [other for label, other in node.children.items() if label[:1] == "\0"]
    if not sure or not child.children:
        return 0.0
    mine = {label for label in child.children if label[:1] != "\0"}
    known = {label for other in sure for label in other.children}
    if mine and mine <= known:
        return SAME_BELOW
    return -SAME_BELOW if mine else 0.0


def _kin(node: Node, found: list[str]) -> dict[str, float]:
    """Return what siblings say: those with the same below them are values of one."""
    below: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for word in found:
        child = node.children[word]
        below.update(label for label in child.children if label[:1] != "\0")
        if not child.children:
            asked.update(child.ends.keys())
    scores = {}
    for word in found:
        child = node.children[word]
        inner = [label for label in child.children if label[:1] != "\0"]
        score = 0.0
        if inner:
            alike = max(below[label] for label in inner)
            score = 1.2 * math.log2(alike)
        elif not child.children and child.ends:
            alike = max(asked[method] for method in child.ends)
            score = ALIKE * max(0.0, math.log2(alike) - 2)
        scores[word] = score
    return scores


def fold(node: Node, width: int, scene: Scene) -> int:
    """Merge the words below *node* that are values into one child.

    Args:
        node: With too many words below.
        width: How many words may be left; the most frequent are.
        scene: Where it stands.

    Returns:
        How many nodes fewer there are.
    """
    gone = set(values(node, scene))
    left = [word for word in node.words() if word not in gone]
    if len(left) > width // 2:
        left.sort(key=lambda word: (-node.children[word].count(), word))
        gone.update(left[width // 4 :])
    before = node.size()
    star = node.children.setdefault(STAR, Node())
    for word in sorted(gone):
        star.merge(node.children.pop(word))
        star.see(word)
    return before - node.size()
