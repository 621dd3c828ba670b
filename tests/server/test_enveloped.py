"""Envelopes, and who may change anything."""

import json

import pytest

from mockforge.server.enveloped import (
    Wrong,
    enveloped,
    given,
    known,
    near,
    only,
    refused,
    stranger,
)
from tests.worlds import request


def test_an_answer_holds_data_or_an_error():
    assert json.loads(enveloped(200, [1]).body) == {
        "success": True,
        "data": [1],
        "error": None,
    }
    response = refused(404, "not here")
    assert (response.status, response.reason) == (404, "Not Found")
    assert json.loads(response.body) == {
        "success": False,
        "data": None,
        "error": "not here",
    }


def test_another_method_is_told_the_right_ones():
    response = only({"GET": 1, "PUT": 2})

    assert (response.status, response.header("Allow")) == (405, "GET, PUT")
    assert "only GET and PUT is answered here" in response.body.decode()


def test_what_is_given_is_the_query_and_the_body():
    asked = request("PUT", "https://a.example/x?a=1&b=2", b'{"b": 3, "c": null}')

    assert given(asked) == {"a": "1", "b": 3, "c": None}


@pytest.mark.parametrize("body", [b"[]", b"a=1", b"1", b"{" * 9999, b"\xff"])
def test_a_body_that_is_no_object_is_refused(body):
    with pytest.raises(Wrong, match="no JSON object"):
        given(request("PUT", body=body))


def test_a_wrong_name_is_told_the_nearest():
    with pytest.raises(Wrong, match="'ration' means nothing here; did you mean 'ratio"):
        known(["ration"], ("ratio", "path"))
    known(["ratio"], ("ratio", "path"))


def test_where_nothing_is_near_some_of_what_is_there_is_told():
    assert near("x", ("ratio", "path")) == "known here: ratio, path"
    assert near("x", ()) is None
    told = near("x", [f"pattern{number}" for number in range(999)])
    assert told is not None
    assert len(told) < 200


@pytest.mark.parametrize(
    ("client", "headers", "may"),
    [
        ("127.0.0.1", (), True),
        ("::1%lo", (), True),
        ("::ffff:10.0.0.9", (), False),
        ("10.0.0.9", (), False),
        ("", (), False),
        ("127.0.0.1", (("Origin", "https://api.example"),), True),
        ("127.0.0.1", (("Origin", "https://evil.example"),), False),
    ],
)
def test_only_this_machine_may_change_anything(client, headers, may):
    assert (stranger(request("PUT", headers=headers, client=client)) is None) is may
