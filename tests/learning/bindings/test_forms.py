import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.bindings.forms import digests, forms


@pytest.mark.parametrize(
    ("text", "way", "result"),
    [
        ("Oak", "lower", "oak"),
        ("oak", "upper", "OAK"),
        ("a b/c", "percent", "a%20b%2Fc"),
        ("oak desk", "base64", "b2FrIGRlc2s="),
        ("oak desk", "base64url bare", "b2FrIGRlc2s"),
        ("/orders/17", "part of url", "17"),
    ],
)
def test_a_text_is_copied_in_other_forms(text, way, result):
    assert ((way,), result) in list(forms(text))


@given(st.text(max_size=100))
def test_the_text_itself_comes_first(text):
    assert next(forms(text)) == ((), text)


def test_digests_are_those_of_the_body():
    found = dict(digests(b"x"))

    assert found["sha256 hex"] == hashlib.sha256(b"x").hexdigest()
    assert found["crc32 base64"] == "jNwWgw=="
