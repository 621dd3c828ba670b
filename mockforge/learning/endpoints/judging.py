"""Which of the words below one node are values of a parameter, and which the API's."""

from __future__ import annotations

from mockforge.learning.endpoints import words
from mockforge.learning.endpoints.evidence import Beside, Scene, evidence, kin_of
from mockforge.learning.endpoints.segments import ACTION
from mockforge.learning.endpoints.trie import FOLDED, Node

ROUNDS = 4
"""How often what is found makes more certain."""

OFTEN = 200
"""One request of so many is enough to be a word among very many values."""

OFTEN_ENOUGH = 5

MANY_ALIKE = 1.5
"""What it says for a value to be one of hundreds of words."""

FEW = 3
"""Numbers that may be versions where versions stand."""


def values(node: Node, scene: Scene) -> frozenset[str]:
    """Return the labels of those words below *node* that are values."""
    found = [word for word in node.words() if word]
    if not found:
        return frozenset()
    if FOLDED in node.children:
        return _folded(node, found, scene)
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
    acted = ((word, ACTION.fullmatch(word)) for word in found)
    chosen |= {word for word, action in acted if action and action[1] in chosen}
    return frozenset(chosen)


def _without_versions(node: Node, found: list[str]) -> list[str]:
    """Return *found* without a few numbers that stand where a version may."""
    numbers = [
        word for word in found if word.isdigit() and node.children[word].children
    ]
    return [word for word in found if len(numbers) > FEW or word not in numbers]


def _folded(node: Node, found: list[str], scene: Scene) -> frozenset[str]:
    """Return the values among *found*, which are left of very many words."""
    folded = node.children[FOLDED]
    below = set(folded.children)
    rare = max(folded.count() / OFTEN, OFTEN_ENOUGH)
    return frozenset(
        word
        for word in found
        if words.looks(word) > words.FIRM
        and below.issuperset(node.children[word].words())
        and (
            node.children[word].count() <= rare
            or evidence(node, word, scene) + MANY_ALIKE > 0
        )
    )
