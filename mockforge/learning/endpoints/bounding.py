"""How the tree is kept small: words that are too many become values of a parameter."""

from __future__ import annotations

from collections.abc import Callable

from mockforge.learning.endpoints.evidence import Scene
from mockforge.learning.endpoints.judging import values
from mockforge.learning.endpoints.trie import FOLDED, Node

BUDGETS = (1024, 256, 64, 16, 0)
"""Words at one depth of a tree, tried from the first until it is small enough."""


def fold(node: Node, width: int, scene: Scene) -> int:
    """Merge the words below *node* that are values, and the rarest, into one child.

    Args:
        node: With too many words below.
        width: How many may be there; half of them are left, the most frequent.
        scene: Where it stands.

    Returns:
        How many nodes fewer there are.
    """
    gone = set(values(node, scene)) if width else set()
    left = [label for label in node.names() if label not in gone]
    if len(left) > width // 2:
        left.sort(key=lambda label: (-node.children[label].count(), label))
        gone.update(left[width // 2 :])
    return _merge(node, sorted(gone))


def _merge(node: Node, labels: list[str]) -> int:
    if not labels:
        return 0
    fewer = -1 if FOLDED not in node.children else 0
    folded = node.children.setdefault(FOLDED, Node())
    for label in labels:
        child = node.children.pop(label)
        for value in child.shown(label):
            folded.see(value)
        child.values = None
        size = child.size()
        fewer += size - folded.merge(child)
    return fewer


def narrow(tree: Node, size: int, named: Callable[[str], bool]) -> int:
    """Bring *tree* down to *size* nodes, or as near as its depth lets it.

    Args:
        tree: With too many nodes.
        size: How many may be left.
        named: Whether a text was seen as the name or id of something.

    Returns:
        How many nodes are left.
    """
    left = tree.size()
    for budget in BUDGETS:
        if left <= size:
            break
        _narrow(tree, budget, named)
        left = tree.size()
    return left


def _narrow(tree: Node, budget: int, named: Callable[[str], bool]) -> None:
    level: list[tuple[Node, str | None]] = [(tree, "")]
    depth = 0
    while level:
        width = _width([len(node.names()) for node, _ in level], budget)
        for node, above in level:
            if len(node.names()) > width:
                fold(node, width, Scene(above, depth, named))
            if len(level) > budget:
                _merge(node, sorted(set(node.children) - {FOLDED}))
        level = [
            (child, None if label[:1] == "\0" else label)
            for node, _ in level
            for label, child in node.children.items()
        ]
        depth += 1


def _width(sizes: list[int], budget: int) -> int:
    """Return how many words each node may have so that all have *budget*."""
    left, ordered = budget, sorted(sizes)
    for number, size in enumerate(ordered):
        share = left // (len(ordered) - number)
        if size > share:
            return share
        left -= size
    return ordered[-1]
