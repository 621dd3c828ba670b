"""The tree of what was asked: a node for each segment, bounded whatever comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

VALUES = 8
"""Values of a parameter that are kept, as a sample."""

NAMES = 48
"""Member names of a response that are kept, as a sample."""

NAMED = 48
"""Values that were named in bodies at one place, as a sample of their hashes."""

PLACES = 24
"""Places of a request that are watched for what names its operation."""

WORDS = 64
"""Values in one place beyond which it names no operation."""

SHAPES = 24
"""Sets of names that are told apart for one value in one place."""

STAR = "\0\0word\0"
"""The label below which words are kept together that are values."""

FOLDED = "\0\0words\0"
"""The same, where they were too many to be kept apart."""

Place = tuple[str, ...]
"""Where in a request: `("header", "soapaction")`, `("body", "method")`."""

Shapes = dict[tuple[int, int], int]
"""How often each set of names was asked for, by its number, with each status."""


class Drawn:
    """The few of many texts that have the smallest hashes: the same in any order."""

    __slots__ = ("_kept", "_size")

    def __init__(self, size: int = VALUES, texts: Iterable[str] = ()) -> None:
        self._size = size
        self._kept: dict[str, tuple[int, str]] = {}
        self.update(texts)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._kept))

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, text: str) -> bool:
        return text in self._kept

    def add(self, text: str) -> None:
        """Take *text* into account."""
        kept = self._kept
        if text in kept:
            return
        rank = (hash_of(text), text)
        if len(kept) < self._size:
            kept[text] = rank
            return
        last = max(kept.values())
        if rank < last:
            del kept[last[1]]
            kept[text] = rank

    def update(self, texts: Iterable[str]) -> None:
        """Take all of *texts* into account."""
        for text in texts:
            self.add(text)


class End:
    """What was asked by one method at one place of the tree."""

    __slots__ = ("count", "named", "names", "places", "shapes", "slashed", "statuses")

    def __init__(self) -> None:
        self.count = 0
        self.slashed = 0
        """How many of them ended with a slash."""
        self.statuses: dict[int, int] = {}
        """How often each was answered; 0 is no answer."""
        self.names = Drawn(NAMES)
        """Of members in answers."""
        self.named: set[int] = set()
        """Hashes of what bodies named, here asked or answered."""
        self.shapes: Shapes = {}
        self.places: dict[Place, dict[str, Shapes] | None] = {}
        """What stood where, with the shapes that came with it; None for too much."""

    def note(self, shape: tuple[int, int], found: dict[Place, str]) -> None:
        """Take a request into account that has *shape* and *found* in its places."""
        self.shapes[shape] = self.shapes.get(shape, 0) + 1
        _cut(self.shapes, SHAPES)
        for place, text in found.items():
            self._note(place, text, {shape: 1})
        _cut(self.places, PLACES)

    def name(self, hashes: Iterable[int]) -> None:
        """Take what bodies named into account."""
        self.named.update(hashes)
        if len(self.named) > NAMED:
            self.named = set(sorted(self.named)[:NAMED])

    def _note(self, place: Place, text: str, shapes: Shapes) -> None:
        values = self.places.setdefault(place, {})
        if values is None:
            return
        if text not in values and len(values) >= WORDS:
            self.places[place] = None
            return
        known = values.setdefault(text, {})
        for shape, count in shapes.items():
            known[shape] = known.get(shape, 0) + count
        _cut(known, SHAPES)

    def merge(self, other: End) -> None:
        """Take all of *other* in."""
        self.count += other.count
        self.slashed += other.slashed
        for status, count in other.statuses.items():
            self.statuses[status] = self.statuses.get(status, 0) + count
        self.names.update(other.names)
        self.name(other.named)
        for shape, count in other.shapes.items():
            self.shapes[shape] = self.shapes.get(shape, 0) + count
        _cut(self.shapes, SHAPES)
        for place, values in other.places.items():
            if values is None:
                self.places[place] = None
                continue
            for text, shapes in values.items():
                self._note(place, text, shapes)
        _cut(self.places, PLACES)


class Node:
    """A place in the tree: what was asked there, and what is below."""

    __slots__ = ("children", "ends", "values")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        """By label; see `segments.Piece.label`."""
        self.ends: dict[str, End] = {}
        """By method."""
        self.values: Drawn | None = None
        """A sample of the values that came here, where the label is of a kind."""

    def see(self, value: str) -> None:
        """Take *value* into the sample."""
        if self.values is None:
            self.values = Drawn()
        self.values.add(value)

    def merge(self, other: Node) -> int:
        """Take all of *other* in, which is left as it is; return how many are new."""
        todo, new = [(self, other)], 0
        while todo:
            mine, theirs = todo.pop()
            for value in theirs.values or ():
                mine.see(value)
            for method, end in theirs.ends.items():
                mine.ends.setdefault(method, End()).merge(end)
            for label, child in theirs.children.items():
                if label not in mine.children:
                    mine.children[label] = Node()
                    new += 1
                todo.append((mine.children[label], child))
        return new

    def names(self) -> list[str]:
        """Return the labels below of which there may be any number."""
        return [
            label
            for label in self.children
            if label[:2] != "\0\0" or label[-1:] != "\0"
        ]

    def shown(self, label: str) -> list[str]:
        """Return segments that this node stands for, whose label is *label*."""
        if label[:1] != "\0":
            return [label]
        _, prefix, _, suffix = label.split("\0", 3)
        return [f"{prefix}{value}{suffix}" for value in self.values or ()]

    def words(self) -> list[str]:
        """Return the labels below that are words, in order."""
        return sorted(label for label in self.children if label[:1] != "\0")

    def size(self) -> int:
        """Return the number of nodes from here down."""
        count, todo = 0, [self]
        while todo:
            node = todo.pop()
            count += 1
            todo += node.children.values()
        return count

    def count(self) -> int:
        """Return how often something was asked from here down."""
        count, todo = 0, [self]
        while todo:
            node = todo.pop()
            count += sum(end.count for end in node.ends.values())
            todo += node.children.values()
        return count


def hash_of(text: str) -> int:
    """Return a number for *text*, the same on every machine."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def merged(nodes: Iterable[Node]) -> Node:
    """Return a new node that holds all of *nodes*."""
    whole = Node()
    for node in nodes:
        whole.merge(node)
    return whole


def _cut(known: dict, size: int) -> None:  # type: ignore[type-arg]
    """Keep the *size* smallest keys: the same ones in any order."""
    while len(known) > size:
        del known[max(known)]
