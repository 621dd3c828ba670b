import json

import pytest

from mockforge.chance import rng
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.resources.model import Operation, Origin
from mockforge.learning.resources.readings import Sources
from mockforge.sources.world.telling import (
    Moment,
    Template,
    counted,
    fill,
    like,
    value_of,
    without,
)

SOURCES: Sources = {("body", "name"): "Ann B", ("id",): "7", ("body", "list"): [1, 2]}


@pytest.mark.parametrize(
    ("origin", "before", "expected"),
    [
        (Origin("constant", value=[1]), None, [1]),
        (Origin("copied", ("body", "name")), None, "Ann B"),
        (Origin("copied", ("body", "none"), value="d"), None, "d"),
        (Origin("copied", ("body", "name"), via="slug"), None, "ann-b"),
        (Origin("text", parts=("/users/", ("id",))), None, "/users/7"),
        (Origin("text", parts=("/users/", ("none",))), None, None),
        (Origin("now", value="2001-09-09T01:46:40Z"), None, "2033-05-18T03:33:20Z"),
        (Origin("plus", value=2, step=1), 4, 5),
        (Origin("plus", value="2", step=1), "4", "5"),
        (Origin("count", ("body", "list")), None, 2),
    ],
)
def test_a_value_is_made_of_what_it_comes_from(origin, before, expected):
    moment = Moment(dict(SOURCES), 2_000_000_000.0, rng(1, "x"))

    assert value_of(origin, ("x",), moment, before) == expected


def test_counters_keep_prefix_and_width():
    assert counted("INV-0007", 1, None) == "INV-0007"
    assert counted("INV-0007", 1, 9) == "INV-0010"
    assert counted(3, 2, 5) == 7


def test_values_take_the_type_of_the_recorded_one():
    assert like(7, "1") == "7"
    assert like("7", 1) == 7
    assert like("true", False) is True
    assert like("ann", 1) == "ann"


def test_values_are_put_into_a_body_and_taken_out():
    body = fill({"a": {"b": 1}}, ("a", "c"), 2)

    assert body == {"a": {"b": 1, "c": 2}}
    assert without(body, ("a", "b")) == {"a": {"c": 2}}
    assert without(body, ("x", "y")) == body


def test_a_field_of_the_head_that_is_empty_now_is_left_out():
    headers = ((b"Content-Type", b"application/json"), (b"Link", b"<a>; rel=next"))
    request = Request("GET", "http", "api.test", "/")
    exchange = Exchange(request, Response(200, headers, b"[1]"))
    template = Template(exchange, Operation("k", "list", "users"))

    found = template.response_with([1, 2], {("link",): ""}, 200)

    assert found.header("link") is None
    assert json.loads(found.body) == [1, 2]
