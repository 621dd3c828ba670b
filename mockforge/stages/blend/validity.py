"""Validity: whether an answer that was mixed is one that the API may give."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from sys import float_info
from typing import Any

import msgspec

from mockforge.learning.fields.checking import is_valid
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.stages.blend.forms import Forms, Look

MOST = 500
"""Faults of a document that are looked at."""

Fault = tuple[tuple[str | int, ...], tuple[str | int, ...], str]
"""Where in a document, by what of the schema, and which name is missing there."""


class Validity:
    """Tells whether documents are valid."""

    def __init__(self, schema: Schema | bool) -> None:
        """Check against *schema*, which stands for itself.

        Source:
            JSON Schema, draft 2020-12. Formats are annotations and not checked.
        """
        # It takes a hundredth of a second to import, and not every proxy mixes.
        import jsonschema_rs

        self._schema = schema
        self._validator: Any = None
        self._forms: Forms | None = None
        # Some have patterns that are none to that one, or are no schema.
        with suppress(ValueError):
            self._validator = jsonschema_rs.Draft202012Validator(
                schema, validate_formats=False
            )
            self._forms = Forms(schema, looking)

    def allows(self, raw: bytes) -> bool:
        """Return whether a document, as JSON, is valid."""
        if self._forms is not None and self._forms.reads(raw):
            return True
        # Numbers as they are written, which blending has, are none to a validator.
        value = _read(raw)
        if self._validator is None:
            return is_valid(self._schema, value)
        return bool(self._validator.is_valid(value))

    def is_no_worse(self, raw: bytes, sides: Sequence[bytes]) -> bool:
        """Return whether every fault of a document is one of all *sides* as well."""
        if self._validator is None:
            return False
        faults = self._faults(raw)
        return len(faults) < MOST and all(faults <= self._faults(one) for one in sides)

    def _faults(self, raw: bytes) -> set[Fault]:
        errors = self._validator.iter_errors(_read(raw))
        return {
            (
                (*error.instance_path,),
                (*error.schema_path,),
                error.message if error.schema_path[-1:] == ["required"] else "",
            )
            for error in islice(errors, MOST)
        }


def looking(pattern: str) -> Look:
    """Return what tells whether texts all follow a pattern.

    Raises:
        ValueError: If it is none.
    """
    import jsonschema_rs

    schema = {"items": {"pattern": pattern}}
    found: Look = jsonschema_rs.Draft202012Validator(schema).is_valid
    return found


def _read(raw: bytes) -> Json:
    try:
        return msgspec.json.decode(raw)
    except msgspec.MsgspecError:
        return json.loads(raw, parse_float=_largest)


def _largest(text: str) -> float:
    """Return a number, and for those beyond those of machines the largest of theirs."""
    return min(max(float(text), -float_info.max), float_info.max)
