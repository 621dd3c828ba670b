"""Fields per endpoint, side, status and media type."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.fields import learn_fields, schema_of
from mockforge.learning.fields.model import Fields, kind_of
from mockforge.learning.sample import Sample

JSON = ((b"Content-Type", b"application/json; charset=utf-8"),)


def sample(number=1, *, body=b'{"n":1}', answer=b'{"id":1}', status=200, key="POST /a"):
    request = Request("POST", "http", "api.test", "/a?page=1", JSON, body)
    response = Response(status, JSON, answer) if status else None
    exchange = Exchange(request, response, started=float(number), id=number)
    return Sample.of(exchange, key, {"a": "x"})


def test_every_side_has_its_parts_and_its_bodies():
    fields = learn_fields([sample(), sample(2, status=404, answer=b'{"error":"no"}')])

    asked, told = fields.asked("POST /a"), fields.told("POST /a", 404)
    assert asked is not None
    assert told is not None
    assert asked.body is not None
    assert asked.count == 2
    assert [*asked.parts] == ["params", "query", "header"]
    assert asked.body.kind == "json"
    assert asked.bare == told.bare == 0
    assert fields.at("POST /a", 404, ("body", "error")) is not None
    assert fields.at("POST /a", None, ("query", "page")) is not None
    assert fields.at("POST /a", 500, ("body",)) is None
    assert ("body", "id") in [path for path, _ in fields.paths("POST /a", 200)]


@given(st.permutations(range(8)))
def test_samples_may_come_in_any_order(order):
    samples = [sample(n, answer=b'{"id":%d}' % n) for n in range(8)]

    fields = learn_fields([samples[n] for n in order])

    node = fields.at("POST /a", 200, ("body", "id"))
    assert node is not None
    assert node.numbers is not None
    assert node.numbers.is_counter


def test_fields_merge_and_survive_json():
    some, more = [sample(1), sample(2, status=0)], [sample(3, body=b"", status=204)]
    merged = learn_fields(some)
    merged.merge(learn_fields(more))

    again = Fields.from_json(json.loads(json.dumps(merged.to_json())))

    assert merged.to_json() == learn_fields(some + more).to_json()
    assert again.to_json() == merged.to_json()


def test_exchanges_without_an_endpoint_or_with_nothing_at_all_teach_nothing():
    assert learn_fields([]).endpoints == {}
    assert learn_fields([sample(key="")]).endpoints == {}


@pytest.mark.parametrize(
    ("media", "value", "raw", "kind"),
    [
        ("application/json", None, b" null\n", "json"),
        ("application/json", "x", b'"x"', "json"),
        ("application/json", None, b"{broken", "binary"),
        ("text/plain", "x", b"x", "text"),
        ("image/png", None, b"\x89PNG", "binary"),
        ("application/x-ndjson", [{"a": 1}], b'{"a":1}\n', "lines"),
        ("application/x-www-form-urlencoded", {"a": "1"}, b"a=1", "form"),
        ("application/x-www-form-urlencoded", {"a": 1}, b'{"a":1}', "json"),
        ("multipart/form-data", {"a": "1"}, b"--x", "multipart"),
        ("application/xml", {"a": "1"}, b"<a>1</a>", "xml"),
        ("", {"a": "1"}, b"<?xml?><a>1</a>", "xml"),
        ("", {"a": "1"}, b'{"a":"1"}', "json"),
    ],
)
def test_the_kind_of_a_body_is_told_from_its_value(media, value, raw, kind):
    assert kind_of(media, value, raw) == kind


def test_a_schema_is_that_of_the_body():
    side = learn_fields([sample()]).told("POST /a", 200)

    assert side is not None
    assert side.body is not None
    assert schema_of(side.body.node)["required"] == ["id"]
