"""Plans: what becomes of each field of the answers of an endpoint, told once.

What a field is depends on its name, on what was seen of it and on what users say of
it, but not on the two values that are at hand.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

from mockforge.learning.fields.node import Node
from mockforge.stages.blend.lots import number_of
from mockforge.stages.blend.measures import Average, averaging, is_fact

if TYPE_CHECKING:
    from mockforge.stages.blend.lots import Numbers

REAL, OTHER, BOTH = "real", "other", "both"

FACTS = number_of(b"\0facts")
"""The number of what says which thing an object is."""

TOLD = 200
"""Fields whose sides are told of; more would be read by nobody."""

Names = tuple[str, ...]
"""The way to a member, without the numbers of items."""

MOST = 20_000
"""Fields that are remembered; objects may be maps with names without end."""


class Field:
    """A member of the objects at one place."""

    __slots__ = (
        *("average", "inside", "is_fact", "is_known", "items", "name"),
        *("number", "side"),
    )

    def __init__(self, plan: Plan, path: Names, node: Node | None) -> None:
        """Look at the field that *path* leads to, of which *node* was seen."""
        self.name = path[-1] if path else ""
        self.number = number_of(self.name.encode("utf-8", "surrogatepass"))
        self.side = plan.side_of(path)
        """Whose value it has, if that is said."""
        self.is_fact = path in plan.facts or is_fact(self.name, node)
        """Whether it goes with what says which thing it is."""
        self.is_known = node is not None and node.texts is not None
        """Whether texts of it were seen before."""
        self.average = Average.NEVER if self.is_fact else averaging(self.name, node)
        objects = node.objects if node else None
        arrays = node.arrays.items.objects if node and node.arrays else None
        self.inside = Shape(plan, path, objects.children if objects else {})
        self.items = Shape(plan, path, arrays.children if arrays else {})


class Layout(NamedTuple):
    """The fields of objects that have the same names in the same order."""

    names: tuple[str, ...]
    fields: list[Field]
    numbers: Numbers
    """Those of the fields."""
    are_facts: list[bool]
    are_known: list[bool]
    averages: list[Average]


class Shape:
    """The objects at one place."""

    __slots__ = ("_children", "_last", "_path", "_plan", "fields", "is_ruled")

    def __init__(self, plan: Plan, path: Names, children: Mapping[str, Node]) -> None:
        """Begin with no field looked at; *children* were seen in such objects."""
        self._plan = plan
        self._path = path
        self._children = children
        self.fields: dict[str, Field] = {}
        self._last: Layout | None = None
        self.is_ruled = plan.is_ruled_below(path)
        """Whether it is said of some field in it whose it is."""

    def field(self, name: str) -> Field:
        """Return the member *name*; ask `fields` first."""
        found = Field(self._plan, (*self._path, name), self._children.get(name))
        if self._plan.left > 0:
            self._plan.left -= 1
            self.fields[name] = found
        return found

    def layout(self, names: tuple[str, ...]) -> Layout:
        """Return the members *names*, which are mostly those asked for before."""
        import numpy as np

        found = self._last
        if found is None or found.names != names:
            fields = [self.fields.get(name) or self.field(name) for name in names]
            found = self._last = Layout(
                names,
                fields,
                np.array([field.number for field in fields], dtype=np.uint64),
                [field.is_fact for field in fields],
                [field.is_known for field in fields],
                [field.average for field in fields],
            )
        return found


class Plan:
    """What becomes of the fields of some answers."""

    def __init__(
        self,
        node: Node | None = None,
        ids: tuple[str, ...] = (),
        *,
        rules: Mapping[Names, str] | None = None,
        facts: Collection[Names] = (),
    ) -> None:
        """Plan.

        Args:
            node: What was seen of such answers before.
            ids: Names of fields that are known to identify, the surest first.
            rules: Whose values some fields and all below them have, REAL or OTHER; the
                first that fits counts.
            facts: Fields known to be ids of something, or copies of what was asked.
        """
        self.left = MOST
        self.ids = ids
        self.facts = facts
        self._rules = rules or {}
        self.root = Field(self, (), node)

    def side_of(self, path: Names) -> str | None:
        """Return whose value *path* has, if that is said."""
        for names, side in self._rules.items():
            if path[: len(names)] == names:
                return side
        return None

    def is_ruled_below(self, path: Names) -> bool:
        """Return whether it is said of a field below *path* whose value it has.

        A rule for all of it that comes first leaves those after it without effect.
        """
        for names in self._rules:
            if path[: len(names)] == names:
                return False
            if names[: len(path)] == path:
                return True
        return False
