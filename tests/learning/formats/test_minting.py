from base64 import b64decode, b64encode
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mockforge.learning.formats import (
    Format,
    classify,
    is_time,
    mint,
    moment,
    prefix_of,
)
from mockforge.learning.formats.jwt import parse_jwt
from tests.learning.formats.made import MAKERS, SEEDS

NOW = 1_763_700_000.25
CHANCES = st.integers(0, SEEDS)
# A snowflake's number of digits stays, which not every time has.
CLOCKLESS = {Format.HEX, Format.TOKEN, Format.SNOWFLAKE}
VARIABLE = {Format.JWT, Format.IP, Format.BASE64}


@pytest.mark.parametrize("format", MAKERS)
@given(seed=CHANCES)
def test_a_minted_value_is_another_of_the_same_look(format, seed):
    like = MAKERS[format](Random(seed))

    made = mint(like, Random(seed + 1), NOW)

    assert classify(made, near=NOW) is classify(like, near=NOW)
    assert type(made) is type(like)
    assert is_time(format) or made != like
    assert format in VARIABLE or len(str(made)) == len(str(like))


@pytest.mark.parametrize("format", MAKERS)
@given(seed=CHANCES)
def test_the_same_chance_mints_the_same(format, seed):
    like = MAKERS[format](Random(seed))

    assert mint(like, Random(7), NOW) == mint(like, Random(7), NOW)


@pytest.mark.parametrize("format", MAKERS)
@given(seed=CHANCES)
def test_what_tells_a_time_tells_now(format, seed):
    like = MAKERS[format](Random(seed))
    if moment(like, near=NOW) is None or format in CLOCKLESS:
        return

    told = moment(mint(like, Random(seed), NOW), near=NOW)

    assert told is not None
    assert abs(told - NOW) < (86400 if format is Format.DATE else 2)


def test_a_snowflake_is_of_now():
    made = mint(1_400_123_456_789_012_345, Random(1), NOW)

    assert abs((moment(made, near=NOW) or 0) - NOW) < 2


@given(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), CHANCES)
def test_any_value_has_another_of_its_type(like, seed):
    assert type(mint(like, Random(seed), NOW)) is type(like)


@pytest.mark.parametrize(
    ("like", "kept"),
    [
        ("ord_9fd4", "ord_"),
        ("sk_test_4eC39HqLyjWDarjtT1zdp7dc", "sk_test_"),
        ("user_01h2xcejqtf2nbrexx3vqjhp41", "user_"),
    ],
)
def test_a_prefix_stays(like, kept):
    made = mint(like, Random(3), NOW)

    assert isinstance(made, str)
    assert made.startswith(kept)
    assert prefix_of(made) == kept


@pytest.mark.parametrize("like", [7, 42, 10_000, -15, 19.99, 3.0])
def test_a_number_keeps_its_type_and_its_digits(like):
    made = mint(like, Random(1), NOW)

    assert made != like
    assert len(repr(made)) == len(repr(like))


@pytest.mark.parametrize(
    ("like", "made"),
    [
        ("2020-01-02T03:04:05Z", "2025-11-21T04:40:00Z"),
        ("2020-01-02T03:04:05.000+02:00", "2025-11-21T06:40:00.000+02:00"),
        ("2020-01-02T03:04:05.123", "2025-11-21T04:40:00.250"),
        ("Thu, 02 Jan 2020 03:04:05 GMT", "Fri, 21 Nov 2025 04:40:00 GMT"),
        (1_577_934_245_000, 1_763_700_000_250),
        ("2020-01-02", "2025-11-21"),
    ],
)
def test_a_time_is_now_in_its_notation(like, made):
    assert mint(like, Random(1), NOW) == made


@given(CHANCES)
def test_a_token_is_issued_now_and_lasts_as_long(seed):
    like = MAKERS[Format.JWT](Random(seed))
    token, old = parse_jwt(str(mint(like, Random(seed), NOW))), parse_jwt(like)

    assert token is not None
    assert old is not None
    assert token.claims["iat"] == int(NOW)
    assert token.claims["exp"] - token.claims["iat"] == 3600
    assert token.claims["jti"] != old.claims["jti"]
    assert token.header == old.header
    assert len(token.signature) == len(old.signature)


def test_only_what_is_minted_in_an_address_changes():
    made = mint("https://h/orders/9fceb02ad1/items?page=2", Random(1), NOW)

    assert isinstance(made, str)
    assert made.startswith("https://h/orders/")
    assert made.endswith("/items?page=2")
    assert "9fceb02ad1" not in made


@given(
    st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=3),
    CHANCES,
)
def test_what_holds_text_in_base64_is_minted_to_hold_text(plain, seed):
    like = b64encode(plain.encode()).decode()
    assume(classify(like) in (Format.TOKEN, Format.BASE64))

    made = b64decode(str(mint(like, Random(seed), NOW)), validate=True)

    assert made.decode("ascii").isprintable()
