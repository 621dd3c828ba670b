import json

import pytest

from mockforge.recordings.formats import jsonl
from tests.worlds import exchange

ORDERS = "https://api.example/orders"
VCR = """interactions:
- request: {method: GET, uri: "https://api.example/orders/17", headers: {}, body: ""}
  response: {status: {code: 200, message: OK}, headers: {}, body: {string: "{}"}}
version: 1
"""


@pytest.fixture
def shop(nowhere):
    exchanges = [
        exchange("GET", ORDERS),
        exchange("GET", f"{ORDERS}/17"),
        exchange("GET", f"{ORDERS}/18", status=404),
        exchange("POST", f"{ORDERS}/17/items", b"{}", status=201),
    ]
    jsonl.write(exchanges, nowhere / "shop.jsonl")
    return "shop.jsonl"


def told(out):
    return {one["key"]: one for one in json.loads(out)}


def test_endpoints_are_shown_a_line_each(ran, shop):
    code, out, err = ran("recordings", "show", shop, "--endpoints")

    assert (code, err) == (0, "")
    assert [line.split() for line in out.splitlines()] == [
        ["ENDPOINT", "COUNT", "STATUSES", "VALUES"],
        ["GET", "/orders", "1", "200:", "1"],
        ["GET", "/orders/{id}", "2", "200:", "1,", "404:", "1", "id:", "17,", "18"],
        [
            "POST",
            "/orders/{order_id}/items",
            "1",
            "201:",
            "1",
            "order_id:",
            "17,",
            "18",
        ],
    ]


@pytest.mark.parametrize("target", ["out.db", "out.har"])
def test_every_form_of_a_recording_has_the_same_endpoints(ran, shop, target):
    _, expected, _ = ran("recordings", "show", shop, "--endpoints", "--json")
    ran("recordings", "import", shop, "-o", target)

    code, out, _ = ran("recordings", "show", target, "--endpoints", "--json")

    assert code == 0
    assert out == expected
    assert told(out)["GET /orders/{id}"]["statuses"] == {"200": 1, "404": 1}


def test_a_cassette_has_endpoints(ran, nowhere):
    (nowhere / "shop.yaml").write_text(VCR)

    _, out, _ = ran("recordings", "show", "shop.yaml", "--endpoints", "--json")

    assert told(out)["GET /orders/{id}"]["samples"] == {"id": ["17"]}


def test_only_the_chosen_exchanges_count(ran, shop):
    _, out, _ = ran(
        *("recordings", "show", shop, "--endpoints", "--json", "--status", "404")
    )

    assert list(told(out)) == ["GET /orders/{id}"]


def test_an_empty_recording_has_none(ran, nowhere):
    jsonl.write([], nowhere / "empty.jsonl")

    code, out, err = ran("recordings", "show", "empty.jsonl", "--endpoints")

    assert (code, out) == (0, "")
    assert err == "no exchange, no endpoint\n"


def test_endpoints_are_not_of_one_exchange(ran, shop):
    code, _, err = ran("recordings", "show", shop, "1", "--endpoints")

    assert code == 2
    assert "whole recording" in err
