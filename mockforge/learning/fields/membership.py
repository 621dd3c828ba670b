"""Which members an object has, and their values, drawn from its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mockforge.bodies.document import Path
from mockforge.learning.fields.checking import matches
from mockforge.learning.fields.composing import both, every
from mockforge.learning.fields.patterns import from_pattern
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json

if TYPE_CHECKING:
    from mockforge.learning.fields.drawing import Drawing

_TELLING = frozenset(
    (
        *("properties", "required", "patternProperties", "propertyNames"),
        *("minProperties", "maxProperties"),
    )
)
_PLAIN = frozenset(("string", "number", "integer", "boolean", "null"))
_TRIES = 40
_SHALLOW = 5
_DEEPEST = 30


class Membership:
    """One object that is drawn."""

    def __init__(
        self, drawing: Drawing, schema: Schema, path: Path, depth: int
    ) -> None:
        self._drawing = drawing
        self._schema = schema
        self._path = path
        self._depth = depth
        self._keys: tuple[str, ...] | None = None

    def drawn(self, number: int) -> dict[str, Json]:
        """Draw the object, leaving more out the more often that was tried."""
        if self._depth >= _DEEPEST:
            return {}
        words = self._drawing.words
        if words is not None and self._is_free() and self._depth < _SHALLOW:
            free = words.free(self._schema, self._path)
            if free is not None:
                return free
        names = self._names(number)
        if words is not None:
            words.enter(self._schema, self._path)
        made: dict[str, Json] = {}
        for name in names:
            value = self._drawing.value(
                self._member(name), (*self._path, name), self._depth + 1
            )
            # What has no value is left out, if it may be.
            if value is not MISSING:
                made[name] = value
        if words is not None:
            words.leave(self._schema, self._path, made)
        return made

    def _is_free(self) -> bool:
        return self._schema.get("additionalProperties", True) is True and (
            _TELLING.isdisjoint(self._schema)
        )

    def _member(self, name: str) -> Any:
        """Return the schema of the member *name*."""
        schema = self._schema
        known = schema.get("properties", {})
        if name in known and "patternProperties" not in schema:
            return known[name]
        found = known.get(name, True)
        matched = False
        for pattern, told in schema.get("patternProperties", {}).items():
            if matches(pattern, name):
                matched, found = True, every(found, told)
        if name in known or matched:
            return found
        return schema.get("additionalProperties", True)

    def _names(self, number: int) -> list[str]:
        """Return the names of the members; what some ask for when there is theirs."""
        needed = self._needed()
        names = self._chosen(needed, self._share(number))
        for _ in range(_TRIES):
            more = self._depended(names)
            if not more:
                break
            # Their own members are looked at as well.
            needed = list(dict.fromkeys([*needed, *more]))
            names = list(dict.fromkeys([*names, *more]))
        most = self._schema.get("maxProperties")
        if most is not None and len(names) > most:
            spare = [name for name in names if name not in needed]
            self._drawing.rng.shuffle(spare)
            drop = set(spare[: len(names) - int(most)])
            names = [name for name in names if name not in drop]
        return self._with_more(names)

    def _share(self, number: int) -> float:
        """Return the share of what need not be there that is."""
        if self._depth >= _SHALLOW:
            # Things within things within things are told by what is plain in them.
            is_told = self._drawing.words is not None and self._drawing.left > 0
            return float(is_told and self._depth < 2 * _SHALLOW)
        if self._drawing.words is None:
            return 0.8 if number < 8 else 0.3
        return (1.0, 1.0, 0.8, 0.5)[number] if number < 4 else 0.3

    def _needed(self) -> list[str]:
        return [
            name
            for name in self._schema.get("required", ())
            if self._member(name) is not False
        ]

    def _chosen(self, needed: list[str], share: float) -> list[str]:
        drawing, known = self._drawing, self._schema.get("properties", {})
        is_answer = drawing.words is not None
        is_deep = self._depth >= _SHALLOW
        found = [
            name
            for name, told in known.items()
            if name in needed
            or (told is not False and (*self._path, name) in drawing.wanted)
            or (told is not False and not (is_answer and _is_written_only(told))
                and share and drawing.rng.random() < share
                and (not is_deep or self._is_plain(told)))
        ]  # fmt: skip
        spare = _unwanted(self._schema.get("not"), {*needed})
        found = [name for name in found if name not in spare]
        return [*found, *(name for name in needed if name not in known)]

    def _is_plain(self, told: Any) -> bool:
        """Return whether *told* is of a text, a number or a truth value."""
        composing = self._drawing.source.composing
        flat = told if isinstance(told, dict) and "type" in told else composing.flat(
            told, list
        )  # fmt: skip
        kind = flat.get("type")
        return _PLAIN.issuperset(kind if isinstance(kind, list) else (kind,))

    def _depended(self, names: list[str]) -> list[str]:
        """Return what *names* ask for beside them, and take in what they say."""
        if "dependentSchemas" not in self._schema and (
            "dependentRequired" not in self._schema
        ):
            return [n for n in self._needed() if n not in names]
        told = self._schema.get("dependentSchemas", {})
        for name in [name for name in names if name in told]:
            rest = {one: each for one, each in told.items() if one != name}
            schema = {**self._schema, "dependentSchemas": rest}
            inner = self._drawing.source.composing.flat(
                told[name], lambda choices: self._drawing.order(choices, self._depth)
            )
            self._schema, told = both(schema, inner), rest
        wanted = [
            other
            for name in names
            for other in self._schema.get("dependentRequired", {}).get(name, ())
        ]
        return [n for n in [*wanted, *self._needed()] if n not in names]

    def _with_more(self, names: list[str]) -> list[str]:
        """Return *names* with more where the schema names too few."""
        least = self._schema.get("minProperties", 0)
        known = self._schema.get("properties", {})
        if known and not least:
            return names
        is_map = not known and self._depth < _SHALLOW and (
            self._schema.get("patternProperties")
            or isinstance(self._schema.get("additionalProperties"), dict)
        )  # fmt: skip
        lacking = max(least - len(names), 0)
        if is_map:
            few, many = (1, 2) if self._drawing.words is None else (2, 4)
            many = min(many, len(self._usual_names()) or many)
            usual = self._drawing.rng.randint(min(few, many), many)
            lacking = max(lacking, min(usual, self._schema.get("maxProperties", usual)))
        spare = [name for name in known if name not in names
                 and known[name] is not False]  # fmt: skip
        made = [*names, *spare[:lacking]]
        lacking -= len(spare[:lacking])
        for number in range(_TRIES * lacking):
            if lacking <= 0:
                break
            name = self._new_name(number)
            if name not in made and name not in known and self._may_be(name):
                made.append(name)
                lacking -= 1
        return made

    def _may_be(self, name: str) -> bool:
        told = self._schema.get("propertyNames", True)
        return self._member(name) is not False and self._drawing.source.checking.check(
            told, name, 0
        )

    def _usual_names(self) -> tuple[str, ...]:
        words = self._drawing.words
        if self._keys is None:
            self._keys = () if words is None else words.keys(self._schema, self._path)
        return self._keys

    def _new_name(self, number: int) -> str:
        drawing, schema = self._drawing, self._schema
        usual = self._usual_names()
        if number < len(usual):
            return usual[number]
        told = schema.get("propertyNames")
        if isinstance(told, dict) and number % 2 == 0:
            named = drawing.value({"type": "string", **told}, ("key",), _SHALLOW)
            return str(named)
        patterns = [*schema.get("patternProperties", ())]
        if patterns and number % 3 != 2:
            found = from_pattern(drawing.rng.choice(patterns), drawing.rng)
            if found is not None:
                return found
        return f"key{number + 1}"


def _unwanted(told: Any, needed: set[str]) -> set[str]:
    """Return a name of each set that `not: {required: …}` says are not all there."""
    if not isinstance(told, dict):
        return set()
    if set(told) == {"anyOf"}:
        return {name for one in told["anyOf"] for name in _unwanted(one, needed)}
    names = told.get("required", ()) if set(told) == {"required"} else ()
    return {*[name for name in names if name not in needed][:1]}


def _is_written_only(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("writeOnly") is True
