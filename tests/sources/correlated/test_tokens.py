"""Tokens are found in texts, read, and moved in time."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.sources.correlated.tokens import (
    each_token,
    has_token,
    is_of_session,
    shifted,
    tokens,
    validity,
)

THEN = 1_700_000_000.0


def coded(text):
    """Return *text* as a part of a token."""
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def token(claims, head='{"alg":"none"}'):
    """Return a token whose claims are the text *claims*."""
    return f"{coded(head)}.{coded(claims)}.c2ln"


ONE = token('{"exp": 1700000900, "sub": "ä"}')


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        f"Bearer {ONE}",
        f'{{"t":"{ONE}"}}',
        f"sid={ONE}; Path=/",
        f"https://h/#id_token={ONE}&x=1",
    ],
)
def test_a_token_is_found_wherever_it_stands(text):
    assert has_token(text)
    assert tokens(text) == [ONE]
    assert each_token(text, lambda _: "X") == text.replace(ONE, "X")


@pytest.mark.parametrize("text", ["", "eyJ", "eyJhbGciOiJub25lIn0", f"x{ONE}"])
def test_what_is_no_token_is_not(text):
    assert tokens(text) == []
    assert each_token(text, lambda _: "X") == text


@pytest.mark.parametrize(
    "claims", ["[1]", "nothing", '{"exp": "soon"}', '{"exp": true}', "{}", '{"exp":-1}']
)
def test_what_says_nothing_of_its_time_is_left_alone(claims):
    assert validity(token(claims)) is None
    assert not is_of_session(token(claims), THEN)


def test_bytes_that_are_no_text_say_nothing():
    head = coded('{"alg": 1}')
    bad = f"{head}.eyJ{'_' * 9}.x"
    assert validity(bad) is None
    assert shifted(bad, 5.0) == bad


@given(
    st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5)),
    st.integers(1, 10**10),
    st.integers(-(10**6), 10**9),
)
def test_only_the_times_move(claims, exp, seconds):
    claims = {**claims, "exp": exp, "nbf": exp / 2}
    old = token(json.dumps(claims))
    new = shifted(old, seconds)
    head, payload, sign = new.split(".")
    told = json.loads(base64.urlsafe_b64decode(payload + "=="))

    assert (head, sign) == (old.split(".")[0], old.split(".")[2])
    assert told.pop("exp") == exp + seconds
    assert told.pop("nbf") == exp / 2 + seconds
    assert told == {k: v for k, v in claims.items() if k not in ("exp", "nbf")} | {
        k: v + seconds for k, v in told.items() if k in ("iat", "auth_time")
    }
