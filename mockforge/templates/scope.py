"""What a template is filled in from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - a type: who renders gives one of chance.rng

from mockforge.options import Json


@dataclass(frozen=True, slots=True)
class Scope:
    """The request, and all else that the words of a template stand for."""

    rng: Random
    """All chance of one rendering; the same state of it gives the same output."""
    now: float
    """Seconds since the epoch."""
    method: str = ""
    path: str = ""
    params: Mapping[str, Json] = field(default_factory=dict)
    """Of the path: `{"id": "42"}` for `/orders/:id`."""
    query: Mapping[str, Json] = field(default_factory=dict)
    """Name to text, or to a list of texts where it is given more than once."""
    headers: Mapping[str, Json] = field(default_factory=dict)
    """Looked up in whatever case."""
    body: Json = None
    """As parsed; None where there is none."""
    session: Mapping[str, Json] = field(default_factory=dict)
    persona: Mapping[str, Json] | None = None
    names: Mapping[str, Json] = field(default_factory=dict)
    """The words that `compile_template` was given besides its own."""
