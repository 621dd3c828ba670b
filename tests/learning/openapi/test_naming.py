"""What recurs has a name, and the document says what it said before."""

import copy
import json

import jsonschema_rs
import pytest

from mockforge.learning.openapi.naming import named
from mockforge.learning.openapi.reading import OpenApi

USER = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("id", "name", "mail")},
    "required": ["id", "name", "mail"],
}
ORDER = {
    "type": "object",
    "properties": {
        "id": {"type": "integer"},
        "buyer": USER,
        "sellers": {"type": "array", "items": USER},
    },
    "required": ["id", "buyer", "sellers"],
}


def document(*schemas):
    paths = {
        f"/v{number}/orders/{{id}}": {
            "get": {
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": schema}},
                    }
                }
            }
        }
        for number, schema in enumerate(schemas)
    }
    return {"openapi": "3.1.0", "paths": copy.deepcopy(paths)}


def test_an_object_that_recurs_is_named_after_its_place():
    found = named(document(ORDER, ORDER))

    assert {*found["components"]["schemas"]} == {"Order", "Buyer"}
    assert found["components"]["schemas"]["Order"]["properties"]["sellers"] == {
        "type": "array",
        "items": {"$ref": "#/components/schemas/Buyer"},
    }


def test_what_is_alone_or_small_stays_where_it_is():
    small = {"type": "object", "properties": {"a": {}, "b": {}}}
    before = document(small, small, {"type": "string"})

    assert named(copy.deepcopy(before)) == before


@pytest.mark.parametrize("titled", [True, False])
def test_what_is_valid_stays_so(titled):
    one = {"title": "a", **ORDER} if titled else ORDER
    api = OpenApi(named(document(one, {"anyOf": [one, USER]}, ORDER)))

    for number, expected in enumerate([one, {"anyOf": [one, USER]}, ORDER]):
        schema = api.schema(f"GET /v{number}/orders/{{id}}", 200)
        user = {"id": "1", "name": "x", "mail": "y"}
        for value in (user, {"id": 1, "buyer": user, "sellers": [user]}, {"id": 1}):
            assert _is_valid(schema, value) is _is_valid(expected, value)


def _is_valid(schema, value):
    return jsonschema_rs.Draft202012Validator(json.dumps(schema)).is_valid(value)
