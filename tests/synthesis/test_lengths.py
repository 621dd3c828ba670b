"""Texts are as long as they may be, lists as long as is usual."""

from hypothesis import given
from hypothesis import strategies as st

from mockforge.synthesis.lengths import fitted, loose, usual, words
from tests.synthesis.things import entity, field


@given(st.integers(0, 300), st.integers(0, 60), st.integers(0, 99))
def test_words_have_a_length(least, more, seed):
    told = field("x", minLength=least, maxLength=least + more)
    made = fitted(words(entity(seed=seed), told), told)

    assert least <= len(made) <= least + more


def test_a_text_is_cut_at_the_end_of_a_word():
    assert fitted("one two three", field("x", maxLength=9)) == "one two"


def test_lists_have_a_usual_length():
    assert usual(("tags",)) == (2, 4)
    assert usual(("errors",)) == (0, 0)
    assert usual(()) == (1, 4)


def test_an_object_of_a_known_name_is_filled():
    address = loose(entity(), ("address",))
    assert address is not None
    assert {"street", "city"} <= address.keys()
    assert loose(entity("product"), ("specifications",))
    assert loose(entity(), ("qwerty",)) is None
