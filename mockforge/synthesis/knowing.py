"""What a schema tells before anything is made: kinds, places that fit, checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mockforge.bodies.document import Path, general
from mockforge.learning.fields.checking import Checking, is_same, type_of
from mockforge.learning.fields.composing import Composing
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.synthesis.addressees import is_place
from mockforge.synthesis.belonging import places_told, told_within, with_accounts
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.introductions import introduce
from mockforge.synthesis.kinds import PARTS, WRAPPERS, kind_of, nature_of
from mockforge.synthesis.lifecycles import tell
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.parts import compiled
from mockforge.synthesis.places import Place
from mockforge.synthesis.roles import Role, role_of
from mockforge.synthesis.senses import sense
from mockforge.synthesis.services import LINES, line_kind, wrapped
from mockforge.synthesis.shared import Shared
from mockforge.synthesis.sorts import is_doer
from mockforge.synthesis.tracks import LOGS
from mockforge.synthesis.validity import Validator

_KEPT = 4096
_FREE = frozenset(("type", "title", "description", "default", "examples", "enum",
                   "readOnly", "writeOnly", "deprecated"))  # fmt: skip
_OUR_OWN = frozenset(("format", "pattern"))
_PLACED = {
    "city": lambda place: place.city,
    "country": lambda place: place.country.name,
    "country code": lambda place: place.country.code,
    "currency": lambda place: place.country.currency,
    "region": lambda place: place.region,
    "region code": lambda place: place.region_code,
    "timezone": lambda place: place.timezone,
    "language": lambda place: place.country.language,
    "locale": lambda place: place.country.locale,
}
_PERSONAL = frozenset(("first", "last", "username", "gender", "birth", "age"))
_LOCATED = frozenset(("street", "zip", "region", "city", "lat", "lng", "country",
                      "country code", "address", "phone"))  # fmt: skip


class Knowing:
    """A schema with what was found out about it, kept from one document to the next."""

    def __init__(self, validator: Validator) -> None:
        self.validator = validator
        self._checking = Checking(validator.schema.get("$defs", {}))
        self._composing = Composing(validator.schema.get("$defs", {}))
        self._checks: dict[tuple[int, bool], tuple[Any, Any]] = {}
        self._kinds: dict[tuple[Path, str, str, int], tuple[Schema, str]] = {}
        self._values: dict[int, tuple[Schema, tuple[Json, ...]]] = {}
        self._notes: dict[int, tuple[Schema, tuple[dict[str, object], bool]]] = {}
        self._fitting: dict[int, tuple[Schema, Any, tuple[Place, ...]]] = {}

    def fits(self, schema: Schema, value: Json) -> bool:
        """Return whether *value* is valid against *schema*, put together."""
        if _FREE.issuperset(schema):
            told = schema.get("type")
            if isinstance(told, str) and "enum" not in schema:
                mine = type_of(value)
                return mine == told or (mine == "integer" and told == "number")
            return self._checking.check(schema, value)
        if _OUR_OWN.isdisjoint(schema) and "allOf" not in schema:
            return self._checking.check(schema, value)
        return self._checked(schema, value)

    def fits_any(self, schema: Any, value: Json) -> bool:
        """Return whether *value* is valid against *schema*, as it was written."""
        if isinstance(schema, bool):
            return schema
        if not isinstance(value, list | dict) and self._composing.is_plain(schema):
            return self.fits(schema, value)
        return self._checked(schema, value)

    def _checked(self, schema: Schema, value: Json) -> bool:
        is_scalar = not isinstance(value, list | dict)
        key = (id(schema), is_scalar)
        known = self._checks.get(key)
        if known is None or known[0] is not schema:
            if len(self._checks) > _KEPT:
                self._checks.clear()
            definitions = self.validator.schema.get("$defs", {})
            checks = compiled(schema, definitions, is_scalar=is_scalar)
            known = self._checks[key] = (schema, checks)
        try:
            return bool(known[1].is_valid(value))
        except (ValueError, TypeError):
            return False

    def values(self, schema: Schema) -> tuple[Json, ...]:
        """Return the values of an enum that are valid."""
        known = self._values.get(id(schema))
        if known is None or known[0] is not schema:
            if len(self._values) > _KEPT:
                self._values.clear()
            found: list[Json] = []
            for one in schema["enum"]:
                is_new = not any(is_same(one, other) for other in found)
                if is_new and self.fits(schema, one):
                    found.append(one)
            known = self._values[id(schema)] = (schema, tuple(found))
        return known[1]

    def kind(
        self, shared: Shared, schema: Schema, path: Path, parent: Entity | None
    ) -> str:
        """Return what kind of thing an object at *path* is."""
        owner = parent.kind if parent else ""
        key = (general(path), f"{shared.kind} {shared.lexicon.name}", owner, id(schema))
        known = self._kinds.get(key)
        if known is None or known[0] is not schema:
            if len(self._kinds) > _KEPT:
                self._kinds.clear()
            found = _kind(shared, schema, path, parent)
            known = self._kinds[key] = (schema, found)
        return known[1]

    def prepare(
        self, entity: Entity, schema: Schema, given: Mapping[Path, Json], path: Path
    ) -> None:
        """Tell *entity* what its fields allow: places, who is she or he."""
        members = schema.get("properties", {})
        notes, is_placed = self._noted(schema)
        entity.memo.update(notes)
        for name in members if given else ():
            known = given.get((*path, name), given.get((*general(path), name)))
            if known is not None:
                entity.known[name.lower()] = known
                if role_of(name).name == "status":
                    tell(entity, role_of(name), known)
        if given:
            introduce(entity, given, path)
        is_inner = entity.parent is not None and not entity.nature
        if is_inner and not is_placed and entity.kind not in PARTS:
            return
        told = places_told(told_within(given, path), entity.shared.places) \
            if given else ()  # fmt: skip
        fitting = self._places(entity, schema, given, path, told)
        if fitting:
            entity.settle_in(fitting, is_told=bool(told))

    def _noted(self, schema: Schema) -> tuple[dict[str, object], bool]:
        """Return what the members of *schema* tell, and if one of them is a place."""
        known = self._notes.get(id(schema))
        if known is None or known[0] is not schema:
            if len(self._notes) > _KEPT:
                self._notes.clear()
            notes: dict[str, object] = {}
            members = schema.get("properties", {})
            for name in members:
                _note(notes, name, members[name])
            is_placed = any(role_of(name).name in _PLACED for name in members)
            known = self._notes[id(schema)] = (schema, (notes, is_placed))
        return known[1]

    def _places(
        self, entity: Entity, schema: Schema, given: Mapping[Path, Json], path: Path,
        placed: tuple[Place, ...] = (),
    ) -> tuple[Place, ...]:  # fmt: skip
        known = self._fitting.get(id(schema))
        told = {
            name: given[place]
            for name in schema.get("properties", {})
            for place in ((*path, name), (*general(path), name))
            if place in given
        } if given else {}  # fmt: skip
        if not (told or placed) and known is not None and known[0] is schema \
                and known[1] is entity.shared.places:  # fmt: skip
            return known[2]
        found = _fitting(self, schema, told, placed or entity.shared.places)
        if not (told or placed):
            if len(self._fitting) > _KEPT:
                self._fitting.clear()
            self._fitting[id(schema)] = (schema, entity.shared.places, found)
        return found


def _note(memo: dict[str, object], name: str, schema: Any) -> None:
    """Note in *memo* what a member called *name* tells of what it is in."""
    role = role_of(name)
    if role.name == "company":
        memo["company"] = True
    inner = schema.get("properties", {}) if isinstance(schema, dict) else {}
    if role.name in ("category", "type") and isinstance(schema, dict):
        memo[f"enum {role.name}"] = tuple(schema.get("enum", ()))
    is_address = (
        any(role_of(one).name in _LOCATED for one in inner)
        if (singular(name.lower()) in PARTS)
        else bool(inner) and is_place(schema) and not nature_of(kind_of(name))
    )
    if role.name in _LOCATED or "address" in role.words or is_address:
        memo["placed"] = True
        if is_address or role.name not in ("phone", "lat", "lng"):
            memo["settled"] = True
    elif role.name in ("iban", "tax id", "bic"):
        memo["placed"] = True


def _fitting(
    knowing: Knowing,
    schema: Schema,
    told: Mapping[str, Json],
    places: tuple[Place, ...],
) -> tuple[Place, ...]:
    """Return those of *places* whose names the fields of *schema* allow."""
    members = schema.get("properties", {})
    found = with_accounts(members, places)
    for name, inner in members.items():
        role = role_of(name)
        said = _PLACED.get(role.name)
        if said is None or role.whose or not isinstance(inner, dict):
            continue
        if name in told:
            wanted = told[name]
            some = tuple(one for one in found if wanted in _spelt(role, one, said))
        elif not {"enum", "const", "pattern", "$ref", "anyOf", "allOf",
                  "maxLength"}.isdisjoint(inner):  # fmt: skip
            some = tuple(
                place
                for place in found
                if any(
                    knowing.fits_any(inner, one) for one in _spelt(role, place, said)
                )
            )
        else:
            continue
        found = some or found
    return found


def _spelt(role: Role, place: Place, said: Callable[[Place], str]) -> tuple[str, ...]:
    """Return how what *said* tells of *place* may be written: `Germany` is `DE`."""
    if role.name not in ("country", "country code"):
        return (said(place),)
    return (said(place), place.country.name, place.country.code)


def _kind(shared: Shared, schema: Schema, path: Path, parent: Entity | None) -> str:
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return shared.kind
    name = names[-1]
    last = singular(words_of(name)[-1]) if words_of(name) else ""
    if name.lower() in WRAPPERS and (parent is None or parent.path == ()):
        return wrapped(shared, schema, name, parent)
    owner = parent.kind if parent is not None else ""
    is_item = last in LINES and isinstance(path[-1], int)
    line = line_kind(schema, owner or shared.kind, shared.noun) if is_item else ""
    if line:
        return line
    found = kind_of(name)
    if found:
        found = sense(name, shared.evidence.within(schema, owner))
    if last in LOGS and parent is not None and isinstance(path[-1], int):
        found = _logged(found, parent, schema)
    if found and found not in PARTS:
        return found
    if found or last in PARTS or name.lower() in PARTS:
        return last or found
    return _by_members(schema) or _someone(schema) or _doer(last, schema)


def _logged(found: str, parent: Entity, schema: Schema) -> str:
    """Return what kind of thing one of the log of *parent* is."""
    if parent.kind in _MOVED:
        return "tracking"
    return "happening" if found == "event" and _is_happening(schema) else found


def _is_happening(schema: Schema) -> bool:
    """Return whether what has such members happened, and is not visited."""
    words = {word for name in schema.get("properties", {}) for word in words_of(name)}
    return words.isdisjoint(("name", "title", "venue", "start", "starts", "capacity",
                             "price", "organizer", "location"))  # fmt: skip


_MOVED = frozenset(("tracking", "shipment", "order", "delivery", "shipping"))


def _someone(schema: Schema) -> str:
    roles = {role_of(name).name for name in schema.get("properties", {})}
    is_someone = {"name", "email"} <= roles or {"name", "username"} <= roles
    return "person" if is_someone else ""


def _doer(last: str, schema: Schema) -> str:
    """Return whether what is called *last* is someone: a `taxpayer` with a name."""
    return "person" if "name" in schema.get("properties", {}) and is_doer(last) else ""


def _by_members(schema: Schema) -> str:
    roles = {role_of(name).name for name in schema.get("properties", {})}
    words = {word for name in schema.get("properties", {}) for word in words_of(name)}
    if {"first", "last"} & roles or len(roles & _PERSONAL) > 1:
        return "person"
    if "symbol" in words and "price" in words:
        return "stock"
    if "message" in words and {"sender", "user", "username", "thread"} & words:
        return "message"
    if {"title", "publisher"} <= words and {"authors", "author"} & words:
        return "book"
    if {"price", "sku"} <= words or {"price", "stock"} <= words:
        return "product"
    return ""


def sure_kind(schema: Schema) -> str:
    """Return the kind of thing that members tell beyond doubt, or nothing."""
    return _by_members(schema)


def kind_by_members(schema: Schema) -> str:
    """Return what kind of thing has the members of *schema*, or nothing."""
    found = _by_members(schema)
    if found:
        return found
    if _someone(schema):
        return "person"
    words = {word for name in schema.get("properties", {}) for word in words_of(name)}
    if "price" in words:
        return "product"
    return ""
