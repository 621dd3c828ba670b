"""Documents that are made up: valid, coherent, and the same for the same seed."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone

from mockforge.learning.fields import generate
from mockforge.options import Json
from mockforge.synthesis.validity import validated
from mockforge.synthesis.wanted import Wanted


class Maker:
    """What is made for one endpoint, with its schema read once."""

    def __init__(self, schema: Json | None = None, *, where: str = "schema") -> None:
        self._validator = None if schema is None else validated(schema, where=where)

    def made(self, wanted: Wanted, rng: Random, *, now: float) -> Json:
        """Return a document as *wanted*, drawn with *rng*."""
        schema = {} if self._validator is None else self._validator.schema
        if wanted.count is not None and wanted.count != 1:
            return [generate(schema, rng, now=now) for _ in range(wanted.count)]
        return generate(schema, rng, now=now)


def made(wanted: Wanted, rng: Random, *, now: float) -> Json:
    """Return a document as *wanted*; with the same *rng* and *now*, the same.

    Raises:
        ConfigError: If the schema is none, or nothing can be valid against it.
    """
    return Maker(wanted.schema).made(wanted, rng, now=now)
