from random import Random

import pytest

from mockforge.learning.formats.jwt import parse_jwt
from tests.learning.formats.made import jwt, segment


def test_a_token_is_written_with_what_was_changed_alone():
    text = jwt(Random(1))
    token = parse_jwt(text)
    assert token is not None

    again = parse_jwt(str(token.with_claims({**token.claims, "exp": 5})))

    assert again is not None
    assert again.claims == {**token.claims, "exp": 5}
    assert (again.header, again.signature) == (token.header, token.signature)


@pytest.mark.parametrize(
    "text",
    [
        *("a.b.c", "1.2.3", "www.example.com", "....", "eyJh.eyJh.", "aaaa.bbbb.cccc"),
        segment(["alg"]) + "." + segment({}) + ".x",
        segment({"a": 1}) + "." + segment({}) + ".x",
    ],
)
def test_what_is_no_token_is_none(text):
    assert parse_jwt(text) is None


def test_a_truth_is_no_time():
    token = parse_jwt(f"{segment({'alg': 'none'})}.{segment({'iat': True, 'exp': 9})}.")

    assert token is not None
    assert token.times() == {"exp": 9}
