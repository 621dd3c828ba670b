"""Exchanges against an OpenAPI document, by a validator that is not ours.

Written for tests and for tests/bench/openapi.py. It finds the operation of a request as
the document describes it, and checks parameters, bodies, statuses and headers.
"""

import json
from functools import lru_cache

import jsonschema_rs

from mockforge.bodies.messages import asked_of, told_of
from mockforge.bodies.reading import content_type
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.fields.model import kind_of
from mockforge.learning.openapi.reading import OpenApi, chosen


class Checker:
    """Tells what of an exchange a document does not allow."""

    def __init__(self, document):
        self.api = OpenApi(document)
        self.map = EndpointMap.of(self.api.endpoints)

    def problems(self, exchange):
        """Return what is wrong with *exchange*, nothing if it is valid."""
        request, response = exchange.request, exchange.response
        located = self.map.located(request)
        if located is None:
            return [f"no operation for {request.method} {request.path}"]
        asked = asked_of(request)
        found = list(self._parameters(located, asked))
        operation = self.api.operation(located.key) or {}
        body = operation.get("requestBody")
        if request.body:
            found += self._body(located.key, None, asked, request, "request")
        elif body is not None and body.get("required"):
            found.append("request: there is no body")
        if response is None:
            return found
        told = self.api.response(located.key, response.status)
        if told is None:
            return [*found, f"no response {response.status}"]
        given = told_of(response)
        for name, header in told.get("headers", {}).items():
            schema = json.dumps(header.get("schema", {}), sort_keys=True)
            found += _parameter(name, header, schema, given["header"].get(name))
        if response.body:
            found += self._body(
                located.key, response.status, given, response, "response"
            )
        return found

    def _parameters(self, located, asked):
        places = {**asked, "path": located.params}
        for one in self.api.parameters(located.key):
            name = one["name"]
            name = name.lower() if one["in"] == "header" else name
            value = places[one["in"]].get(name)
            schema = json.dumps(one["schema"], sort_keys=True)
            yield from _parameter(f"{one['in']}.{name}", one, schema, value)

    def _body(self, key, status, documents, message, where):
        media = content_type(message.headers)
        content = self.api.media(key, status)
        name = chosen(dict.fromkeys(content), media)
        if name is None:
            name = chosen(dict.fromkeys(content), "*/*") if not media else None
        if name is None and not media and len(content):
            name = chosen(dict.fromkeys(content), "application/json")
        if name is None:
            return [f"{where}: no content of type {media!r}"]
        schema = (
            self.api.request_schema(key, name)
            if status is None
            else self.api.schema(key, status, name)
        )
        if schema is None:
            return []
        kind = kind_of(media, documents["body"], message.body)
        value = documents["body"]
        text = json.dumps(schema, sort_keys=True)
        if kind == "xml":
            value = next(iter(value.values()))
        elif kind == "binary":
            value = ""
        elif kind in ("form", "multipart"):
            return [] if _is_valid_form(text, value) else [f"{where}: {value!r:.200}"]
        return [f"{where}: {error}" for error in errors(text, value)]


def _parameter(name, one, schema, value):
    if value is None:
        if one.get("required"):
            yield f"{name} is not there"
        return
    if value == "" and one.get("allowEmptyValue"):
        return
    readings = [value, [value]] if isinstance(value, str) else [value]
    told = [reading for one in readings for reading in _readings(one)]
    if not any(validator(schema).is_valid(reading) for reading in told):
        yield f"{name}: {value!r:.60} is not {schema:.200}"


def _readings(value):
    """Yield what a text in a URL may be read as."""
    yield value
    if isinstance(value, list):
        yield [next(reversed([*_readings(each)])) for each in value]
    elif isinstance(value, str):
        try:
            number = json.loads(value)
        except ValueError:
            return
        if isinstance(number, int | float | bool):
            yield number


def _is_valid_form(schema, value):
    """Whether a form is valid, its texts read as what the schema has them for."""
    whole = json.loads(schema)
    return any(
        validator(schema).is_valid(_typed(one.get("properties", {}), value))
        for one in (whole, *whole.get("anyOf", ()))
    )


def _typed(properties, value):
    found = {}
    for name, each in value.items():
        if isinstance(each, dict):
            each = ""
        elif isinstance(each, list):
            each = ["" if isinstance(item, dict) else item for item in each]
        inner = validator(json.dumps(properties.get(name, {})))
        readings = [
            reading
            for one in (each, [each])
            for reading in _readings(one)
            if inner.is_valid(reading)
        ]
        found[name] = readings[0] if readings else each
    return found


@lru_cache(maxsize=2048)
def validator(schema):
    return jsonschema_rs.Draft202012Validator(schema)


def errors(schema, value):
    """Return what makes *value* invalid."""
    return [
        f"{'/'.join(map(str, error.instance_path))}: {error.message:.200}"
        for error in validator(schema).iter_errors(value)
    ]
