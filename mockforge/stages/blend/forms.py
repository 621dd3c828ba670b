"""Forms: the shape of valid documents as classes, which are read sooner than checked.

What a form reads is valid. What it does not read may be valid too, and is to be
checked in full.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Literal, Union

import msgspec

from mockforge.learning.fields.schema import Schema

MOST = 1000
"""Members of objects in a schema from which on no form is made of it."""

_KNOWN = frozenset(
    ("type", "properties", "required", "items", "enum", "pattern", "format")
) | {"additionalProperties"}

_PLAIN: dict[str, Any] = {
    "null": type(None),
    "boolean": bool,
    "integer": int,
    "number": float,
}

Look = Callable[[Sequence[Any]], bool]
"""Tells whether many values of one place follow the patterns there."""

Form = tuple[Any, Look | None]
"""What to read values of one place as, and how to look at what was read."""


class Forms:
    """The forms of what is valid against a schema."""

    def __init__(self, schema: Schema | bool, looking: Callable[[str], Look]) -> None:
        """Make them.

        Args:
            schema: What is valid.
            looking: Makes of a pattern what looks at texts.

        Raises:
            ValueError: If the schema says what no form can say.
        """
        self._left = MOST
        self._looking = looking
        try:
            form, self._look = self._form(schema)
            self._decode = msgspec.json.Decoder(form).decode
        except (TypeError, RecursionError) as error:
            raise ValueError(f"there is no form: {error}") from error

    def reads(self, raw: bytes) -> bool:
        """Return whether JSON has the form, so that it is valid."""
        try:
            value = self._decode(raw)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return False
        return self._look is None or self._look([value])

    def _form(self, schema: Any) -> Form:
        if schema is True or schema == {}:
            return Any, None
        if not isinstance(schema, dict) or not schema.keys() <= _KNOWN:
            raise ValueError(f"there is no form of {schema!r}")
        told = schema.get("type")
        kinds = {told} if isinstance(told, str) else {*(told or ())}
        if not kinds:
            raise ValueError("there is no form of what has no type")
        forms: list[Any] = [_PLAIN[kind] for kind in kinds & _PLAIN.keys()]
        looks: list[Look | None] = []
        for kind, make in (
            ("string", self._text),
            ("array", self._array),
            ("object", self._object),
        ):
            if kind in kinds:
                form, look = make(schema)
                forms.append(form)
                looks.append(look)
        if "enum" in schema and not kinds <= {"string", "null"}:
            raise ValueError("there is no form of a choice of others than texts")
        if "enum" in schema and "null" in kinds and None not in schema["enum"]:
            raise ValueError("there is no form of two that are at odds")
        return Union[tuple(forms)], _all_of(looks)  # noqa: UP007

    def _text(self, schema: Schema) -> Form:
        look = None
        if "pattern" in schema:
            look = _in_texts(self._looking(schema["pattern"]))
        if "enum" not in schema:
            return str, look
        choices = [each for each in schema["enum"] if each is not None]
        if not choices or {*map(type, choices)} != {str}:
            raise ValueError("there is no form of a choice of others than texts")
        return Literal[tuple(choices)], look

    def _array(self, schema: Schema) -> Form:
        item, look = self._form(schema.get("items", True))
        form: Any = list.__class_getitem__(item)
        return form, None if look is None else _in_lists(look)

    def _object(self, schema: Schema) -> Form:
        children, needed = schema.get("properties", {}), {*schema.get("required", ())}
        rest = schema.get("additionalProperties", True)
        if not children and not needed:
            each, look = self._form(rest)
            any_names: Any = dict.__class_getitem__((str, each))
            return any_names, None if look is None else _in_maps(look)
        if rest is not True and rest != {}:
            raise ValueError("there is no form of the rest of members")
        names = [*dict.fromkeys((*children, *needed))]
        self._left -= len(names)
        if self._left < 0:
            raise ValueError("it has too many members")
        fields: list[Any] = []
        looks: list[tuple[str, Look]] = []
        for number, name in enumerate(names):
            own = f"f{number}"
            form, look = self._form(children.get(name, True))
            if name in needed:
                fields.append((own, form))
            else:
                either: Any = Union[(form, msgspec.UnsetType)]  # noqa: UP007
                fields.append((own, either, msgspec.UNSET))
            if look is not None:
                looks.append((own, look))
        made = msgspec.defstruct(
            "Form",
            fields,
            rename={f"f{number}": name for number, name in enumerate(names)},
            kw_only=True,
            gc=False,
        )
        return made, _members(made, looks)


def _all_of(looks: Sequence[Look | None]) -> Look | None:
    there = [look for look in looks if look is not None]
    if len(there) < 2:
        return there[0] if there else None
    return lambda values: all(look(values) for look in there)


def _in_texts(look: Look) -> Look:
    return lambda values: look([value for value in values if type(value) is str])


def _in_lists(look: Look) -> Look:
    def check(values: Sequence[Any]) -> bool:
        ours = (value for value in values if type(value) is list)
        return look([*chain.from_iterable(ours)])

    return check


def _in_maps(look: Look) -> Look:
    def check(values: Sequence[Any]) -> bool:
        ours = (value.values() for value in values if type(value) is dict)
        return look([*chain.from_iterable(ours)])

    return check


def _members(made: type, looks: list[tuple[str, Look]]) -> Look | None:
    if not looks:
        return None
    getters = [(attrgetter(name), look) for name, look in looks]

    def check(values: Sequence[Any]) -> bool:
        ours = [value for value in values if type(value) is made]
        return all(look([*map(getter, ours)]) for getter, look in getters)

    return check
