"""What a given document says of bodies and parameters, as fields.

Nothing of it was seen: counts are 0. Documents drawn from the schemas say which places
there are; the schemas themselves say what is valid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mockforge.bodies.document import leaves, text_of
from mockforge.chance import rng
from mockforge.learning.fields.drawing import drawn
from mockforge.learning.fields.model import Body, EndpointFields, Fields, Side
from mockforge.learning.fields.node import Node, Room
from mockforge.learning.fields.schema import Schema
from mockforge.learning.openapi.reading import OpenApi

DRAWN = 2
"""Documents that are drawn of each schema."""
PLACES = 60
"""How much of each is drawn before only what must be there is."""
_PARTS = {"path": "params", "query": "query", "header": "header", "cookie": "cookie"}


def declared_fields(api: OpenApi) -> Fields:
    """Return what *api* says, for an API of which nothing was recorded."""
    return over(api, Fields())


def over(api: OpenApi, seen: Fields) -> Fields:
    """Return *seen* with what *api* says of the same endpoints, which wins.

    What it says of endpoints and statuses that were never seen is there too.
    """
    endpoints = dict(seen.endpoints)
    for endpoint in api.endpoints:
        key = str(endpoint)
        keys = [one for one in seen.endpoints if one.partition(" [")[0] == key]
        for one in keys or [key]:
            known = endpoints.get(one, EndpointFields())
            endpoints[one] = _endpoint(api, key, known)
    return Fields(endpoints)


def _endpoint(api: OpenApi, key: str, seen: EndpointFields) -> EndpointFields:
    asked = _side(api, key, None, seen.asked)
    for one in api.parameters(key):
        part = _PARTS.get(str(one.get("in")))
        if part is not None and not seen.asked.count:
            _put_parameter(asked, part, one)
    statuses = {*seen.told, *(api.statuses(key) or (() if seen.told else (200,)))}
    told = {
        status: _side(api, key, status, seen.told.get(status, Side()))
        for status in sorted(statuses)
    }
    return EndpointFields(asked, told)


def _side(api: OpenApi, key: str, status: int | None, seen: Side) -> Side:
    """Return *seen* with the schemas of *api* on its bodies."""
    found = replace(seen, parts=dict(seen.parts), bodies=dict(seen.bodies))
    for place in seen.bodies:
        schema = _schema(api, key, status, place[0] or None)
        if place[1] == "json" and schema is not None:
            found.bodies[place] = replace(seen.bodies[place], declared=schema)
    if found.bodies:
        return found
    for media in api.media(key, status):
        plain = media.partition(";")[0].strip().lower()
        schema = _schema(api, key, status, media)
        if schema is not None and ("json" in plain or plain == "*/*"):
            example = api.example(key, status, media)
            found.bodies[_told(plain), "json"] = _body(schema, example, key)
    return found


def _schema(
    api: OpenApi, key: str, status: int | None, media: str | None
) -> Schema | None:
    if status is None:
        return api.request_schema(key, media)
    return api.schema(key, status, media)


def _told(media: str) -> str:
    return "application/json" if "*" in media else media


def _body(schema: Schema, example: Any, key: str) -> Body:
    body, room = Body("json", declared=schema, example=example), Room()
    if example is not None:
        body.node.add(example, room)
    for number in range(DRAWN):
        body.node.add(drawn(schema, rng(0, key, number), places=PLACES), room)
    return body


def _put_parameter(side: Side, part: str, one: Mapping[str, Any]) -> None:
    """Put values of a parameter into *side*, as texts, such as a request has."""
    schema = one.get("schema")
    name = str(one.get("name"))
    node = side.parts.setdefault(part, Node())
    for number in range(DRAWN):
        value = drawn(schema if isinstance(schema, dict) else {}, rng(0, name, number))
        texts = [text_of(leaf) for _, leaf in leaves(value)]
        name = name.lower() if part == "header" else name
        if texts:
            told = texts[0] if not isinstance(value, list) else texts
            node.add({name: told}, side.room)
