from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.formats import moment, shifted, shifted_within
from mockforge.learning.formats.jwt import parse_jwt
from tests.learning.formats.made import MAKERS, SEEDS, jwt


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("2023-11-14T22:13:20.123456789Z", "2023-11-14T23:13:20.123456789Z"),
        ("Tue, 14 Nov 2023 22:13:20 GMT", "Tue, 14 Nov 2023 23:13:20 GMT"),
        (1700000000, 1700003600),
        ("1700000000123", "1700003600123"),
        (1700000000.5, 1700003600.5),
        ("pending", "pending"),
        (None, None),
        (42, 42),
    ],
)
def test_a_time_is_an_hour_later(text, later):
    assert shifted(text, 3600) == later


def test_the_times_of_a_token_move_together():
    text = jwt(Random(1))
    old, new = parse_jwt(text), parse_jwt(str(shifted(text, 60)))

    assert old is not None
    assert new is not None
    assert new.claims == {
        **old.claims,
        "iat": old.claims["iat"] + 60,
        "exp": old.claims["exp"] + 60,
    }
    assert new.signature == old.signature


@given(
    st.sampled_from(list(MAKERS)), st.integers(0, SEEDS), st.integers(-(10**6), 10**6)
)
def test_there_and_back_is_where_it_was(format, seed, seconds):
    value = MAKERS[format](Random(seed))
    # A day has no room for hours, and a token's claims are written without spaces.
    if format in ("date", "jwt"):
        return

    assert shifted(shifted(value, seconds), -seconds) == value


def test_times_in_a_longer_text_move():
    text = "sid=a; Expires=Tue, 14 Nov 2023 22:13:20 GMT; exp=1700000000; n=17000000001"

    assert shifted_within(text, 60) == (
        "sid=a; Expires=Tue, 14 Nov 2023 22:14:20 GMT; exp=1700000060; n=17000000001"
    )


def test_the_time_an_identifier_holds():
    assert moment("507f1f77bcf86cd799439011") == 1350508407
    assert moment("red-shirt") is None
    assert moment(True) is None
    assert moment(10**5000) is None
