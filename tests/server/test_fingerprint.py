"""Requests that are the same to whoever looks for an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.recordings.matchers import EndpointMatch, MatchOptions
from mockforge.server.fingerprint import BLIND, Fingerprint, significant
from mockforge.server.http1 import Asked
from mockforge.stages.sessions import SessionOptions
from tests.worlds import request

NAMES = st.sampled_from(["A", "b", "X-Own", "Cookie"])
VALUES = st.text("ab: \t", max_size=6)
FIELDS = st.lists(st.tuples(NAMES, VALUES), max_size=4)


def asked(*, keep_alive=True, is_named=False, **more):
    return Asked(request(**more), keep_alive, is_named)


@given(FIELDS, FIELDS, st.binary(max_size=4), st.binary(max_size=4))
def test_two_requests_are_the_same_only_if_they_are_equal(left, right, one, other):
    of = Fingerprint().of
    first, second = asked(headers=left, body=one), asked(headers=right, body=other)
    lower = [(name.lower(), value) for name, value in left]

    same = lower == [(name.lower(), value) for name, value in right] and one == other

    assert (of(first) == of(second)) is same


@given(FIELDS, st.lists(st.sampled_from(sorted(BLIND)), max_size=5))
def test_what_does_not_matter_does_not_matter(fields, names):
    of = Fingerprint().of
    blind = [(name.decode().title(), "anything") for name in names]

    assert of(asked(headers=fields)) == of(asked(headers=[*blind, *fields, *blind]))


def test_what_the_settings_name_matters():
    endpoints = {"/a": EndpointMatch(headers=["DNT"])}
    options = MatchOptions(headers=["Accept"], endpoints=endpoints)
    named = significant(options, SessionOptions(header_name="X-Request-ID"))
    of = Fingerprint(named).of

    for name in ("accept", "Dnt", "x-request-id"):
        assert of(asked(headers=[(name, "1")])) != of(asked(headers=[(name, "2")]))
    assert of(asked(headers=[("Date", "1")])) == of(asked(headers=[("Date", "2")]))


@pytest.mark.parametrize(
    "other",
    [
        {"method": "PUT"},
        {"url": "https://api.example/other"},
        {"url": "https://other.example/"},
        {"url": "http://api.example/"},
        {"client": "10.1.1.1"},
        {"version": "HTTP/1.0"},
        {"is_named": True},
        {"keep_alive": False},
    ],
    ids=str,
)
def test_everything_else_matters(other):
    of = Fingerprint().of

    assert of(asked(**other)) != of(asked())


@pytest.mark.parametrize(
    "more",
    [
        {"headers": [("Upgrade", "websocket")]},
        {"headers": [("Expect", "100-continue")]},
        {"trailers": ((b"x", b"1"),)},
    ],
    ids=str,
)
def test_some_are_not_known_again(more):
    assert Fingerprint().of(asked(**more)) is None
