"""Values with a meaning for all fields of one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mockforge.bodies.document import Path, general
from mockforge.learning.fields import Node
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import (
    choosing,
    codes,
    dated,
    figures,
    formats,
    lengths,
    lifecycles,
    maps,
    measured,
    opinions,
    patterned,
    persons,
    quantity_texts,
    scenes,
    texts,
    tracks,
    truths,
)
from mockforge.synthesis.amounts import written_amount
from mockforge.synthesis.callings import field_at
from mockforge.synthesis.coded import coded, row_for
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.examples import Likeness, of_kind
from mockforge.synthesis.knowing import Knowing
from mockforge.synthesis.likeness import like_seen
from mockforge.synthesis.naming import tokens
from mockforge.synthesis.openapi import VALUES
from mockforge.synthesis.repeating import follow
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.settling import settle
from mockforge.synthesis.shared import Shared
from mockforge.synthesis.vocabulary import has_own_words, worded

VOICES: dict[str, Callable[[Entity, Field], Json]] = {
    **texts.VOICES,
    **persons.VOICES,
    **codes.VOICES,
    **dated.VOICES,
}
_FORMED = frozenset(("format", "contentEncoding", "contentMediaType"))
_DISTINCT = frozenset(tokens("id sku slug number serial title subject"))
_NO_QUANTITIES = dated.ROLES | {
    *("id", "age", "year", "month", "exp year", "zip", "phone", "lat", "lng", "number"),
    *("barcode", "http status"),
}


class Telling:
    """What gives the values of one document a meaning."""

    def __init__(
        self,
        shared: Shared,
        knowing: Knowing,
        given: Mapping[Path, Json],
        sizes: Mapping[Path, int],
        seen: Node | None = None,
    ) -> None:
        self._shared = shared
        self._knowing = knowing
        self._given = given
        self._sizes = sizes
        self._seen = seen
        self._stack: list[Entity] = []
        self._loose = Entity(shared, shared.kind, ())

    def enter(self, schema: Schema, path: Path) -> None:
        """An object is begun at *path*."""
        parent = self._stack[-1] if self._stack else None
        kind = self._knowing.kind(self._shared, schema, path, parent)
        entity = Entity(self._shared, kind, path, parent)
        entity.memo["schema"] = schema
        self._knowing.prepare(entity, schema, self._given, path)
        tracks.begin(entity)
        self._stack.append(entity)

    def leave(self, schema: Schema, path: Path, made: dict[str, Json]) -> None:
        """The object is there; its members are brought into agreement."""
        entity = self._stack.pop()
        kept = {name for name in made if self._is_given((*path, name))} \
            if self._given else set()  # fmt: skip
        follow(schema, made, kept, self._member_fits)
        settle(entity, schema, made, kept, self._member_fits)

    def _member_fits(self, schema: Any, value: Json) -> bool:
        return self._knowing.fits_any(schema, value)

    def _is_given(self, path: Path) -> bool:
        return path in self._given or general(path) in self._given

    def size(self, least: int, most: int, path: Path) -> int:
        """Return how many items a list has."""
        wanted = self._sizes.get(path)
        parent = self._stack[-1] if self._stack else None
        is_log = parent is not None and tracks.is_log(parent, path)
        if wanted is None and parent is not None and is_log:
            wanted = tracks.length(parent)
        if wanted is None:
            usual = maps.size_told(parent, path) or lengths.usual(path)
            wanted = self._shared.rng.randint(*usual)
        wanted = max(least, min(wanted, most))
        if parent is not None and is_log:
            tracks.plan(parent, path, wanted)
        return wanted

    def free(self, schema: Schema, path: Path) -> dict[str, Json] | None:
        """Return an object of which the schema tells no names."""
        entity = self._stack[-1] if self._stack else self._loose
        made = lengths.loose(entity, path)
        return maps.free(entity, schema, path, self.value) if made is None else made

    def keys(self, schema: Schema, path: Path) -> tuple[str, ...]:
        """Return the names that members may have of which the schema tells none."""
        entity = self._stack[-1] if self._stack else self._loose
        return maps.keys_for(entity, schema, path)

    def fits(self, schema: Schema, value: Json) -> bool:
        """Return whether *value* is valid against *schema*, put together."""
        return self._knowing.fits(schema, value)

    def valid(self, value: Json) -> bool:
        """Return whether the whole document is valid."""
        return self._knowing.validator.is_valid(value)

    def value(self, schema: Schema, kind: str, path: Path) -> Json:
        """Return what is at *path*, or MISSING where nothing is known."""
        field = field_at(self._shared, self._stack, schema, kind, path)
        entity = self._stack[-1] if self._stack else self._loose
        made = self._found(entity, field)
        if kind == "string" and path and isinstance(path[-1], int):
            made = self._other(entity, field, made)
        if made is not MISSING and isinstance(path[-1] if path else 0, str):
            entity.known[field.name.lower()] = made
            if field.role.name == "id":
                entity.begin(field.name)
            elif field.role.name == "status":
                lifecycles.tell(entity, field.role, made)
            elif field.role.name == "carrier":
                lifecycles.root(entity).memo["carrier"] = made
        return made

    def _other(self, entity: Entity, field: Field, made: Json) -> Json:
        """Return an item of a list of texts that is not there yet, if one is found."""
        there = entity.memo.setdefault(f"items {field.path[:-1]}", [])
        assert isinstance(there, list)
        for _ in range(4):
            if made not in there[-50:]:
                break
            made = self._found(entity, field)
        there.append(made)
        return made

    def _known(self, entity: Entity, field: Field) -> Json:
        """Return what is given, or like what was seen; else MISSING."""
        for path in (field.path, general(field.path)) if self._given else ():
            if path in self._given and self.fits(field.schema, self._given[path]):
                return self._given[path]
        if self._seen is not None:
            return like_seen(self._seen, entity, field, self.fits)
        is_free = "enum" not in field.schema
        if field.kind != "string" or (
            is_free and (row_for(entity, field) or has_own_words(entity, field))
        ):
            return MISSING
        made = measured.said(entity, field)
        made = quantity_texts.text(entity, field) if made is MISSING else made
        if made is MISSING or not self.fits(field.schema, made):
            return MISSING
        return made

    def _found(self, entity: Entity, field: Field) -> Json:
        made = self._known(entity, field)
        if made is not MISSING:
            return made
        if "enum" in field.schema:
            return self._chosen(entity, field)
        if VALUES in field.schema and field.kind == "string":
            return choosing.dealt(entity, field, tuple(field.schema[VALUES]))
        if field.kind == "null":
            return None
        if field.kind == "boolean":
            usual = field.schema.get("default")
            is_usual = isinstance(usual, bool) and self._shared.rng.random() < 0.7
            return usual if is_usual else truths.truth(entity, field)
        made = self._said(entity, field)
        if "examples" in field.schema or "default" in field.schema:
            made = self._like_examples(entity, field, made)
        return self._anything(entity, field) if made is MISSING else made

    def _like_examples(self, entity: Entity, field: Field, made: Json) -> Json:
        """Return *made*, or what is more like the examples of the schema."""
        stated = self._shared.statements
        if stated.choices_of(field.name) or stated.range_of(field.name) != (None, None):
            return made
        if scenes.told(entity, field.role.name, field.role.words) is not None:
            return made
        told = of_kind(field.schema, field.kind)
        found = Likeness(entity, field, VOICES, told).candidates(made) if told else ()
        for one in found:
            if one is not MISSING and self.fits(field.schema, one):
                return one
        return made

    def _said(self, entity: Entity, field: Field) -> Json:
        """Return what the role of *field* says, if that fits."""
        if field.kind in ("integer", "number"):
            return self._number(entity, field)
        for voice in self._voices(entity, field):
            for _ in range(3):
                made = lengths.fitted(voice(entity, field), field)
                if made is MISSING:
                    break
                if self.fits(field.schema, made) and not self._again(
                    entity, field, made
                ):
                    return made
        return self._patterned(entity, field)

    def _voices(
        self, entity: Entity, field: Field
    ) -> Iterator[Callable[[Entity, Field], Json]]:
        """Yield what may say the text of *field*, what is surest first."""
        told = self._shared.statements.choices_of(field.name)
        scene = scenes.told(entity, field.role.name, field.role.words)
        if told:
            yield lambda *_: self._shared.dealt(field.name, told)
        elif scene:
            yield lambda *_: scene
        schema, role = field.schema, field.role
        if not _FORMED.isdisjoint(schema):
            formed = formats.voice_for(schema)
            if formed is not None:
                yield formed
        yield coded
        if role is role_of(field.name) or role == role_of(field.name):
            yield worded
        usual = VOICES.get(role.name)
        if usual is not None:
            yield usual
        if "format" in schema:
            yield from self._formatted(schema)

    def _patterned(self, entity: Entity, field: Field) -> Json:
        """Return a text that a pattern allows and people write, if there is one."""
        if not patterned.patterns_of(field.schema):
            return MISSING
        voice = VOICES.get(field.role.name)
        said = voice(entity, field) if voice is not None else MISSING
        for made in patterned.candidates(entity, field, said):
            if self.fits(field.schema, made) and not self._again(entity, field, made):
                return made
        return MISSING

    @staticmethod
    def _formatted(schema: Schema) -> tuple[Callable[[Entity, Field], Json], ...]:
        """Return what makes texts of the format that *schema* asks for."""
        told = schema.get("format")
        role = formats.role_for(told) if told else ""
        voices = (VOICES.get(role), formats.STANDARD.get(str(told)))
        return tuple(one for one in voices if one is not None)

    def _again(self, entity: Entity, field: Field, made: Json) -> bool:
        """Return whether *made* was there and has to be another."""
        role, shared = field.role, self._shared
        if made is MISSING or role.name not in _DISTINCT or not isinstance(made, str):
            return made is MISSING
        if role.name == "id" and (role.whose or made in shared.badges.values()):
            return False
        is_there = shared.is_taken((general(field.path), entity.kind), made)
        return is_there and role.name != "slug"

    @staticmethod
    def _no_number(
        entity: Entity, field: Field
    ) -> Callable[[Entity, Field], Json] | None:
        """Return what makes an id, a year or a moment of what is no quantity."""
        role = field.role.name
        if role not in _NO_QUANTITIES or figures.outranks(entity, field):
            return None
        return VOICES.get(role)

    def _number(self, entity: Entity, field: Field) -> Json:
        entity.begin(field.name)
        for one in (
            opinions.stars,
            coded,
            worded,
            self._no_number(entity, field),
            figures.figure,
            figures.any_number,
        ):
            made = one(entity, field) if one is not None else MISSING
            if isinstance(made, str | bool):
                continue
            if made is not MISSING and self.fits(field.schema, made):
                return made
        return MISSING

    def _chosen(self, entity: Entity, field: Field) -> Json:
        """Return one of the values of an enum: the one that fits the rest, if any."""
        values = self._knowing.values(field.schema)
        voice = VOICES.get(field.role.name)
        return choosing.chosen(entity, field, values, voice) if values else MISSING

    def _anything(self, entity: Entity, field: Field) -> Json:
        """Return something for a text of which only its bounds are known."""
        is_formed = str(field.schema.get("format")) in formats.CHECKED
        if field.kind != "string" or "pattern" in field.schema or is_formed:
            return MISSING
        amount = written_amount(entity, field)
        if amount is not MISSING and self.fits(field.schema, amount):
            return amount
        for _ in range(3):
            made = lengths.fitted(lengths.words(entity, field), field)
            if self.fits(field.schema, made):
                return made
        return MISSING
