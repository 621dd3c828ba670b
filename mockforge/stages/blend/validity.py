"""Validity: whether an answer that was mixed is one that the API may give."""

from __future__ import annotations

import json
from collections.abc import Callable
from sys import float_info

import msgspec

from mockforge.learning.fields.checking import is_valid
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json

Check = Callable[[bytes], bool]
"""Tells whether a document, as JSON, is valid."""


def checking(schema: Schema | bool) -> Check:
    """Return what checks documents against *schema*, which stands for itself.

    Source:
        JSON Schema, draft 2020-12. Formats are annotations and not checked.
    """
    # It takes a hundredth of a second to import, and not every proxy mixes.
    import jsonschema_rs

    try:
        validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=False)
    except ValueError:
        # It has patterns that are none to that one, or is no schema.
        return lambda raw: is_valid(schema, _read(raw))
    return lambda raw: validator.is_valid(_read(raw))


def _read(raw: bytes) -> Json:
    try:
        return msgspec.json.decode(raw)
    except msgspec.MsgspecError:
        return json.loads(raw, parse_float=_largest)


def _largest(text: str) -> float:
    """Return a number, and for those beyond those of machines the largest of theirs."""
    return min(max(float(text), -float_info.max), float_info.max)
