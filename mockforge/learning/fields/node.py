"""Nodes: what was seen at one place of a document, and of all that is below it.

A node takes in values one by one and merges with another. What it knows depends on
what it has seen, and on the order only where it says so. Its size is bounded: names of
an object beyond a number make it a map, levels beyond a depth are not looked into.
"""

from __future__ import annotations

from collections.abc import Iterator

from mockforge.learning.fields.scalars import LONG, Numbers, Texts
from mockforge.learning.fields.tally import Tally
from mockforge.options import Json

DEEPEST = 24
"""Levels that are looked into."""
NAMES = 120
"""Names of an object that are told apart."""
NODES = 5000
"""Places of one document that are told apart."""


class Room:
    """How many more nodes there may be."""

    __slots__ = ("left",)

    def __init__(self, left: int = NODES) -> None:
        self.left = left

    def take(self) -> bool:
        """Take one; return whether there was one."""
        self.left -= 1
        return self.left >= 0


class Node:
    """What was seen at one place."""

    __slots__ = (
        *("arrays", "count", "falses", "hidden", "nulls"),
        *("numbers", "objects", "texts", "trues"),
    )

    def __init__(self) -> None:
        self.count = 0
        """How many values."""
        self.nulls = 0
        self.trues = 0
        self.falses = 0
        self.hidden = 0
        """How many were not looked into, being too deep."""
        self.numbers: Numbers | None = None
        self.texts: Texts | None = None
        self.objects: Objects | None = None
        self.arrays: Arrays | None = None

    def add(self, value: Json, room: Room, depth: int = 0) -> None:
        """Take in *value*."""
        self.count += 1
        if value is None:
            self.nulls += 1
        elif value is True:
            self.trues += 1
        elif value is False:
            self.falses += 1
        elif isinstance(value, str):
            if self.texts is None:
                self.texts = Texts()
            self.texts.add(value)
        elif isinstance(value, int | float):
            if self.numbers is None:
                self.numbers = Numbers()
            self.numbers.add(value)
        else:
            self._add_several(value, room, depth)

    def _add_several(self, value: Json, room: Room, depth: int) -> None:
        if depth >= DEEPEST:
            self.hidden += 1
        elif isinstance(value, dict):
            if self.objects is None:
                self.objects = Objects()
            self.objects.add(value, room, depth + 1)
        elif isinstance(value, list | tuple):
            if self.arrays is None:
                self.arrays = Arrays()
            self.arrays.add(value, room, depth + 1)
        else:
            self.hidden += 1

    def merge(self, other: Node, room: Room) -> None:
        """Take in all that *other* has taken in, which came later."""
        self.count += other.count
        self.nulls += other.nulls
        self.trues += other.trues
        self.falses += other.falses
        self.hidden += other.hidden
        if other.numbers is not None:
            self.numbers = self.numbers or Numbers()
            self.numbers.merge(other.numbers)
        if other.texts is not None:
            self.texts = self.texts or Texts()
            self.texts.merge(other.texts)
        if other.objects is not None:
            self.objects = self.objects or Objects()
            self.objects.merge(other.objects, room)
        if other.arrays is not None:
            self.arrays = self.arrays or Arrays()
            self.arrays.merge(other.arrays, room)


class Objects:
    """What objects were seen at one place."""

    __slots__ = ("children", "count", "names", "rest", "shapes", "sizes")

    def __init__(self) -> None:
        self.count = 0
        self.children: dict[str, Node] = {}
        """By name, in the order they came first."""
        self.rest: Node | None = None
        """The values of all names, once there are too many to tell them apart."""
        self.names = Tally(64)
        """The names, with how often each was there."""
        self.shapes = Tally(24)
        """The names that were there together, in their order."""
        self.sizes = Numbers()
        """How many names there were."""

    def add(self, value: dict[str, Json], room: Room, depth: int) -> None:
        """Take in *value*."""
        self.count += 1
        self.sizes.add(len(value))
        if len(value) <= NAMES:
            shape = "\n".join(value)
            if shape.count("\n") < max(len(value), 1):
                self.shapes.add(shape)
        for name, each in value.items():
            self.names.add(name[:LONG])
            node = self._child(name, room)
            if node is not None:
                node.add(each, room, depth)

    def _child(self, name: str, room: Room) -> Node | None:
        if self.rest is not None:
            return self.rest
        found = self.children.get(name)
        if found is None:
            found = self.children[name] = Node()
            if len(self.children) > NAMES or len(name) > LONG or not room.take():
                self._fold(room)
                return self.rest
        return found

    def _fold(self, room: Room) -> None:
        """Tell names apart no more."""
        self.rest = self.rest or Node()
        for child in self.children.values():
            self.rest.merge(child, room)
        self.children = {}

    def merge(self, other: Objects, room: Room) -> None:
        """Take in all that *other* has taken in, which came later."""
        self.count += other.count
        self.sizes.merge(other.sizes)
        self.shapes.merge(other.shapes)
        self.names.merge(other.names)
        if other.rest is not None:
            self._fold(room)
            assert self.rest is not None, "it was folded"
            self.rest.merge(other.rest, room)
        for name, child in other.children.items():
            node = self._child(name, room)
            if node is not None:
                node.merge(child, room)


class Arrays:
    """What arrays were seen at one place."""

    __slots__ = ("count", "items", "lengths", "several", "unique")

    def __init__(self) -> None:
        self.count = 0
        self.items = Node()
        """All their items."""
        self.lengths = Numbers()
        self.several = 0
        """How many had two items or more."""
        self.unique: dict[str, int] = {}
        """In how many of those no two items have the same value of a name; the items
        themselves have the empty name."""

    def add(self, value: list[Json] | tuple[Json, ...], room: Room, depth: int) -> None:
        """Take in *value*."""
        self.count += 1
        self.lengths.add(len(value))
        for each in value:
            self.items.add(each, room, depth)
        if len(value) < 2:
            return
        self.several += 1
        for name in _unique(value):
            if name in self.unique or len(self.unique) < NAMES:
                self.unique[name] = self.unique.get(name, 0) + 1

    def merge(self, other: Arrays, room: Room) -> None:
        """Take in all that *other* has taken in, which came later."""
        self.count += other.count
        self.items.merge(other.items, room)
        self.lengths.merge(other.lengths)
        self.several += other.several
        for name, count in other.unique.items():
            if name in self.unique or len(self.unique) < NAMES:
                self.unique[name] = self.unique.get(name, 0) + count

    def keys(self) -> frozenset[str]:
        """Return the names whose values never repeat within an array."""
        return frozenset(
            name for name, count in self.unique.items() if count == self.several
        )


def _unique(items: list[Json] | tuple[Json, ...]) -> Iterator[str]:
    """Yield the names whose values all differ among *items*; empty for themselves."""
    if all(isinstance(item, str | int | float) for item in items):
        if len({(type(item), item) for item in items}) == len(items):
            yield ""
        return
    if not all(isinstance(item, dict) for item in items):
        return
    for name in list(items[0])[:NAMES]:
        values = {
            (type(item[name]), item[name])
            for item in items
            if isinstance(item.get(name), str | int | float)
        }
        if len(values) == len(items):
            yield name
