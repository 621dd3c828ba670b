import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.patterns.personas import LONGEST, Personas, place_of


def token(claims):
    parts = ({"alg": "HS256"}, claims)
    plain = [base64.urlsafe_b64encode(json.dumps(part).encode()) for part in parts]
    return b".".join([*(part.rstrip(b"=") for part in plain), b"c2ln"])


def who(places, target="/a", **fields):
    headers = tuple(
        (
            name.replace("_", "-").encode(),
            value if isinstance(value, bytes) else value.encode(),
        )
        for name, value in fields.items()
    )
    return Personas(places).of(target, lambda: headers)


DEFAULT = ["header:X-Persona", "claim:persona", "claim:role"]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({}, None),
        ({"x_persona": "vip"}, "vip"),
        ({"X_PERSONA": " vip "}, "vip"),
        ({"x_persona": ""}, None),
        ({"x_persona": "x" * (LONGEST + 1)}, None),
        ({"authorization": b"Bearer " + token({"role": "op"})}, "op"),
        ({"authorization": b"Bearer " + token({"role": "op", "persona": "p"})}, "p"),
        ({"cookie": b"jwt=" + token({"role": ["op"]})}, "op"),
        ({"authorization": b"Bearer " + token({"role": ["a", "b"]})}, None),
        ({"authorization": b"Bearer " + token({"role": {"a": 1}})}, None),
        ({"authorization": b"Bearer eyJhb.eyJub.x"}, None),
        (
            {"x_persona": "vip", "authorization": b"Bearer " + token({"role": "op"})},
            "vip",
        ),
    ],
)
def test_the_first_place_that_names_somebody_counts(told, found):
    assert who(DEFAULT, **told) == found


def test_a_query_and_a_cookie_name_a_persona():
    assert who(["query:as"], "/a?x=1&as=vip%20one") == "vip one"
    assert who(["query:as"], "/a?x=1") is None
    assert who(["cookie:tier"], cookie='a=1; tier="gold"') == "gold"
    assert who([]) is None


@pytest.mark.parametrize("text", ["", "header", "header:", "body:x", ":x", "X-Persona"])
def test_what_names_no_place_is_told_what_does(text):
    with pytest.raises(ValueError, match="'header:NAME'"):
        place_of(text)


def test_a_field_that_is_never_recorded_is_refused():
    with pytest.raises(ValueError, match="left out of recordings"):
        place_of("header:X-MockForge-Persona")


@given(
    st.lists(
        st.tuples(
            st.sampled_from([b"cookie", b"authorization", b"x-persona"]),
            st.binary(max_size=40),
        )
    ),
    st.text(max_size=20),
)
def test_whatever_was_sent_is_read(headers, target):
    Personas([*DEFAULT, "cookie:a", "query:b"]).of(
        f"/a?b={target}", lambda: tuple(headers)
    )
