"""Names with slashes in them: parameters that stand for several segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mockforge.learning.endpoints import words
from mockforge.learning.endpoints.judging import Scene, values
from mockforge.learning.endpoints.segments import VERSION, Piece, piece
from mockforge.learning.endpoints.trie import Drawn, Node

Index = Mapping[str, tuple[tuple[Piece, ...], ...]]
"""Names with slashes, as segments, by the label of the first."""


@dataclass(slots=True)
class Span:
    """What is below a parameter that stands for several segments."""

    labels: set[str] = field(default_factory=set)
    """Of the children of the node that belong to it."""
    node: Node = field(default_factory=Node)
    drawn: Drawn = field(default_factory=Drawn)

    @property
    def values(self) -> tuple[str, ...]:
        """Some values, with their slashes."""
        return tuple(self.drawn)


def index(names: Iterable[str]) -> Index:
    """Return *names* as segments, to be looked up by the first."""
    found: dict[str, list[tuple[Piece, ...]]] = {}
    for name in names:
        parts = tuple(piece(part) for part in name.split("/"))
        if 1 < len(parts) <= 16:
            found.setdefault(parts[0].label, []).append(parts)
    return {label: tuple(some) for label, some in found.items()}


def gathered(node: Node, scene: Scene, slashed: Index) -> Span | None:
    """Return the parameter below *node* that spans segments, if there is one."""
    hits = [
        (first, end)
        for first in sorted(node.children)
        for name in slashed.get(first, ())
        if _is_free(first, scene) and (end := _reached(node, name)) is not None
    ]
    anchors = _words_below(end for _, end in hits) if hits else _repeated(node)
    if not hits and not anchors:
        return None
    span = Span()
    chosen = values(node, scene) | {first for first, _ in hits}
    for label in sorted(node.children):
        child = node.children[label]
        sure = label in chosen or label[:1] == "\0"
        if sure or (_is_free(label, scene) and _has(child, anchors)):
            span.labels.add(label)
            _flatten(child, _shown(label, child), anchors, span)
    return span


def _is_free(label: str, scene: Scene) -> bool:
    """Return whether *label* may begin a name, and is no collection of the API."""
    if label[:1] in ("\0", "") or words.looks(label) <= -2:
        return label[:1] == "\0"
    at_root = scene.above is not None and (
        not scene.depth or VERSION.fullmatch(scene.above) is not None
    )
    return not (at_root and words.is_plural(label))


def _reached(node: Node, name: tuple[Piece, ...]) -> Node | None:
    """Return the node that the segments of *name* lead to."""
    certain = False
    for part in name:
        child = node.children.get(part.label)
        if child is None:
            return None
        certain = certain or not part.kind or part.value in (child.values or ())
        node = child
    return node if certain else None


def _words_below(nodes: Iterable[Node]) -> frozenset[str]:
    found = list(nodes)
    # What leads on to a longer name is none of the API's words.
    return frozenset(
        word
        for node in found
        for word in node.words()
        if not any(node.children[word] is other for other in found)
    )


def _repeated(node: Node) -> frozenset[str]:
    """Return two or more words that are found together at two depths."""
    near: list[frozenset[str]] = []
    far: list[frozenset[str]] = []
    for label, child in node.children.items():
        if not _is_name(label):
            continue
        near.append(frozenset(child.words()))
        for inner, below in child.children.items():
            if _is_name(inner):
                far.append(frozenset(below.words()))
    counted: Counter[frozenset[str]] = Counter()
    for one in set(near):
        for other in set(far):
            both = one & other
            if len(both) > 1 and both >= other:
                counted[both] += 1
    return frozenset().union(*counted)


def _is_name(label: str) -> bool:
    return label[:1] == "\0" or (words.looks(label) > -2 and not words.is_plural(label))


def _has(node: Node, anchors: frozenset[str]) -> bool:
    todo = [node]
    while todo:
        one = todo.pop()
        if anchors.intersection(one.children):
            return True
        todo += one.children.values()
    return False


def _flatten(node: Node, name: str, anchors: frozenset[str], span: Span) -> None:
    """Take *node* and what is below it into *span*, up to the words of the API."""
    todo = [(node, name)]
    while todo:
        node, name = todo.pop()
        kept = Node()
        kept.ends = node.ends
        for label, child in node.children.items():
            if label in anchors or (label[:1] != "\0" and words.looks(label) <= -2):
                kept.children[label] = child
            else:
                todo.append((child, f"{name}/{_shown(label, child)}"))
        if kept.ends or kept.children:
            span.node.merge(kept)
            span.drawn.add(name)


def _shown(label: str, node: Node) -> str:
    """Return a segment that *label* stands for."""
    if label[:1] != "\0":
        return label
    _, prefix, _, suffix = label.split("\0", 3)
    return f"{prefix}{next(iter(node.values or ('',)))}{suffix}"
