import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.bindings.pieces import MOST, is_readable, pieces


def coded(text):
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Bearer abc123def", "abc123def"),
        ("https://a.test/orders/17?page=2", "17"),
        ("</x?cursor=a%3D%3D&n=2>; rel=next", "a=="),
        ('{"a": {"b": [17, "x y"]}}', "17"),
        (coded('{"after": "ord_77"}'), "ord_77"),
        (f"e30.{coded(json.dumps({'sub': 'anna'})).rstrip('=')}.c2ln", "anna"),
        ("Basic " + coded("anna:secret"), "anna"),
    ],
)
def test_what_stands_inside_is_found(text, inner):
    assert inner in {found for _, found in pieces(text)}


@given(st.text(max_size=200))
def test_pieces_are_few_and_never_the_whole(text):
    found = [inner for _, inner in pieces(text)]

    assert len(found) <= MOST
    assert text not in found


def test_a_huge_text_is_not_taken_apart():
    assert list(pieces("a " * 10_000)) == []


@pytest.mark.parametrize(
    ("text", "is_text"),
    [("eg==", True), (coded("cfg/"), True), ("q83vEjRWeJA=", False)],
)
def test_text_in_base64_is_told_from_chance(text, is_text):
    assert is_readable(text) is is_text
