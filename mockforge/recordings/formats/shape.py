"""Reading parsed JSON and YAML field by field, with a path for every complaint."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from math import inf, isfinite
from typing import Any, TypeVar

from mockforge.options import Json
from mockforge.recordings.formats.contents import Unreadable

Member = TypeVar("Member", bound=StrEnum)
_KINDS = {dict: "a mapping", list: "a list", str: "text", int: "a whole number"}


class Fields:
    """A mapping whose values are asked for by name and kind."""

    __slots__ = ("path", "value")

    def __init__(self, value: Json, path: str) -> None:
        if not isinstance(value, dict):
            raise Unreadable(f"{path or 'it'} is {shown(value)}, not a mapping")
        self.value: Mapping[str, Json] = value
        self.path = path
        """How one gets there: `response.body`."""

    def at(self, name: str) -> str:
        """Return the path of the field *name*."""
        return f"{self.path}.{name}" if self.path else name

    def has(self, *names: str) -> bool:
        """Whether any of *names* is there with a value."""
        return any(self.value.get(name) is not None for name in names)

    def text(self, name: str, default: str | None = None) -> str:
        """Return the text *name*.

        Raises:
            Unreadable: If it is of another kind, or missing and there is no default.
        """
        return str(self._of(name, str, default))

    def whole(self, name: str, default: int | None = None) -> int:
        """Return the whole number *name*; a text of digits will do.

        Raises:
            Unreadable: If it is not one, or missing and there is no default.
        """
        value = self.value.get(name)
        if isinstance(value, str) and value.strip().lstrip("-").isdigit():
            return int(value)
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return int(self._of(name, int, default))

    def number(self, name: str, default: float | None = None) -> float:
        """Return the number *name*.

        Raises:
            Unreadable: If it is not one, or missing and there is no default.
        """
        value = self.value.get(name)
        if value is None and default is not None:
            return default
        return number(value, self.at(name))

    def listing(self, name: str) -> list[Json]:
        """Return the list *name*; nothing is an empty one.

        Raises:
            Unreadable: If it is something else.
        """
        found: list[Json] = self._of(name, list, [])
        return found

    def part(self, name: str) -> Fields:
        """Return the mapping *name*.

        Raises:
            Unreadable: If it is missing or no mapping.
        """
        if self.value.get(name) is None:
            raise Unreadable(f"{self.at(name)} is missing")
        return Fields(self.value[name], self.at(name))

    def parts(self, name: str) -> Iterator[Fields]:
        """Return the mappings of the list *name*.

        Raises:
            Unreadable: If one is something else.
        """
        for index, value in enumerate(self.listing(name)):
            yield Fields(value, f"{self.at(name)}[{index}]")

    def only(self, *names: str) -> None:
        """Refuse a field that is not one of *names*.

        Raises:
            Unreadable: If there is one, with the nearest right name.
        """
        for name in self.value:
            if name not in names:
                near = get_close_matches(name, names, n=1)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                raise Unreadable(f"{self.at(name)} is not a field of this form{hint}")

    def _of(self, name: str, kind: type, default: Any) -> Any:
        value = self.value.get(name)
        if value is None:
            if default is None:
                raise Unreadable(f"{self.at(name)} is missing")
            return default
        if not isinstance(value, kind) or isinstance(value, bool):
            raise Unreadable(f"{self.at(name)} is {shown(value)}, not {_KINDS[kind]}")
        return value


def number(value: Json, path: str) -> float:
    """Return *value* as a float.

    Raises:
        Unreadable: If it is no number.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Unreadable(f"{path} is {shown(value)}, not a number")
    try:
        found = float(value)
    except OverflowError:
        found = inf
    if not isfinite(found):
        raise Unreadable(f"{path} is too large a number")
    return found


def from_base64(text: str, path: str) -> bytes:
    """Return the bytes of *text*; line breaks in it do not count.

    Raises:
        Unreadable: If it is not base64.
    """
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        raise Unreadable(f"{path} is not base64") from None


def shown(value: Json) -> str:
    """Return *value* as a message may quote it: kinds and short plain values only."""
    # A long text may be a body, and a body may hold a secret.
    if value is None:
        return "missing"
    if isinstance(value, (bool, int, float)):
        return repr(value)
    if isinstance(value, str):
        return repr(value) if len(value) <= 20 else f"a text of {len(value)} characters"
    if isinstance(value, bytes):
        return "binary"
    return "a list" if isinstance(value, list) else "a mapping"


def member(
    kinds: type[Member], fields: Fields, name: str, default: Member | None
) -> Member:
    """Return the member of *kinds* that the field *name* gives.

    Raises:
        Unreadable: If it is none, or missing and there is no default.
    """
    value = fields.text(name, default and default.value)
    try:
        return kinds(value)
    except ValueError:
        known = ", ".join(kind.value for kind in kinds)
        raise Unreadable(
            f"{fields.at(name)} is {shown(value)}; there are {known}"
        ) from None
