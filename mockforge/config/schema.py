"""mockforge.yaml as JSON Schema, for editors."""

from __future__ import annotations

from typing import Any

from mockforge.config import keys
from mockforge.config.model import Config
from mockforge.config.problems import NOT_YET

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_VARIABLE = {"type": "string", "pattern": r"\$\{[A-Za-z_][A-Za-z0-9_]*(:-.*)?\}"}


def schema() -> dict[str, Any]:
    """Return the schema of the whole file, blocks of later versions included."""
    now = Config.model_json_schema()
    later = keys.later().model_json_schema()
    properties = {name: _or_nothing(part) for name, part in now["properties"].items()}
    for name, block in later["properties"].items():
        text = f"{NOT_YET[:1].upper()}{NOT_YET[1:]}. {block.get('description', '')}"
        properties[name] = block | {"description": text.strip()}
    whole = {
        "$schema": DIALECT,
        "title": "mockforge.yaml",
        "description": "Settings of mockforge.",
        "type": "object",
        "properties": properties,
        # What anchors stand in.
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
        "$defs": dict(
            sorted({**now.get("$defs", {}), **later.get("$defs", {})}.items())
        ),
    }
    written: dict[str, Any] = _tidied(whole)
    return written


def _tidied(part: Any, *, is_names: bool = False) -> Any:
    """Return *part* without pydantic's titles, and with room for variables."""
    if isinstance(part, list):
        return [_tidied(item) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {
        name: _tidied(item, is_names=name in ("properties", "$defs"))
        for name, item in part.items()
        if is_names or name != "title" or part.get("$schema")
    }
    if is_names or kept.get("type") not in ("integer", "number", "boolean"):
        return kept
    return _or_variable(kept)


def _or_nothing(part: dict[str, Any]) -> dict[str, Any]:
    # A block whose every line is a comment reads as no value.
    if "$ref" not in part:
        return part
    about = {name: value for name, value in part.items() if name != "$ref"}
    return about | {"anyOf": [{"$ref": part["$ref"]}, {"type": "null"}]}


def _or_variable(part: dict[str, Any]) -> dict[str, Any]:
    # `port: ${PORT}` is a number once it is read, and a text in the editor.
    about: dict[str, Any] = {}
    for name in ("description", "default"):
        if name in part:
            about[name] = part.pop(name)
    choices: list[dict[str, Any]] = [part, _VARIABLE]
    if part.get("type") == "boolean":
        choices.append({"enum": ["on", "off", "yes", "no"]})
    return about | {"anyOf": choices}
