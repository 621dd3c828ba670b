"""Realms: the entities of one world, as they are by now."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mockforge.bodies.document import Path
from mockforge.learning.resources.histories import chained
from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.model import Kind, Operation, Resources
from mockforge.learning.resources.readings import Record, Sources, same, text
from mockforge.options import Json

MOST_ENTITIES = 10_000
"""Of one kind in one realm; the oldest are forgotten."""

MOST_CURSORS = 1_000


@dataclass(slots=True)
class Entity:
    """Something that the API keeps."""

    name: str
    """Its id."""
    record: Record
    scope: dict[str, str] = field(default_factory=dict)
    """Its parents' ids by their collections."""
    number: int = 0
    """Its place in the order of making."""
    is_gone: bool = False
    extra: set[Path] = field(default_factory=set)
    """Fields that clients sent and no recorded answer has."""

    def fields(self) -> list[Json]:
        """Return everything as JSON."""
        extra = [list(path) for path in sorted(self.extra, key=repr)]
        told = [self.name, self.record, self.scope, self.number, self.is_gone]
        return [*told, extra]


@dataclass(slots=True)
class Realm:
    """The state of one world."""

    kinds: dict[str, OrderedDict[str, Entity]] = field(default_factory=dict)
    cursors: OrderedDict[str, tuple[str, int]] = field(default_factory=OrderedDict)
    """Tokens of next pages: of which list, and how many items come before."""
    chains: dict[tuple[str, str], str] = field(default_factory=dict)
    """What was written: to a kind (its name, ``), to an entity (both names)."""
    made: int = 0
    turns: int = 0
    heard: float = 0.0
    """When it was last asked; seconds since the epoch."""

    def to_json(self) -> Json:
        """Return everything as JSON."""
        return {
            "kinds": {
                name: [[key, *each.fields()] for key, each in known.items()]
                for name, known in self.kinds.items()
            },
            "cursors": [[token, *place] for token, place in self.cursors.items()],
            "chains": [[*key, mark] for key, mark in self.chains.items()],
            "made": self.made,
            "turns": self.turns,
        }

    @classmethod
    def from_json(cls, told: Json) -> Realm:
        """Return what `to_json` returned.

        Raises:
            ValueError: If it is not of this shape.
        """
        try:
            realm = cls(made=int(told["made"]), turns=int(told["turns"]))
            for kind, known in told["kinds"].items():
                entities = realm.kinds.setdefault(kind, OrderedDict())
                for key, *values, extra in known:
                    paths = {tuple(path) for path in extra}
                    name, record, scope, number, gone = values
                    entities[key] = Entity(name, record, scope, number, gone, paths)
            for token, of, start in told["cursors"]:
                realm.cursors[token] = (of, start)
            realm.chains = {(kind, name): mark for kind, name, mark in told["chains"]}
        except (KeyError, TypeError, AttributeError) as problem:
            raise ValueError(f"no world: {problem}") from None
        return realm

    @classmethod
    def of(cls, resources: Resources) -> Realm:
        """Return the world as it was before anything was recorded."""
        realm = cls()
        for born in resources.born:
            kind = resources.kinds.get(born.kind)
            if kind is not None and isinstance(born.record, dict):
                realm.put(kind, born.id, born.record, born.scope)
        return realm

    def full_name(self, kind: Kind, name: str, scope: Mapping[str, str]) -> str:
        """Return the name of an entity among all of its kind."""
        return "\n".join([*scope.values(), name]) if kind.scoped else name

    def find(
        self, kind: Kind, name: str, scope: Mapping[str, str] | None = None
    ) -> Entity | None:
        """Return the entity of that name, also one that is gone."""
        known = self.kinds.get(kind.name, OrderedDict())
        found = known.get(self.full_name(kind, name, scope or {}))
        if found is None and kind.scoped and not scope:
            return next((e for e in known.values() if e.name == name), None)
        return found

    def put(
        self, kind: Kind, name: str, record: Record, scope: Mapping[str, str]
    ) -> Entity:
        """Put an entity into the world, over the one of its name if there is one."""
        known = self.kinds.setdefault(kind.name, OrderedDict())
        key = self.full_name(kind, name, scope)
        old = known.get(key)
        if old is not None and not old.is_gone:
            old.record = {**old.record, **record}
            old.scope.update(scope)
            return old
        known.pop(key, None)
        self.made += 1
        known[key] = Entity(name, dict(record), dict(scope), self.made)
        if len(known) > MOST_ENTITIES:
            known.popitem(last=False)
        return known[key]

    def rename(self, kind: Kind, entity: Entity, name: str) -> None:
        """Give *entity* another name; what had it before is gone."""
        known = self.kinds.setdefault(kind.name, OrderedDict())
        old = self.full_name(kind, entity.name, entity.scope)
        if known.get(old) is entity:
            known[old] = Entity(entity.name, {}, entity.scope, entity.number, True)
        entity.name = name
        known[self.full_name(kind, name, entity.scope)] = entity

    def alive(self, kind: Kind) -> Iterator[Entity]:
        """Yield the entities of *kind* that are there, in the order of making."""
        for each in self.kinds.get(kind.name, {}).values():
            if not each.is_gone:
                yield each

    def every(self, kind: Kind) -> Iterator[Entity]:
        """Yield the entities of *kind*, also those that are gone."""
        yield from self.kinds.get(kind.name, {}).values()

    def remember(self, token: str, place: tuple[str, int]) -> None:
        """Keep what *token* stands for."""
        self.cursors[token] = place
        if len(self.cursors) > MOST_CURSORS:
            self.cursors.popitem(last=False)

    def wrote(self, kind: str, name: str, what: str) -> None:
        """Take note of a write."""
        for key in ((kind, ""), (kind, name)):
            self.chains[key] = chained(self.chains.get(key, ""), what)


def scope_in(operation: Operation, sources: Sources) -> dict[str, str]:
    """Return the parents that a request names, by their collections."""
    return {
        collection: text(sources[slot])
        for slot, collection in operation.scope.items()
        if slot in sources
    }


def belongs(entity: Entity, kind: Kind, scope: Mapping[str, str]) -> bool:
    """Whether *entity* is below the parents of *scope*."""
    for collection, name in scope.items():
        if collection in entity.scope:
            if entity.scope[collection] != name:
                return False
        elif collection in kind.links:
            if not same(value_of(entity, kind.links[collection]), name):
                return False
        else:
            return False
    return True


def value_of(entity: Entity, path: Path) -> Json:
    """Return the value of a field, its id for the empty path."""
    return field_of(entity.record, path) if path else entity.name
