"""Operations: what may be asked at one path by one method, and what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from mockforge.bodies.document import Path
from mockforge.learning.endpoints.known import Discriminator
from mockforge.learning.fields.model import EndpointFields, Side
from mockforge.learning.fields.node import Node
from mockforge.learning.fields.reading import at
from mockforge.learning.fields.schema import Schema
from mockforge.learning.openapi.headers import is_common, is_credential
from mockforge.learning.openapi.media import content_of, schema_of_parameter

_NAME = re.compile(r"\{([^{}]+)\}")

SPANS = "x-spans-segments"
"""What a parameter of a path has that may hold slashes, which OpenAPI has no word for.
It is read back as it is written."""
ENOUGH = 3
"""Requests from which on what all of them have is taken for required."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One endpoint of those that share a path and a method."""

    fields: EndpointFields
    discriminator: Discriminator | None
    names: tuple[str, ...]
    """Of its parameters in the path."""
    spans: frozenset[str] = frozenset()
    """Those that hold slashes."""

    @property
    def title(self) -> str:
        """What it is called beside the others."""
        return "" if self.discriminator is None else self.discriminator[1]


def operation(template: str, method: str, seen: Sequence[Seen]) -> dict[str, Any]:
    """Return the operation that all of *seen* are."""
    told: dict[str, Any] = {"operationId": operation_id(template, method)}
    parameters = [*_path_parameters(template, seen), *_parameters(seen)]
    if parameters:
        told["parameters"] = parameters
    body = _request_body(seen)
    if body is not None:
        told["requestBody"] = body
    told["responses"] = _responses(seen)
    return told


def operation_id(template: str, method: str) -> str:
    """Return a name for an operation, such as `get_orders_id`."""
    words = re.findall(r"[A-Za-z0-9]+", template)
    return "_".join([method.lower(), *words]) or method.lower()


def _path_parameters(template: str, seen: Sequence[Seen]) -> Iterator[dict[str, Any]]:
    for number, name in enumerate(_NAME.findall(template)):
        nodes = [
            at(one.fields.asked.parts["params"], (one.names[number],))
            for one in seen
            if "params" in one.fields.asked.parts and number < len(one.names)
        ]
        told = _parameter(
            "path", name, [node for node in nodes if node], is_always=True
        )
        # That only some were asked for says nothing of which there are.
        told["schema"].pop("enum", None)
        if any(number < len(one.names) and one.names[number] in one.spans
               for one in seen):  # fmt: skip
            told["description"] = "It may hold slashes."
            told[SPANS] = True
        yield told


def _parameters(seen: Sequence[Seen]) -> Iterator[dict[str, Any]]:
    total = sum(one.fields.asked.count for one in seen)
    for part in ("query", "header", "cookie"):
        found: dict[str, list[Node]] = {}
        for one in seen:
            node = one.fields.asked.parts.get(part)
            if node is None or node.objects is None:
                continue
            for name, child in node.objects.children.items():
                if not _is_left_out(part, name):
                    found.setdefault(name, []).append(child)
        for name, nodes in sorted(found.items()):
            count = sum(node.count for node in nodes)
            is_always = count == total >= ENOUGH
            yield _parameter(part, name, nodes, is_always=is_always)


def _is_left_out(part: str, name: str) -> bool:
    if not name:
        return True
    if part == "header" and (is_common(name) or name == "authorization"):
        return True
    # Who asks is told by the security schemes; cookies are made by the server.
    return is_credential(name)


def _parameter(
    part: str, name: str, nodes: Sequence[Node], *, is_always: bool
) -> dict[str, Any]:
    told: dict[str, Any] = {"name": name, "in": part}
    if is_always:
        told["required"] = True
    schemas = [schema_of_parameter(node) for node in nodes]
    told["schema"] = joined(schemas)
    texts = [node.texts for node in nodes if node.texts is not None]
    if part == "query" and any("" in one.tally for one in texts):
        told["allowEmptyValue"] = True
    values = sorted({value for one in texts for value in one.tally if len(value) < 80})
    if values and told["schema"].get("type") in ("string", None) and all(values):
        told["example"] = values[0]
    return told


def joined(schemas: Sequence[Schema]) -> Schema:
    """Return one schema of a parameter for several endpoints."""
    kept: list[Schema] = []
    for schema in schemas:
        if schema not in kept:
            kept.append(schema)
    if not kept:
        return {"type": "string"}
    if len(kept) == 1:
        return kept[0]
    if all("enum" in one for one in kept):
        values = sorted({value for one in kept for value in one["enum"]})
        return {"type": "string", "enum": values}
    kinds = {str(one.get("type")) for one in kept}
    if "array" in kinds:
        return {"type": "array", "items": {"type": "string"}}
    if kinds == {"integer", "number"}:
        return {"type": "number"}
    return {"type": "string"}


def _request_body(seen: Sequence[Seen]) -> dict[str, Any] | None:
    sides = [(one.title, one.fields.asked) for one in seen]
    content = content_of(sides)
    if not content:
        return None
    for one in seen:
        _put_constant(content, one)
    told: dict[str, Any] = {"content": content}
    if all(side.bare == 0 for _, side in sides):
        told["required"] = True
    return told


def _put_constant(content: dict[str, Any], one: Seen) -> None:
    """Say what the field that names the operation always holds."""
    if one.discriminator is None or one.discriminator[0][0] != "body":
        return
    place, value = one.discriminator
    path: Path = place[1:]
    for body in one.fields.asked.bodies.values():
        node = at(body.node, path)
        if node is None or node.texts is None or len(path) != 1:
            return
        if node.count != node.texts.count or [*node.texts.tally] != [value]:
            return
    for media in content.values():
        schemas = media.get("schema", {}).get("anyOf", [media.get("schema", {})])
        for schema in schemas:
            field = schema.get("properties", {}).get(path[0])
            if schema.get("title") == value and field is not None:
                schema["properties"][path[0]] = {"type": "string", "const": value}


def _responses(seen: Sequence[Seen]) -> dict[str, Any]:
    sides: dict[int, list[tuple[str, Side]]] = {}
    for one in seen:
        for status, side in one.fields.told.items():
            sides.setdefault(status, []).append((one.title, side))
    if not sides:
        return {"default": {"description": "No answer was recorded."}}
    return {
        str(status): _response(status, several)
        for status, several in sorted(sides.items())
    }


def _response(status: int, sides: Sequence[tuple[str, Side]]) -> dict[str, Any]:
    told: dict[str, Any] = {"description": _phrase(status)}
    headers = dict(_headers([side for _, side in sides]))
    if headers:
        told["headers"] = headers
    content = content_of(sides)
    if content:
        told["content"] = content
    return told


def _headers(sides: Sequence[Side]) -> Iterator[tuple[str, dict[str, Any]]]:
    total = sum(side.count for side in sides)
    found: dict[str, list[Node]] = {}
    for side in sides:
        node = side.parts.get("header")
        if node is not None and node.objects is not None:
            for name, child in node.objects.children.items():
                if not is_common(name):
                    found.setdefault(name, []).append(child)
    for name, nodes in sorted(found.items()):
        told: dict[str, Any] = {
            "schema": joined([schema_of_parameter(node) for node in nodes])
        }
        if sum(node.count for node in nodes) == total:
            told["required"] = True
        yield name, told


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Status {status}"
