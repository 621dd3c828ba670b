import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.document import Path, Scalar, leaves
from mockforge.bodies.messages import (
    asked_of,
    told_of,
    with_asked,
    with_body,
    with_told,
)
from mockforge.http import Chunk, Request, Response

TYPE = (b"Content-Type", b"application/json")
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


def told(body, *headers):
    return Response(200, (TYPE, *headers, (b"Content-Length", b"%d" % len(body))), body)


def test_a_request_is_one_document():
    request = Request(
        *("POST", "http", "a", "/a%2Fb/c?x=1&y=2&x=3"),
        ((b"Cookie", b"sid=1; t=2"), (b"X-Id", b"9"), TYPE),
        b'{"n": 1}',
    )

    assert asked_of(request) == {
        "path": ["a/b", "c"],
        "query": {"x": ["1", "3"], "y": "2"},
        "header": {"x-id": "9", "content-type": "application/json"},
        "cookie": {"sid": "1", "t": "2"},
        "body": {"n": 1},
    }


def test_a_request_is_edited_where_its_values_stand():
    request = Request(
        *("POST", "http", "a", "/a%2Fb/c?x=1&y=2&x=3"),
        ((b"Cookie", b"sid=1; t=2"), (b"X-ID", b"9"), TYPE, (b"Content-Length", b"8")),
        b'{"n": 1}',
    )
    changes: dict[Path, Scalar] = {
        ("path", 0): "d/e",
        ("query", "x", 1): "a b",
        ("cookie", "sid"): "7",
        ("header", "x-id"): "8",
        ("body", "n"): "one",
        ("body", "nowhere"): 1,
    }

    edited = with_asked(request, changes)

    assert edited.target == "/d%2Fe/c?x=1&y=2&x=a+b"
    assert edited.headers[0] == (b"Cookie", b"sid=7; t=2")
    assert edited.headers[1] == (b"X-ID", b"8")
    assert edited.headers[3] == (b"Content-Length", b"12")
    assert edited.body == b'{"n": "one"}'


@pytest.mark.parametrize(
    ("body", "changes", "expected"),
    [
        (
            b'{ "a" : 1.50,"b":[ {"c":"x"} ] }',
            {("b", 0, "c"): "y"},
            b'{ "a" : 1.50,"b":[ {"c":"y"} ] }',
        ),
        (b'{"a":{"b":1},"c":2}', {("c",): 3}, b'{"a":{"b":1},"c":3}'),
        (b"[[],[1,{}],2]", {(2,): None, (1, 0): True}, b"[[],[true,{}],null]"),
        (b'"x"', {(): "y"}, b'"y"'),
        (b'{"a\\"b":1}', {('a"b',): 2}, b'{"a\\"b":2}'),
    ],
)
def test_json_keeps_every_byte_that_is_not_the_value(body, changes, expected):
    paths = {("body", *path): new for path, new in changes.items()}

    assert with_told(told(body), paths).body == expected


@given(VALUES, SCALARS)
def test_any_leaf_of_json_can_be_replaced(value, new):
    body = json.dumps(value).encode()
    for path, _ in leaves(value):
        edited = with_told(told(body), {("body", *path): new})
        after = dict(leaves(json.loads(edited.body)))
        assert after == {**dict(leaves(value)), path: new}


@pytest.mark.parametrize(
    ("body", "changes", "expected"),
    [
        (
            b"<a><b>1</b><b>2</b></a>",
            {("a", "b", 1): "3&"},
            b"<a><b>1</b><b>3&amp;</b></a>",
        ),
        (b"<a x='1'>t</a>", {("a", "@x"): "2", ("a", "#text"): "u"}, b"<a x='2'>u</a>"),
        (b"<a><b/></a>", {("a", "b", 0): "1"}, b"<a><b>1</b></a>"),
    ],
)
def test_xml_keeps_every_byte_that_is_not_the_value(body, changes, expected):
    response = Response(200, ((b"Content-Type", b"text/xml"),), body)
    paths = {("body", *path): new for path, new in changes.items()}

    assert with_told(response, paths).body == expected


def test_a_packed_body_is_packed_again_with_its_length_and_chunks():
    plain = b'{"a":"b"}'
    packed = gzip.compress(plain, mtime=0)
    response = told(packed, (b"Content-Encoding", b"gzip"), (b"Digest", b"x"))
    whole = Response(200, response.headers, packed, chunks=(Chunk(0.1, len(packed)),))

    edited = with_told(whole, {("body", "a"): "cc"})

    assert gzip.decompress(edited.body) == b'{"a":"cc"}'
    assert edited.header("Content-Length") == str(len(edited.body))
    assert edited.header("Digest") is None
    assert edited.chunks == (Chunk(0.1, len(edited.body)),)


def test_cookies_and_headers_of_a_response_are_edited_in_place():
    response = Response(
        *(201, ((b"Set-Cookie", b"sid=1; Path=/"), (b"Location", b"/a/1"))), b""
    )

    edited = with_told(
        response,
        {("cookie", "sid"): "2", ("header", "location"): "/a/2", ("status",): 200},
    )

    assert edited.status == 200
    assert edited.headers == ((b"Set-Cookie", b"sid=2; Path=/"), (b"Location", b"/a/2"))
    assert told_of(edited)["cookie"] == {"sid": "2"}


def test_what_cannot_be_edited_stays():
    response = Response(200, (), b"\xff\x00")

    assert with_told(response, {("body", "a"): 1}) == response


def test_a_new_body_is_written_as_the_old_one():
    response = told(b'{"a": 1, "b": 2}')

    edited = with_body(response, {"a": [1]})

    assert edited.body == b'{"a": [1]}'
    assert edited.header("Content-Length") == "10"
