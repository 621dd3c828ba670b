"""A first mockforge.yaml: every setting as a comment, with what it does."""

from __future__ import annotations

import textwrap
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from mockforge.config import keys
from mockforge.config.edit import in_line
from mockforge.config.model import Config

WIDTH = 88

_EXAMPLES = {
    ("endpoints",): """\
endpoints:
  - path: /hello/:name
    response:
      body: { "id": "{{uuid}}", "greeting": "Hello {{params.name}}" }
  - path: /customers
    method: GET
    response:
      mode: intelligent
      prompt: "Customers of a shop for bicycles"
      schema:
        type: object
        properties:
          id: { type: string, format: uuid }
          name: { type: string }
          email: { type: string, format: email }
          tier: { type: string, enum: [bronze, silver, gold] }
        required: [id, name, email, tier]
      count: 3
"""
}
"""What stands, as a comment, where an empty list would tell nothing."""


def template(*, upstream: str | None = None, schema: str | None = None) -> str:
    """Return a file in which everything is a comment but what is given.

    Args:
        upstream: The address of the API, if it is known.
        schema: Where an editor finds the schema: a path or a URL.
    """
    lines = []
    if schema is not None:
        lines.append(f"# yaml-language-server: $schema={schema}")
    lines += [
        "# Settings of mockforge. What is a comment here is the default.",
        "# Values may hold ${NAME} or ${NAME:-default} from the environment.",
    ]
    given: dict[tuple[str, ...], Any] = {}
    if upstream:
        given["proxy", "upstream"] = upstream
    for name, field in keys.names(Config).items():
        lines += ["", *_setting((name,), field, given)]
    return "\n".join(lines) + "\n"


def default_of(field: FieldInfo) -> Any:
    """Return the default of *field* as it would be written."""
    value = field.get_default(call_default_factory=True, validated_data={})
    if value is PydanticUndefined:
        return None
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, tuple | set | frozenset):
        return [*value]
    return value


def _setting(
    path: tuple[str, ...], field: FieldInfo, given: dict[tuple[str, ...], Any]
) -> list[str]:
    margin = "  " * (len(path) - 1)
    lines = [f"{margin}# {line}" for line in _about(field, len(margin))]
    block = keys.model_at(path)
    name = path[-1]
    # A block that need not be there cannot stand there empty.
    is_left_out = default_of(field) is None
    if block is None or keys.is_several(field) or is_left_out:
        if path in given:
            return [*lines, f"{margin}{name}: {in_line(given[path])}"]
        if path in _EXAMPLES:
            return [*lines, *(f"# {line}" for line in _EXAMPLES[path].splitlines())]
        return [*lines, f"{margin}# {name}: {in_line(default_of(field))}"]
    inner = [
        line
        for below, part in keys.names(block).items()
        for line in _setting((*path, below), part, given)
    ]
    # A block in which everything is a comment is an empty one, and its settings
    # can be taken out of their comment one by one.
    return [*lines, f"{margin}{name}:", *inner]


def _about(field: FieldInfo, indent: int) -> list[str]:
    text = " ".join((field.description or "").split())
    return textwrap.wrap(text, WIDTH - indent - 2)
