"""Outlines hold for every text they were made of, and draw others like them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields.outline import Outline

TEXTS = st.lists(
    st.from_regex(r"\A[A-Za-z0-9]{1,4}([-_. /+$][A-Za-z0-9]{1,3}){0,3}\Z")
    | st.text(max_size=6),
    min_size=1,
    max_size=6,
)


def outline_of(texts, *, fine=True):
    found = Outline(fine=fine)
    for text in texts:
        found.add(text)
    return found


@given(TEXTS, st.booleans())
def test_the_pattern_holds_for_every_text_and_for_drawn_ones(texts, fine):
    found = outline_of(texts, fine=fine)
    if found.is_broken or found.pieces is None:
        return

    assert all(re.search(found.pattern(), text) for text in texts)
    assert re.search(found.pattern(), found.draw(rng(1)))


@given(TEXTS, TEXTS, st.booleans())
def test_merged_outlines_are_the_one_that_saw_everything(some, others, fine):
    merged = outline_of(some, fine=fine)
    merged.merge(outline_of(others, fine=fine))

    assert merged.to_json() == outline_of(others + some, fine=fine).to_json()


@given(TEXTS)
def test_an_outline_survives_json(texts):
    found = outline_of(texts)

    assert Outline.from_json(found.to_json()).to_json() == found.to_json()


@pytest.mark.parametrize(
    ("texts", "fine", "pattern"),
    [
        (["AB-12", "XY-345"], True, "^[A-Z]+-[0-9]+$"),
        (["ord_1", "ord_22"], True, "^ord_[0-9]+$"),
        (["tok.9fd4", "tok.a0"], False, r"^tok\.[0-9a-z]+$"),
    ],
)
def test_a_pattern_keeps_what_is_always_the_same(texts, fine, pattern):
    assert outline_of(texts, fine=fine).pattern() == pattern


@pytest.mark.parametrize(
    "texts", [["a-b", "a"], ["x" * 200], ["über"], ["a b c d e f g h"], ["a", ""]]
)
def test_texts_of_no_common_shape_have_no_outline(texts):
    assert outline_of(texts).is_broken


@pytest.mark.parametrize(
    ("texts", "is_telling"),
    [
        (["anna", "bo"], False),
        (["a-1", "b-2"], True),
        (["a-1", "a-1"], False),
        (["12", "345"], True),
    ],
)
def test_an_outline_tells_more_than_letters(texts, is_telling):
    assert outline_of(texts).is_telling is is_telling
