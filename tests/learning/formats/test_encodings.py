import base64
import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.formats import Format, decodings, encode
from tests.learning.formats.made import MAKERS, jwt

PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=4, max_size=30
)
TEXTS = [
    "https://h:1/orders/a%20b/items?page=2&q=x+y#top",
    "/orders/12?after=abc",
    '<https://h/a?page=2>; rel="next", <https://h/a?page=9>; rel="last"',
    'W/"abc123"',
    '{"id":1,"name":"é"}',
    '[{"a": 1, "b": 2}, 3]',
    "Bearer abcdef",
    "a%2Fb%20c",
    "eyJpZCI6MX0=",
    jwt(Random(3)),
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_found_is_put_back(text):
    found = list(decodings(text))

    assert found
    for name, inner in found:
        again = dict(decodings(encode(name, inner, text)))
        assert again[name] == inner


@pytest.mark.parametrize(
    ("text", "name", "inner", "made"),
    [
        ("https://h/orders/12/items?page=2", "url.path[1]", "a b", "a%20b"),
        ("https://h/orders/12?page=2&x=1", "url.query.page", "3", "page=3&x=1"),
        ('<https://h/a>; rel="next"', "link[0]", "/b", '</b>; rel="next"'),
        ('W/"abc"', "quoted", "def", 'W/"def"'),
        ("Bearer abcd", "scheme", "efgh", "Bearer efgh"),
        ("a%2fb", "percent", "c/d", "c%2fd"),
        ('{"a": 1}', "json", {"a": 2}, '{"a": 2}'),
    ],
)
def test_another_value_takes_the_place(text, name, inner, made):
    assert made in encode(name, inner, text)


@given(PLAIN)
def test_text_in_base64_is_found(text):
    encoded = base64.b64encode(text.encode()).decode()

    assert dict(decodings(encoded)).get("base64") == text


@given(st.dictionaries(PLAIN, PLAIN, min_size=1))
def test_an_object_in_a_text_is_found(value):
    assert dict(decodings(json.dumps(value))) == {"json": value}


@given(st.text() | st.from_regex(r"[</\"{%a-z][\w.:/?&%=<>;\"-]{3,40}"))
def test_any_text_is_looked_into_without_an_error(text):
    for name, inner in decodings(text):
        encode(name, inner, text)


@pytest.mark.parametrize("name", ["nothing", "url.path[9]", "link[4]", "jwt"])
def test_what_is_not_there_cannot_be_put_back(name):
    with pytest.raises(ValueError, match=r"\w"):
        encode(name, "x", "https://h/orders")


def test_a_token_of_chance_holds_nothing():
    for format in (Format.HEX, Format.UUID4, Format.ULID):
        assert list(decodings(MAKERS[format](Random(1)))) == []
