"""Operations of what was asked and told."""

import pytest

from mockforge.learning.fields.model import EndpointFields, Side
from mockforge.learning.openapi.operations import Seen, joined, operation, operation_id
from tests.learning.fields.documents import node_of


def seen(queries, **told):
    parts = {"query": node_of(*queries), "params": node_of({"id": "7"})}
    sides = {int(status.lstrip("s")): side for status, side in told.items()}
    return Seen(EndpointFields(Side(len(queries), parts), sides), None, ("id",))


def test_parameters_say_where_they_stand_and_whether_they_must():
    found = operation(
        "/a/{id}", "GET", [seen([{"q": "x", "n": "1"}, {"q": ""}, {"q": "y"}])]
    )

    assert found["operationId"] == "get_a_id"
    assert found["parameters"] == [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
        {"name": "n", "in": "query", "schema": {"type": "integer"}},
        {
            "name": "q",
            "in": "query",
            "required": True,
            "schema": {"type": "string"},
            "allowEmptyValue": True,
        },
    ]


def test_one_request_makes_nothing_required():
    (_, query) = operation("/a/{id}", "GET", [seen([{"q": "x"}])])["parameters"]

    assert "required" not in query


def test_responses_stand_by_status():
    side = Side(1, {"header": node_of({"x-total": "5", "date": "now"})})

    found = operation("/a/{id}", "GET", [seen([{}], s200=side, s799=Side(1))])

    assert found["responses"] == {
        "200": {
            "description": "OK",
            "headers": {"x-total": {"schema": {"type": "integer"}, "required": True}},
        },
        "799": {"description": "Status 799"},
    }
    assert operation("/a", "GET", [seen([{}])])["responses"] == {
        "default": {"description": "No answer was recorded."}
    }


@pytest.mark.parametrize(
    ("schemas", "schema"),
    [
        ([], {"type": "string"}),
        ([{"type": "integer"}, {"type": "number"}], {"type": "number"}),
        ([{"type": "integer"}, {"type": "string"}], {"type": "string"}),
        (
            [{"type": "string", "enum": ["a"]}, {"type": "string", "enum": ["b"]}],
            {"type": "string", "enum": ["a", "b"]},
        ),
        (
            [{"type": "array", "items": {"type": "integer"}}, {"type": "string"}],
            {"type": "array", "items": {"type": "string"}},
        ),
    ],
)
def test_a_parameter_of_several_operations_has_one_schema(schemas, schema):
    assert joined(schemas) == schema


def test_an_operation_has_a_name():
    assert operation_id("/v1/orders/{order_id}.json", "POST") == (
        "post_v1_orders_order_id_json"
    )
    assert operation_id("/", "GET") == "get"
