"""Security schemes are told from what clients sent."""

import pytest

from mockforge.learning.fields.model import Side
from mockforge.learning.fields.node import Node
from mockforge.learning.openapi.security import requirement
from tests.learning.fields.documents import node_of

JWT = "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"


def side(*requests):
    parts: dict[str, Node] = {}
    for name in ("header", "query", "cookie"):
        values = [one[name] for one in requests if name in one]
        if values:
            parts[name] = node_of(*values)
    return Side(len(requests), parts)


@pytest.mark.parametrize(
    ("value", "name", "scheme"),
    [
        ("Basic dXNlcjpwYXNz", "basic", {"type": "http", "scheme": "basic"}),
        ("Bearer abc", "bearer", {"type": "http", "scheme": "bearer"}),
        (
            JWT,
            "bearer",
            {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
        ),
        (
            "plain",
            "authorization",
            {"type": "apiKey", "in": "header", "name": "Authorization"},
        ),
        (
            "AWS4-HMAC-SHA256 Credential=x",
            "aws4-hmac-sha256",
            {
                "type": "apiKey",
                "in": "header",
                "name": "Authorization",
                "description": "A value that begins with aws4-hmac-sha256.",
            },
        ),
    ],
)
def test_an_authorization_is_told_by_its_first_word(value, name, scheme):
    declared: dict = {}

    needs = requirement([side({"header": {"authorization": value}})], declared)

    assert needs == [{name: []}]
    assert declared == {name: scheme}


def test_keys_stand_in_headers_queries_and_cookies():
    declared: dict = {}
    asked = {
        "header": {"x-api-key": "a"},
        "query": {"api_key": "b", "page": "1"},
        "cookie": {"session": "c"},
    }

    needs = requirement([side(asked)], declared)

    assert needs == [{"x-api-key": [], "api_key.query": [], "session.cookie": []}]
    assert {one["in"] for one in declared.values()} == {"header", "query", "cookie"}


def test_what_some_requests_lack_is_not_asked_of_all():
    asked = {"header": {"authorization": "Bearer a"}}

    assert requirement([side(asked, {})], {}) == [{"bearer": []}, {}]
    assert requirement([side({})], {}) == []
