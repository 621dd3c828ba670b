"""Things: what requests are about, by their paths and by what was learned."""

import json

import pytest

from mockforge.engine.things import Things
from mockforge.http import Response
from mockforge.learning.learner import Learner
from tests.engine.mixing import told
from tests.worlds import API, exchange, request


def of(method, path, body=b""):
    return Things().of(request(method, f"{API}{path}", body))


@pytest.mark.parametrize(
    ("method", "role"),
    [
        ("GET", "read"),
        ("HEAD", "read"),
        ("OPTIONS", "read"),
        ("POST", "create"),
        ("PUT", "change"),
        ("PATCH", "change"),
        ("DELETE", "delete"),
    ],
)
def test_without_knowledge_the_method_says_what_is_done(method, role):
    assert of(method, "/orders/7").role == role


def test_a_thing_is_one_whatever_is_done_to_it():
    keys = {of(method, "/orders/7").key for method in ("GET", "PUT", "DELETE")}

    assert len(keys) == 1
    assert of("POST", "/orders").key == ()


def test_which_page_and_what_time_it_is_make_no_other_thing():
    assert of("GET", "/a?page=1&q=x").key == of("GET", "/a?q=x&page=2").key
    assert of("GET", "/a?_=1").key == of("GET", "/a?_=2&t=1700000000").key
    assert of("GET", "/a?q=x").key != of("GET", "/a?q=y").key


@pytest.mark.parametrize(
    ("path", "response", "place"),
    [
        ("/orders", told({"id": 7}, 201), ("/orders", "7")),
        ("/orders", told({"order": {"id": "x"}}, 201), ("/orders", "x")),
        ("/orders", Response(201, ((b"Location", b"/v2/o/9"),)), ("/v2/o", "9")),
        ("/orders/7/cancel", told({"id": 7}), ("/orders", "7")),
        ("/cart", told({"items": []}), ("/", "cart")),
    ],
)
def test_an_answer_says_what_was_made(path, response, place):
    asked = request("POST", f"{API}{path}", b"{}")
    things = Things()

    places, _ = things.written(things.of(asked), asked, response)

    assert place in places


def test_who_registered_is_known_by_name_when_logging_in():
    body = json.dumps({"email": "a@b.example", "password": "x"}).encode()
    asked = request("POST", f"{API}/users", body)
    things = Things()

    places, named = things.written(things.of(asked), asked, told({"id": 1}, 201))
    login = things.of(request("POST", f"{API}/login", body))

    assert ("person", "a@b.example") in named
    assert ("person", "a@b.example") in places
    assert ("person", "a@b.example") in login.around


def calls():
    """Return a session with procedures: everything is a POST."""
    for key in ("alpha", "beta", "gamma", "delta"):
        value = {"key": key, "value": f"{key}!"}
        body = json.dumps(value).encode()
        yield exchange("POST", f"{API}/put", body, answer=json.dumps(value).encode())
        named = json.dumps({"key": key}).encode()
        for _ in range(2):
            told_of = json.dumps(value).encode()
            yield exchange("POST", f"{API}/get", named, answer=told_of)


def test_procedures_name_their_things_in_the_body():
    learner = Learner()
    for each in calls():
        learner.add(each)
    things = Things([learner.settle()])

    found = things.of(request("POST", f"{API}/get", b'{"key": "new"}'))

    assert found.role == "read"
    assert [name for _, name in found.own] == ["new"]
    assert not found.is_safe
