"""What is not changed is written as it was."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.document import Style
from mockforge.stages.blend.texts import read, styled, written
from tests.stages.blend.documents import JSON

EXACT = [
    b"12345678901234567890123",
    b"275.0",
    b"2.50",
    b"1e400",
    b"1E5",
    b"0.1000000000000000055",
    b"-0.0",
    b"18446744073709551616",
    b'"\xc3\xa9"',
    b"[1,2.50,{}]",
]


@pytest.mark.parametrize("raw", EXACT)
def test_numbers_and_texts_stay_exact(raw):
    found = read(JSON, raw)

    assert found is not None
    assert written(found.value) == raw


@given(st.recursive(st.integers() | st.text() | st.none(), st.lists, max_leaves=9))
def test_what_json_holds_is_read(value):
    found = read(JSON, json.dumps(value).encode())

    assert found is not None
    assert json.loads(written(found.value)) == value


@pytest.mark.parametrize(
    "body",
    [b"", b"NaN", b"{", b"[1] x", b'"\xff"', b'"\\ud800"', b"[" * 10**5, b"9" * 5000],
)
def test_what_is_no_json_is_none(body):
    assert read(JSON, body) is None


def test_what_says_it_is_something_else_is_none():
    assert read(((b"Content-Type", b"application/x-ndjson"),), b"{}") is None
    assert read(((b"Content-Type", b"text/html"),), b"{}") is None
    assert read((), b"{}") is not None


def test_codings_are_undone():
    headers = (*JSON, (b"Content-Encoding", b"gzip"))

    found = read(headers, gzip.compress(b'{"a": 1}'))

    assert found is not None
    assert found.value == {"a": 1}
    assert read(headers, b"no gzip") is None


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"b":[1.50,"x"]}',
        '{"a": 1, "b": [1.50, "x"]}',
        '{\n  "a": 1,\n  "b": [\n    1.50,\n    "x"\n  ]\n}\n',
        '{"a": "\\u00e9\\ud83d\\ude00", "b": 1}',
    ],
)
def test_documents_are_written_in_their_style(text):
    found = read(JSON, text.encode())

    assert found is not None
    assert styled(written(found.value), found.style).decode() == text


def test_only_texts_of_a_narrow_style_are_escaped():
    assert styled('"é"'.encode(), Style()) == '"é"'.encode()
