"""Answers that are drawn are valid, follow from the seed, and echo what is asked."""

import json

import pytest

from mockforge.learning.fields.checking import is_valid
from mockforge.learning.learner import Learner
from mockforge.learning.openapi.declared import over
from mockforge.learning.openapi.reading import OpenApi
from mockforge.sources.drawing import Drawn
from tests.worlds import API, exchange, request

ORDER = {
    "type": "object",
    "required": ["id", "name", "state", "total"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "state": {"enum": ["new", "sent"]},
        "total": {"type": "number", "minimum": 0, "maximum": 100},
    },
    "additionalProperties": False,
}


def answers(schema, status="200"):
    content = {"application/json": {"schema": schema}}
    return {"responses": {status: {"description": "", "content": content}}}


DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "paths": {
        "/orders": {
            "post": {
                **answers(ORDER, "201"),
                "requestBody": {
                    "content": {"application/json": {"schema": {"type": "object"}}}
                },
            }
        },
        "/orders/{id}": {
            "get": answers(ORDER),
            "delete": {"responses": {"204": {"description": ""}}},
            "parameters": [
                {
                    "name": "id",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string"},
                }
            ],
        },
    },
}


def drawn(seed=0):
    api = OpenApi(DOCUMENT)
    learner = Learner(api.endpoints)
    learner.add(exchange(url=f"{API}/health", answer=b'{"up": true}'))
    learned = learner.settle()
    learned_fields = over(api, learned.fields)

    class Described:
        endpoints = learned.endpoints
        fields = learned_fields

    return Drawn(Described(), seed=seed)


def body_of(invented):
    return json.loads(invented.response.body)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_drawn_is_valid_and_speaks_of_what_was_asked(seed):
    invented = drawn(seed).answer(request(url=f"{API}/orders/ord_17"), "s", 1e9)

    assert invented.response.status == 200
    assert invented.response.header("Content-Type") == "application/json"
    assert is_valid(ORDER, body_of(invented))
    assert body_of(invented)["id"] == "ord_17"


def test_what_the_client_said_comes_back():
    asked = request("POST", f"{API}/orders", b'{"name": "tea", "more": 1}')

    invented = drawn().answer(asked, "s", 1e9)

    assert invented.response.status == 201
    assert body_of(invented)["name"] == "tea"
    assert is_valid(ORDER, body_of(invented))


def test_the_same_seed_session_and_turn_give_the_same_bytes():
    asked = request("POST", f"{API}/orders", b"{}")
    one, other, third = drawn(1), drawn(1), drawn(2)

    first = [one.answer(asked, "s", 1e9).response.body for _ in range(3)]
    assert [other.answer(asked, "s", 1e9).response.body for _ in range(3)] == first
    assert [third.answer(asked, "s", 1e9).response.body for _ in range(3)] != first
    assert len(set(first)) > 1


def test_an_answer_without_a_body_has_none():
    invented = drawn().answer(request("DELETE", f"{API}/orders/1"), "s", 1e9)

    assert (invented.response.status, invented.response.body) == (204, b"")


def test_what_nobody_describes_is_not_drawn():
    assert drawn().answer(request(url=f"{API}/weather"), "s", 1e9) is None
    assert not drawn().claims(request(url=f"{API}/orders/1"), "s")
