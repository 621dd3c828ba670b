"""What documents are drawn with, beside chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from mockforge.bodies.document import Path, Scalar
from mockforge.learning.fields.node import Node
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json

PLACES = 200
"""Places of a document from which on only what must be there is."""


class Words(Protocol):
    """What gives values a meaning; without it they are just valid."""

    def enter(self, schema: Schema, path: Path) -> None:
        """An object is begun at *path*."""

    def leave(self, schema: Schema, path: Path, made: dict[str, Json]) -> None:
        """The object is there; its members may be brought into agreement."""

    def value(self, schema: Schema, kind: str, path: Path) -> Json:
        """Return what is at *path*, or MISSING where nothing is known."""

    def free(self, schema: Schema, path: Path) -> dict[str, Json] | None:
        """Return an object of which the schema tells no names."""

    def keys(self, schema: Schema, path: Path) -> tuple[str, ...]:
        """Return the names that members may have of which the schema tells none."""

    def size(self, least: int, most: int, path: Path) -> int:
        """Return how many items a list has."""

    def fits(self, schema: Schema, value: Json) -> bool:
        """Return whether a scalar is valid against a schema that is put together."""

    def valid(self, value: Json) -> bool:
        """Return whether the whole document is valid."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a document is drawn with, beside chance."""

    known: Mapping[Path, Scalar] = field(default_factory=dict)
    """Values by their path, general or not, where they are valid."""
    seen: Node | None = None
    """What was seen in the same place: it is drawn from where it is valid."""
    places: int = PLACES
    """How much is drawn before only what must be there is."""
    words: Words | None = None
    """What gives values a meaning."""
