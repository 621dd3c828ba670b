"""What a request does to the world, by the role of its endpoint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from mockforge.http import Request, Response
from mockforge.learning.resources.model import Kind, Operation, Outcome, Resources
from mockforge.learning.resources.readings import is_name, same, text
from mockforge.sources.world import following, listing, writing
from mockforge.sources.world.realm import Entity, Realm, belongs, value_of
from mockforge.sources.world.refusing import (
    clash_of,
    lacks_credentials,
    missing_of,
    orphan_of,
    refusal_of,
)
from mockforge.sources.world.showing import shaped
from mockforge.sources.world.telling import Moment, Template

Templates = Callable[[int, Operation], Template | None]


@dataclass(slots=True)
class Asked:
    """A request, and the world it is asked in."""

    request: Request
    operation: Operation
    scope: dict[str, str]
    realm: Realm
    moment: Moment


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, and what it did."""

    response: Response
    exchange: int
    why: str
    written: str | None = None
    """The entity that was written; None if none was."""


class Acting:
    """Answers requests in a world, and follows those that others answered."""

    def __init__(self, resources: Resources, templates: Templates) -> None:
        self.resources = resources
        self.templates = templates

    def kind(self, asked: Asked) -> Kind:
        """Return the kind of entity that is asked about."""
        return self.resources.kinds[asked.operation.kind]

    def can_answer(self, asked: Asked) -> bool:
        """Whether there is an answer; nothing is changed."""
        operation = asked.operation
        if operation.role in ("read", "list"):
            return self.answer(asked) is not None
        return "done" in operation.outcomes or "made" in operation.outcomes

    def note(self, asked: Asked, response: Response) -> Told | None:
        """Follow what *response*, that came from elsewhere, says."""
        return following.follow(self, asked, response)

    def answer(self, asked: Asked) -> Told | None:
        """Return the answer and do what was asked."""
        if lacks_credentials(asked):
            denied = asked.operation.outcomes.get("denied")
            return self.told(asked, denied, None, why="denied as recorded")
        orphan = orphan_of(self.resources, asked)
        if orphan is not None:
            return self.told(asked, orphan[0], orphan[1], why="its parent is missing")
        role = asked.operation.role
        if role not in ("list", "create"):
            return self._addressed(asked)
        refused = refusal_of(asked)
        if refused is not None:
            return self.told(asked, refused, None, why="refused as recorded")
        return listing.answer(self, asked) if role == "list" else self._create(asked)

    def find(self, asked: Asked) -> tuple[str | None, Entity | None]:
        """Return the id that is asked for, and the entity there is of it."""
        kind, realm = self.kind(asked), asked.realm
        for slot, field in asked.operation.address:
            value = asked.moment.sources.get(slot)
            if not is_name(value):
                continue
            if field:
                known = (
                    e for e in realm.alive(kind) if same(value_of(e, field), value)
                )
                return text(value), next(known, None)
            found = realm.find(kind, text(value), asked.scope)
            if found is not None and not found.is_gone and not kind.scoped:
                found = found if belongs(found, kind, asked.scope) else None
            return text(value), found
        return None, None

    def _addressed(self, asked: Asked) -> Told | None:
        name, entity = self.find(asked)
        kind, operation = self.kind(asked), asked.operation
        if name is None or (entity is None and not kind.is_closed):
            return None
        if entity is None or entity.is_gone:
            outcome = missing_of(self.resources, kind, operation)
            return self.told(asked, outcome, name, why="there is no such entity")
        clash, exists = clash_of(asked, kind), operation.outcomes.get("exists")
        if clash is not None and clash is not entity and exists is not None:
            return self.told(asked, exists, clash.name, clash, why="it exists")
        refused = refusal_of(asked, entity)
        if refused is not None:
            return self.told(asked, refused, name, entity, why="refused as recorded")
        return self._done(asked, entity)

    def _done(self, asked: Asked, entity: Entity) -> Told | None:
        """Do to *entity* what is asked, and return the answer."""
        kind, operation = self.kind(asked), asked.operation
        outcome = operation.outcomes.get("done")
        if outcome is None:
            return None
        if operation.role == "change":
            writing.change(self, asked, entity)
        why = f"kept as {kind.name} {entity.name}"
        told = self.told(asked, outcome, entity.name, entity, why=why)
        if told is None or operation.role == "read":
            return told
        if operation.role == "delete":
            self.end(asked, entity)
        return replace(told, written=entity.name)

    def end(self, asked: Asked, entity: Entity) -> None:
        """Take an entity out of the world, and what cannot be without it."""
        entity.is_gone = True
        mine = self.kind(asked)
        for kind in self.resources.kinds.values():
            is_below = bool(mine.collection) and mine.collection in kind.collection
            if mine.name not in kind.cascades and not is_below:
                continue
            fields = [path for path, name in kind.parents.items() if name == mine.name]
            for each in asked.realm.alive(kind):
                is_its = each.scope.get(mine.collection) == entity.name
                if is_its or any(same(value_of(each, f), entity.name) for f in fields):
                    each.is_gone = True

    def _create(self, asked: Asked) -> Told | None:
        operation, kind = asked.operation, self.kind(asked)
        clash = clash_of(asked, kind)
        exists = operation.outcomes.get("exists")
        if clash is not None and exists is not None:
            return self.told(asked, exists, clash.name, clash, why="it exists")
        name, there = self.find(asked)
        order = ("made", "done")
        entity: Entity | None
        if there is not None and not there.is_gone and operation.upserts:
            entity, order = writing.replace(self, asked, there), ("done", "made")
        else:
            entity = writing.make(self, asked, name)
        outcome = next(
            (operation.outcomes[each] for each in order if each in operation.outcomes),
            None,
        )
        if entity is None:
            return None
        why = f"made as {kind.name} {entity.name}"
        told = self.told(asked, outcome, entity.name, entity, why=why)
        return None if told is None else replace(told, written=entity.name)

    def told(
        self,
        asked: Asked,
        outcome: Outcome | None,
        name: str | None,
        entity: Entity | None = None,
        *,
        why: str,
    ) -> Told | None:
        """Return the answer of *outcome*, with *entity* where it shows one."""
        if outcome is None:
            return None
        template = self.templates(outcome.exchange, asked.operation)
        if template is None:
            return None
        kind = self.kind(asked)
        response = shaped(asked, kind, template, outcome, (name, entity))
        return None if response is None else Told(response, outcome.exchange, why)
