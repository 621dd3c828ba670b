"""Times are read in every notation, and written later in the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.http import Response
from mockforge.sources.correlated.expiries import (
    cookies_later,
    fields,
    fields_later,
    has_cookies,
    later,
    may_have_fields,
    moment_of,
)

THEN = 1_700_000_000.0
JSON = ((b"Content-Type", b"application/json"),)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (1_700_000_000, 1_700_003_600),
        (1_700_000_000.5, 1_700_003_600.5),
        (1_700_000_000_000, 1_700_003_600_000),
        (1_700_000_000_000_000, 1_700_003_600_000_000),
        ("1700000000", "1700003600"),
        ("2023-11-14T22:13:20Z", "2023-11-14T23:13:20Z"),
        ("2023-11-14T22:13:20.123456Z", "2023-11-14T23:13:20.123456Z"),
        ("2023-11-14 22:13:20", "2023-11-14 23:13:20"),
        ("2023-11-14T22:13:20+00:00", "2023-11-14T23:13:20+00:00"),
        ("Tue, 14 Nov 2023 22:13:20 GMT", "Tue, 14 Nov 2023 23:13:20 GMT"),
    ],
)
def test_a_time_is_read_and_written_as_it_is(value, told):
    assert moment_of(value) == pytest.approx(THEN, abs=1)
    assert later(value, 3600.0) == told


@pytest.mark.parametrize(
    "value", [None, True, "", "soon", 7, 1e30, "2023-99-14T22:13:20Z"]
)
def test_what_is_no_time_is_none(value):
    assert moment_of(value) is None


@given(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False)
)
def test_no_value_raises(value):
    moment_of(value)
    if moment_of(value) is not None:
        later(value, 1e6)


def test_fields_that_end_are_moved_where_they_stand():
    body = (
        b'{"expires_at" : 1700000900,\n "of": [{"expiresAt": "2023-11-14T22:23:20Z"}]}'
    )
    answer = Response(200, JSON, body)
    found = fields(answer, THEN, 0.2)
    assert found == (("body", "expires_at"), ("body", "of", 0, "expiresAt"))
    told = fields_later(answer, found, 60.0)
    assert told.body == (
        b'{"expires_at" : 1700000960,\n "of": [{"expiresAt": "2023-11-14T22:24:20Z"}]}'
    )


def test_most_bodies_are_not_looked_into():
    assert not may_have_fields(b'{"a": [1, 2], "expert": 1}')
    assert may_have_fields(b'{"ExpiresAt": 1}')
    assert fields(Response(200, JSON, b"{"), THEN, 0.0) == ()


def test_cookies_that_had_time_left_have_as_much_again():
    old = (
        (b"Set-Cookie", b"a=1; expires=Tue, 14-Nov-2023 23:13:20 GMT; Secure"),
        (b"Set-Cookie", b"b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"),
        (b"Set-Cookie", b"c=1; Expires=whenever"),
        (b"Set-Cookie", b"d=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT"),
        (b"Expires", b"Tue, 14 Nov 2023 23:13:20 GMT"),
    )
    new = cookies_later(old, 86400.0, THEN)
    assert new == (
        (b"Set-Cookie", b"a=1; expires=Wed, 15-Nov-2023 23:13:20 GMT; Secure"),
        *old[1:],
    )
    assert has_cookies(old, THEN)
    assert not has_cookies(old[1:], THEN)
