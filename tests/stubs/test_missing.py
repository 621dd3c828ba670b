"""Requests that no endpoint answers."""

import json

import pytest

from mockforge.http import Request

TEXT = """
endpoints:
  - {path: /customers/:id, response: {body: x}}
  - {path: /customers, method: POST, response: {body: x}}
  - {path: /orders, responses: [{when: "query.page == '1'", body: x}]}
"""


def missed(asking, target, method="GET"):
    return asking(TEXT).stubs.missed(Request(method, "http", "h", target), "s", 0.0)


@pytest.mark.parametrize(
    ("target", "method", "kind", "name", "differs"),
    [
        ("/custmers/7", "GET", "no path", "GET /customers/:id", "path segment 1"),
        ("/customers/7/x", "GET", "no path", "GET /customers/:id", "path segment 3"),
        ("/customers", "GET", "no method", "POST /customers", "method"),
        ("/customers/7", "PUT", "no method", "GET /customers/:id", "method"),
        ("/orders", "GET", "field differs", "GET /orders", "responses[0].when"),
    ],
)
def test_the_nearest_is_named_and_what_differs(
    asking, target, method, kind, name, differs
):
    miss = missed(asking, target, method)

    assert (miss.kind.value, miss.near["name"]) == (kind, name)
    assert [each.where for each in miss.differences] == [differs]
    assert "mockforge.yaml:" in miss.near["place"]


def test_a_path_of_another_host_is_told_as_such(asking):
    ask = asking("""
endpoints:
  - {path: /most, response: {body: x}}
  - {path: /host, host: "*.example.com", response: {body: x}}
""")

    miss = ask.stubs.missed(Request("GET", "http", "h", "/host"), "s", 0.0)

    assert miss.near["name"] == "GET /host"
    assert miss.detail == "the path is there for host *.example.com"
    assert [each.where for each in miss.differences] == ["host"]


def test_nothing_is_near_to_what_is_quite_different(asking):
    assert missed(asking, "/x").near is None
    assert missed(asking, "/" + "y" * 5000).near is None


def test_a_client_is_told_as_of_any_miss(asking):
    response = missed(asking, "/custmers/7").response()

    told = json.loads(response.body)
    assert response.status == 404
    assert response.header("Content-Type") == "application/problem+json"
    assert int(response.header("Content-Length")) == len(response.body)
    assert told["title"] == "no endpoint answers this request"
    assert told["type"] == "urn:mockforge:miss:no-path"
    assert told["differences"] == [
        {"where": "path segment 1", "endpoint": "customers", "asked": "custmers"}
    ]


def test_a_person_is_told_in_lines(asking):
    text = missed(asking, "/custmers/7").text

    assert text.startswith("no endpoint answers GET http://h/custmers/7\n")
    assert "  nearest     GET /customers/:id  (" in text
    assert "  differs     path segment 1: customers there, custmers asked\n" in text
