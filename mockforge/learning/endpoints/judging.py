"""Which of the words below one node are values of a parameter, and which the API's."""

from __future__ import annotations

from mockforge.learning.endpoints import words
from mockforge.learning.endpoints.evidence import Beside, Scene, evidence, kin_of
from mockforge.learning.endpoints.trie import Node

STAR = "\0\0word\0"
"""The label below which words are kept together that are values."""

ROUNDS = 4
"""How often what is found makes more certain."""

FEW = 3
"""Numbers that may be versions where versions stand."""


def values(node: Node, scene: Scene) -> frozenset[str]:
    """Return the labels of those words below *node* that are values."""
    found = [word for word in node.words() if word]
    if not found:
        return frozenset()
    kin = kin_of(node, found, scene)
    if scene.is_root:
        found = _without_versions(node, found)
    scores = {word: evidence(node, word, scene) + kin[word] for word in found}
    chosen = {word for word in found if scores[word] > 0}
    # What is certain makes the doubtful beside it certain.
    for _ in range(ROUNDS):
        sure = [
            child
            for label, child in node.children.items()
            if label[:1] == "\0" or label in chosen
        ]
        beside = Beside.of(sure, scene)
        more = {
            word
            for word in found
            if word not in chosen
            and words.looks(word) > words.FIRM
            and scores[word] + beside.evidence(node.children[word]) > 0
        }
        if not more:
            break
        chosen |= more
    return frozenset(chosen)


def _without_versions(node: Node, found: list[str]) -> list[str]:
    """Return *found* without a few numbers that stand where a version may."""
    numbers = [
        word for word in found if word.isdigit() and node.children[word].children
    ]
    return [word for word in found if len(numbers) > FEW or word not in numbers]


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
