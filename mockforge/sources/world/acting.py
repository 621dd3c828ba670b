"""What a request does to the world, by the role of its endpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mockforge.bodies.document import Path, read
from mockforge.http import Request, Response
from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.model import (
    Kind,
    Operation,
    Origin,
    Outcome,
    Refusal,
    Resources,
)
from mockforge.learning.resources.origins import tail
from mockforge.learning.resources.readings import (
    Record,
    flat,
    is_name,
    is_scalar,
    is_xml,
    objects,
    plain,
    same,
    text,
)
from mockforge.learning.resources.refusals import traits
from mockforge.options import Json
from mockforge.sources.world import listing as listing_answers
from mockforge.sources.world import writing
from mockforge.sources.world.realm import Entity, Realm, belongs, value_of
from mockforge.sources.world.telling import (
    Moment,
    Template,
    counted,
    enveloped,
    fill,
    like,
    rendered,
)

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
    score: float = 1.0


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

    def answer(self, asked: Asked) -> Told | None:
        """Return the answer and do what was asked."""
        orphan = self._orphan(asked)
        if orphan is not None:
            return self.told(asked, orphan[0], orphan[1], why="its parent is missing")
        role = asked.operation.role
        if role in ("list", "create"):
            refused = self._refused(asked, with_state=False)
            if refused is not None:
                return self.told(asked, refused, None, why="refused as recorded")
        if role == "list":
            return listing_answers.answer(self, asked)
        if role == "create":
            return self._create(asked)
        return self._addressed(asked)

    def _orphan(self, asked: Asked) -> tuple[Outcome, str] | None:
        """Return the answer for something below a parent that is not there."""
        for kind, name in self._parents(asked):
            if not self._is_absent(asked.realm, kind, name):
                continue
            outcome = asked.operation.outcomes.get("orphan") or self._missing_of(
                kind, asked.operation
            )
            if outcome is not None:
                return outcome, name
        return None

    def _parents(self, asked: Asked) -> Iterator[tuple[Kind, str]]:
        """Yield what of other kinds a request names."""
        for collection, name in asked.scope.items():
            kind = self.kind_at(collection)
            if kind is not None:
                yield kind, name
        for slot, label in asked.operation.references.items():
            kind = self.resources.kinds.get(label)
            value = asked.moment.sources.get(slot)
            if kind is not None and is_name(value):
                yield kind, text(value)

    def kind_at(self, collection: str) -> Kind | None:
        """Return the kind whose entities are below *collection*."""
        for kind in self.resources.kinds.values():
            if kind.collection == collection:
                return kind
        return None

    def _is_absent(self, realm: Realm, kind: Kind, name: str) -> bool:
        entity = realm.find(kind, name)
        if entity is None:
            return kind.is_closed
        return entity.is_gone

    def _missing_of(self, kind: Kind, operation: Operation) -> Outcome | None:
        """Return the recorded answer for a missing entity of *kind*."""
        found = [
            each
            for each in self.resources.operations.values()
            if each.kind == kind.name and "missing" in each.outcomes
        ]
        if not found:
            return None
        found.sort(key=lambda each: (each.role != operation.role, each.role != "read"))
        return found[0].outcomes["missing"]

    def find(self, asked: Asked) -> tuple[str | None, Entity | None]:
        """Return the id that is asked for, and the entity there is of it."""
        kind = self.kind(asked)
        for slot, field in asked.operation.address:
            value = asked.moment.sources.get(slot)
            if not is_name(value):
                continue
            if field:
                return text(value), next(
                    (
                        each
                        for each in asked.realm.alive(kind)
                        if same(value_of(each, field), value)
                    ),
                    None,
                )
            found = asked.realm.find(kind, text(value), asked.scope)
            if found is not None and not kind.scoped and asked.scope:
                is_other = not found.is_gone and not belongs(found, kind, asked.scope)
                found = None if is_other else found
            return text(value), found
        return None, None

    def _addressed(self, asked: Asked) -> Told | None:
        name, entity = self.find(asked)
        if name is None:
            return None
        asked.moment.sources["id",] = name
        kind = self.kind(asked)
        if entity is None and not kind.is_closed:
            return None
        if entity is None or entity.is_gone:
            outcome = asked.operation.outcomes.get("missing") or self._missing_of(
                kind, asked.operation
            )
            if outcome is None:
                return None
            return self.told(asked, outcome, name, why="there is no such entity")
        refused = self._refused(asked, with_state=False) or self._refused(
            asked, with_state=True, entity=entity
        )
        if refused is not None:
            return self.told(asked, refused, name, entity, why="refused as recorded")
        outcome = asked.operation.outcomes.get("done")
        if outcome is None:
            return None
        if asked.operation.role == "change":
            writing.change(self, asked, entity)
        told = self.told(
            asked, outcome, name, entity, why=f"kept as {kind.name} {name}"
        )
        if told is None:
            return None
        if asked.operation.role == "delete":
            self.end(asked, entity)
        is_write = asked.operation.role in ("change", "delete")
        return _written(told, name) if is_write else told

    def end(self, asked: Asked, entity: Entity) -> None:
        """Take an entity out of the world, and what cannot be without it."""
        entity.is_gone = True
        mine = self.kind(asked)
        for kind in self.resources.kinds.values():
            is_below = bool(mine.collection) and mine.collection in kind.collection
            if mine.name not in kind.cascades and not is_below:
                continue
            fields = [
                path for path, label in kind.parents.items() if label == mine.name
            ]
            for each in asked.realm.alive(kind):
                is_its = each.scope.get(mine.collection) == entity.name
                if is_its or any(same(value_of(each, f), entity.name) for f in fields):
                    each.is_gone = True

    def _create(self, asked: Asked) -> Told | None:
        operation, kind = asked.operation, self.kind(asked)
        name, entity = self.find(asked)
        for slot, field in operation.unique:
            clash = self._clash(asked, kind, slot, field)
            if clash is not None and "exists" in operation.outcomes:
                asked.moment.sources["id",] = clash.name
                outcome = operation.outcomes["exists"]
                return self.told(asked, outcome, clash.name, clash, why="it exists")
        is_there = entity is not None and not entity.is_gone
        if is_there and operation.upserts:
            assert entity is not None
            writing.replace(self, asked, entity)
            outcomes = ("done", "made")
        else:
            entity = writing.make(self, asked, name)
            outcomes = ("made", "done")
        if entity is None:
            return None
        asked.moment.sources["id",] = entity.name
        outcome = next(
            (operation.outcomes[o] for o in outcomes if o in operation.outcomes), None
        )
        if outcome is None:
            return None
        why = f"made as {kind.name} {entity.name}"
        told = self.told(asked, outcome, entity.name, entity, why=why)
        return None if told is None else _written(told, entity.name)

    def _clash(
        self, asked: Asked, kind: Kind, slot: Path, field: Path
    ) -> Entity | None:
        value = asked.moment.sources.get(slot)
        if value is None:
            return None
        for each in asked.realm.alive(kind):
            is_beside = not asked.scope or belongs(each, kind, asked.scope)
            if is_beside and same(value_of(each, field), value):
                return each
        return None

    def _refused(
        self, asked: Asked, *, with_state: bool, entity: Entity | None = None
    ) -> Outcome | None:
        for each in asked.operation.refusals:
            if with_state:
                is_so = (
                    each.state is not None
                    and entity is not None
                    and value_of(entity, each.state) in each.values
                )
            else:
                is_so = self._is_refused(asked, each)
            if is_so:
                return each.outcome
        return None

    def _is_refused(self, asked: Asked, by: Refusal) -> bool:
        sources = asked.moment.sources
        if by.lacks is not None:
            return by.lacks not in sources
        if by.place is None or by.place not in sources:
            return False
        value = sources[by.place]
        return bool(traits(value) & set(by.traits)) or value in by.values

    def told(
        self,
        asked: Asked,
        outcome: Outcome,
        name: str | None,
        entity: Entity | None = None,
        *,
        why: str,
    ) -> Told | None:
        """Return the answer of *outcome*, with *entity* where it shows one."""
        template = self.templates(outcome.exchange, asked.operation)
        if template is None:
            return None
        sources = asked.moment.sources
        if name is not None:
            sources["id",] = name
        if entity is not None:
            for path, value in flat(entity.record).items():
                if is_scalar(value):
                    sources["entity", *path] = value
        made = enveloped(template, outcome, asked.moment)
        if made is None:
            return None
        body, header = made
        if entity is not None and outcome.site is not None:
            example = field_of(template.body, outcome.site) or template.body
            body = fill(body, outcome.site, self.shown(asked, entity, example, outcome))
        response = template.response_with(body, header, outcome.status)
        return Told(response, outcome.exchange, why)

    def shown(
        self, asked: Asked, entity: Entity, example: Json, outcome: Outcome
    ) -> Record:
        """Return *entity* as an answer shows it."""
        return rendered(
            entity.record,
            example,
            outcome,
            extra=sorted(entity.extra, key=repr),
            wholes=self.kind(asked).wholes,
        )

    def counters(self, asked: Asked) -> Callable[[Path, Origin], Json]:
        """Return how numbers go on that are counted up with every entity."""
        kind = self.kind(asked)

        def following(path: Path, origin: Origin) -> Json:
            start = tail(origin.value)
            last: int | None = None
            for each in asked.realm.every(kind):
                if kind.scoped and not belongs(each, kind, asked.scope):
                    continue
                told = value_of(each, path if path != kind.id else ())
                known = tail(like(told, origin.value))
                if known and start and known[0] == start[0]:
                    last = known[1] if last is None else max(last, known[1])
            return counted(origin.value, origin.step or 1, last)

        return following

    def note(self, asked: Asked, response: Response) -> Told | None:
        """Follow what *response*, that came from elsewhere, says."""
        return writing.follow(self, asked, response)


def told_body(response: Response, operation: Operation) -> Json:
    """Return the body of *response* as the world looks at bodies."""
    value = read(response.headers, response.body).value
    return plain(value, is_xml(response.headers), operation.repeated)


def records_at(body: Json, site: Path | None) -> list[Record]:
    """Return the entities at *site* in *body*."""
    if site is None:
        return []
    return [record for general, _, record in objects(body) if general == site]


def _written(told: Told, name: str) -> Told:
    return Told(told.response, told.exchange, told.why, name, told.score)
