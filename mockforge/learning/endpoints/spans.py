"""Names with slashes in them: parameters that stand for several segments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mockforge.learning.endpoints import words
from mockforge.learning.endpoints.evidence import Scene
from mockforge.learning.endpoints.judging import values
from mockforge.learning.endpoints.segments import Piece, piece
from mockforge.learning.endpoints.trie import STAR, Drawn, Node

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


def gathered(node: Node, scene: Scene, slashed: Index) -> tuple[Node, Span | None]:
    """Return *node*, and the parameter below it that spans segments, if there is one.

    Names that all have as many slashes are no span but as many parameters: the node
    is returned with them put together, a segment each.
    """
    names = [
        name
        for first in sorted(node.children)
        if _is_free(first, scene)
        for name in slashed.get(first, ())
    ]
    hits = [(name, end) for name in names if (end := _reached(node, name)) is not None]
    ends = [end for _, end in hits]
    anchors = _words_below(ends) if hits else _repeated(node)
    if not hits and not anchors:
        return node, None
    lengths = {len(name) for name, _ in hits}
    if len(lengths) == 1 and not _is_shorter(node, ends, scene):
        return _in_rows(node, [name for name, _ in hits]), None
    span = Span()
    chosen = values(node, scene) | {name[0].label for name, _ in hits}
    for label in sorted(node.children):
        child = node.children[label]
        sure = label in chosen or label[:1] == "\0"
        if sure or (_is_free(label, scene) and _has(child, anchors)):
            span.labels.add(label)
            _flatten(child, _first(child, label), anchors, span)
    return node, span


def _is_shorter(node: Node, ends: list[Node], scene: Scene) -> bool:
    """Return whether names of one segment are used as those with slashes are."""
    methods = {method for end in ends for method in end.ends}
    words_below = _words_below(ends)
    chosen = values(node, scene)
    for label, child in node.children.items():
        if "/" in label:
            return True
        if label[:1] != "\0" and label not in chosen:
            if not (
                _is_free(label, scene) and len(words_below & set(child.words())) > 1
            ):
                continue
        elif not methods & set(child.ends) and not words_below & set(child.words()):
            continue
        return True
    return False


def _in_rows(node: Node, names: list[tuple[Piece, ...]]) -> Node:
    """Return *node* with the words that are parts of *names* put together."""
    if not names:
        return node
    whole = Node()
    whole.ends, whole.values = node.ends, node.values
    whole.children = dict(node.children)
    rests: dict[str, list[tuple[Piece, ...]]] = {}
    star = Node()
    for first in sorted({name[0].label for name in names if not name[0].kind}):
        star.merge(whole.children.pop(first))
        star.see(first)
    if star.values:
        if STAR in whole.children:
            star.merge(whole.children[STAR])
        whole.children[STAR] = star
    for name in names:
        label = name[0].label if name[0].kind else STAR
        if len(name) > 1:
            rests.setdefault(label, []).append(name[1:])
    for label, some in rests.items():
        whole.children[label] = _in_rows(whole.children[label], some)
    return whole


def _is_free(label: str, scene: Scene) -> bool:
    """Return whether *label* may begin a name, and is no collection of the API."""
    if label[:1] in ("\0", "") or words.looks(label) <= words.FIRM:
        return label[:1] == "\0"
    return not (scene.is_root and words.is_plural(label))


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
    near: set[frozenset[str]] = set()
    far: set[frozenset[str]] = set()
    for label, child in node.children.items():
        if not _is_name(label):
            continue
        own = frozenset(child.words())
        near.add(own)
        for inner, below in child.children.items():
            # What is found again below itself is no name: /git/tags beside /tags.
            if inner[:1] == "\0" or label[:1] == "\0":
                continue
            if _is_name(inner) and not own.intersection(below.children):
                far.add(frozenset(below.words()))
    both = (one & other for one in near for other in far if one >= other)
    return frozenset().union(*(words for words in both if len(words) > 1))


def _is_name(label: str) -> bool:
    return label[:1] == "\0" or (
        words.looks(label) > words.FIRM and not words.is_plural(label)
    )


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
            if label in anchors or (
                label[:1] != "\0" and words.looks(label) <= words.FIRM
            ):
                kept.children[label] = child
            else:
                todo.append((child, f"{name}/{_first(child, label)}"))
        if kept.ends or kept.children:
            span.node.merge(kept)
            span.drawn.add(name)


def _first(node: Node, label: str) -> str:
    """Return a segment that *node* stands for."""
    return next(iter(node.shown(label)), "")
