"""Schemas of bodies and of parameters, as OpenAPI describes them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mockforge.bodies.document import DocumentKind
from mockforge.learning.fields.model import Body, Side
from mockforge.learning.fields.node import Node
from mockforge.learning.fields.reading import members
from mockforge.learning.fields.schema import Schema, schema_of

UNTOLD = "*/*"
"""The media type of bodies that came without one."""
_BARE = {"json": "application/json", "lines": "application/x-ndjson"}


def content_of(sides: Iterable[tuple[str, Side]]) -> dict[str, Any]:
    """Return the `content` of a request or a response.

    Args:
        sides: What was asked or told, with the name of the operation if it has one.
    """
    found: dict[str, list[Schema]] = {}
    examples: dict[str, Any] = {}
    for title, side in sides:
        for (media, kind), body in side.bodies.items():
            schema = schema_of_body(body)
            if title and kind != "binary":
                schema = {"title": title, **schema}
            name = media or _BARE.get(kind, UNTOLD)
            found.setdefault(name, []).append(schema)
            example = _example(body)
            if example is not None:
                examples.setdefault(name, example)
    content: dict[str, Any] = {}
    for name, schemas in sorted(found.items()):
        joined = any_of(schemas)
        content[name] = {"schema": joined} if joined else {}
        if name in examples:
            content[name]["example"] = examples[name]
    return content


def _example(body: Body) -> Any:
    """Return a document as the schema describes it, None if there is none."""
    if body.kind == "xml" and isinstance(body.example, dict):
        return next(iter(body.example.values()), None)
    return None if body.kind == "multipart" else body.example


def schema_of_body(body: Body) -> Schema:
    """Return the schema of bodies of one media type and kind."""
    if body.kind == "text":
        return {"type": "string"}
    if body.kind == "binary":
        return {}
    if body.kind == "xml":
        return _xml(body.node)
    if body.kind in ("form", "multipart"):
        return _form(body.node, body.kind)
    return schema_of(body.node)


def any_of(schemas: Iterable[Schema]) -> Schema:
    """Return a schema for what is valid against one of *schemas*."""
    # What cannot be read as its media type says is text, whatever it was to be.
    several = [schema or {"type": "string"} for schema in schemas]
    different = {json.dumps(one, sort_keys=True): one for one in several}
    kept = list(different.values())
    if len(several) == 1:
        return {} if kept == [{"type": "string"}] else kept[0]
    return kept[0] if len(kept) == 1 else {"anyOf": kept}


def _form(node: Node, kind: DocumentKind) -> Schema:
    if node.objects is None:
        return {}
    found = members(node.objects)
    properties = {}
    for name, child in found.fixed.items():
        is_file = kind == "multipart" and child.objects is not None
        properties[name] = _file(child) if is_file else schema_of_parameter(child)
    schema: Schema = {"type": "object", "properties": properties}
    required = [n for n, c in found.fixed.items() if c.count == node.objects.count]
    if required:
        schema["required"] = required
    return schema


def _file(node: Node) -> Schema:
    one: Schema = {"type": "string", "format": "binary"}
    if node.arrays is not None:
        return {"type": "array", "items": {"type": "string", "format": "binary"}}
    return one


def schema_of_parameter(node: Node) -> Schema:
    """Return the schema of what stands as text in a URL, a header or a form.

    Numbers and truths are told from texts by how they are written, in every sample.
    """
    if node.arrays is not None:
        both = Node()
        both.texts = node.texts
        items = node.arrays.items.texts
        if items is not None and both.texts is None:
            both.texts = items
        elif items is not None:
            return {"type": "array", "items": {"type": "string"}}
        return {"type": "array", "items": schema_of_parameter(both)}
    texts = node.texts
    if texts is None or not texts.count:
        return {"type": "string"}
    if texts.wholes == texts.count:
        return {"type": "integer"}
    if texts.numbers == texts.count:
        return {"type": "number"}
    if texts.truths == texts.count:
        return {"type": "boolean"}
    alone = Node()
    alone.count, alone.texts = texts.count, texts
    return schema_of(alone)


def _xml(node: Node) -> Schema:
    """Return the schema of what is in the root; its name stands beside."""
    if node.objects is None:
        return {}
    roots = [
        {**_element(schema_of(child)), "xml": {"name": name}}
        for name, child in members(node.objects).fixed.items()
    ]
    return roots[0] if len(roots) == 1 else {"anyOf": roots} if roots else {}


def _element(schema: Schema) -> Schema:
    """Return *schema* with attributes told from elements."""
    changed = dict(schema)
    if "properties" in schema:
        changed["properties"] = {
            name: _attribute(name, _element(inner))
            for name, inner in schema["properties"].items()
        }
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            changed[key] = _element(schema[key])
    return changed


def _attribute(name: str, schema: Schema) -> Schema:
    if not name.startswith("@"):
        return schema
    return {**schema, "xml": {"name": name[1:], "attribute": True}}
