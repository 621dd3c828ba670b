import json

import pytest

from mockforge.recordings.formats import jsonl
from tests.learning.test_learner import shop as asked


@pytest.fixture
def shop(nowhere):
    jsonl.write(asked(), nowhere / "shop.jsonl")
    return "shop.jsonl"


def test_what_was_learned_is_shown(ran, shop):
    code, out, err = ran("learn", shop)

    assert code == 0
    lines = [line.split() for line in out.splitlines() if line]
    assert lines[0] == ["ENDPOINT", "COUNT", "STATUSES", "VOLATILE", "VALUES", "FROM"]
    assert lines[2][:5] == ["POST", "/orders", "4", "201:", "4"]
    assert ["RESOURCE", "ID", "CREATE", "READ", "LIST", "CHANGE", "DELETE"] in lines
    assert "learned from 20 exchanges; " in err
    assert " of latency" in err or " of frequency" in err
    assert err.rstrip().endswith("not kept: only a database keeps it")


def test_a_database_keeps_it(ran, shop):
    ran("recordings", "import", shop, "-o", "shop.db")
    first = ran("learn", "shop.db")
    again = ran("learn", "shop.db")

    assert first == again == ran("learn", "shop.db", "--again")
    assert "kept in it" in first[2]


def test_as_json(ran, shop):
    _, out, _ = ran("learn", shop, "--json")
    told = json.loads(out)

    assert told["exchanges"] == told["samples"] == 20
    assert told["kept"] is False
    found = {one["key"]: one for one in told["endpoints"]}
    assert found["POST /orders"]["statuses"] == {"201": 4}
    assert sum(found["POST /orders"]["values"].values()) > 0
    roles = {role for one in told["resources"] for role in one["operations"]}
    assert {"create", "read", "delete"} <= roles
    assert told["notes"] == []


def test_each_value_is_told_with_where_it_comes_from(ran, shop):
    code, out, _ = ran("learn", shop, "--values")
    _, told, _ = ran("learn", shop, "--values", "--json")

    assert code == 0
    assert "COMES FROM" in out
    values = json.loads(told)["values"]
    echo = next(one for one in values if one["from"] == "request body.$.quantity")
    assert (echo["endpoint"], echo["status"]) == ("POST /orders", 201)
    assert (echo["kind"], echo["support"]) == ("request", echo["seen"])


def test_what_could_not_be_learned_is_said(ran, nowhere):
    jsonl.write([], nowhere / "empty.jsonl")

    code, out, err = ran("learn", "empty.jsonl")

    assert (code, out) == (0, "")
    assert "no exchange: nothing to learn from" in err


def test_a_document_wins(ran, shop, nowhere):
    (nowhere / "api.yaml").write_text(
        'openapi: 3.0.0\ninfo: {title: a, version: "1"}\npaths:\n'
        '  /orders/{n}:\n    get: {responses: {"200": {description: one}}}\n'
    )
    _, out, _ = ran("learn", shop, "--openapi", "api.yaml")

    assert "GET /orders/{n}" in out


def test_a_recording_that_is_not_there_is_an_error(ran):
    code, _, err = ran("learn", "nothing.db")

    assert code == 4
    assert "nothing.db" in err
