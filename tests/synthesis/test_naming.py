"""Names are taken apart into words."""

import pytest

from mockforge.synthesis.naming import (
    plural,
    singular,
    slug,
    small,
    with_article,
    words_of,
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("shippingZIP_code", ("shipping", "zip", "code")),
        ("createdAt", ("created", "at")),
        ("line1", ("line", "1")),
        ("URL", ("url",)),
        ("user-id", ("user", "id")),
        ("", ()),
    ],
)
def test_a_name_has_words(name, words):
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("one", "several"),
    [("category", "categories"), ("box", "boxes"), ("order", "orders"),
     ("class", "classes"), ("bush", "bushes")],
)  # fmt: skip
def test_one_and_several(one, several):
    assert (singular(several), plural(one)) == (one, several)


@pytest.mark.parametrize("word", ["status", "address", "news", "series", "analysis"])
def test_what_ends_like_several_and_is_one_stays(word):
    assert singular(word) == word


def test_a_slug_is_a_part_of_an_address():
    assert slug("The Cartographer's Daughter, 2nd") == "the-cartographers-daughter-2nd"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Portable SSD", "A portable SSD"),
        ("SSD", "An SSD"),
        ("USB Microphone", "A USB microphone"),
        ("LED Bulb Kit", "An LED bulb kit"),
        ("Cotton T-Shirt", "A cotton T-shirt"),
        ("2-in-1 Convertible", "A 2-in-1 convertible"),
        ("8K Monitor", "An 8K monitor"),
        ("Ultrabook", "An ultrabook"),
        ("Universal Remote", "A universal remote"),
        ("Umbrella", "An umbrella"),
        ("Used Car", "A used car"),
        ("Hour Glass", "An hour glass"),
        ("European Plug", "A european plug"),
        ("Oxford Shirt", "An oxford shirt"),
    ],
)
def test_an_article_is_the_one_that_is_said(name, expected):
    assert with_article(small(name)) == expected
