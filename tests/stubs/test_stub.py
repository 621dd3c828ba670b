"""Endpoints, and whom they are meant for."""

import pytest

from mockforge.stubs.options import EndpointOptions
from mockforge.stubs.stub import read


def stub(**given):
    (found,), wrong = read([EndpointOptions.model_validate(given)])
    assert not wrong
    return found


def test_the_method_is_get_if_none_is_named():
    one = stub(path="/a")

    assert (one.name, one.place) == ("GET /a", "GET /a")
    assert one.takes("GET")
    assert one.takes("HEAD")
    assert not one.takes("POST")


def test_several_methods_are_named_in_any_way():
    assert stub(path="/a", method="get, post").methods == ("GET", "POST")
    assert stub(path="/a", method=["PUT", "put"]).methods == ("PUT",)
    assert stub(path="/a", method="*").methods == ()
    assert stub(path="/a", method="any").takes("DELETE")


@pytest.mark.parametrize(
    ("host", "authority", "is_meant"),
    [
        (None, "anything:1", True),
        ("api.example.com", "API.example.com", True),
        ("api.example.com", "api.example.com:8443", True),
        ("api.example.com:8443", "api.example.com", False),
        ("*.example.com", "a.example.com", True),
        ("*.example.com", "example.com", False),
    ],
)
def test_a_host_is_one_or_many(host, authority, is_meant):
    assert stub(path="/a", host=host).means(authority) is is_meant


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"path": "/a/:id"}, {"path": "/a/{key}/"}),
        ({"path": "/a", "method": "ANY"}, {"path": "/a", "method": "ANY"}),
        ({"path": "/a", "method": ["GET", "PUT"]}, {"path": "/a", "method": "PUT"}),
    ],
)
def test_two_that_answer_the_same_clash(first, second):
    both = [EndpointOptions.model_validate(each) for each in (first, second)]

    (wrong,) = read(both)[1]

    assert wrong.where == ("endpoints", 1, "path")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"path": "/a"}, {"path": "/a", "method": "POST"}),
        ({"path": "/a", "host": "x"}, {"path": "/a"}),
        ({"path": "/a"}, {"path": "/a", "method": "ANY"}),
        (
            {"path": "/a", "responses": [{"when": "query.x exists", "body": 1}]},
            {"path": "/a"},
        ),
        (
            {"path": "/a", "response": {"drift": {"rules": [{"field": "x"}]}}},
            {"path": "/a"},
        ),
    ],
)
def test_others_do_not(first, second):
    both = [EndpointOptions.model_validate(each) for each in (first, second)]

    assert read(both)[1] == []
