import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.recall.wording import LONGEST, stem, stems, trigrams, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("orderItems", ["order", "items"]),
        ("HTTPServer_error-42", ["http", "server", "error", "42"]),
        ("Größe", ["gr", "öß", "e"]),
        ("", []),
    ],
)
def test_names_are_cut_into_words(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("orders", "order"),
        ("cities", "city"),
        ("failed", "fail"),
        ("failing", "fails"),
        ("created", "create"),
        ("running", "run"),
        ("addresses", "address"),
    ],
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    "word", ["status", "this", "news", "gas", "red", "sing", "bed"]
)
def test_a_word_is_not_cut_to_nothing(word):
    assert len(stem(word)) >= 3 or stem(word) == word


def test_a_long_text_is_read_at_both_ends():
    found = words("first " + "x y " * LONGEST + "last")

    assert found[0] == "first"
    assert found[-1] == "last"
    assert len(found) <= LONGEST


def test_trigrams_mark_the_ends():
    assert list(trigrams("ab")) == ["^ab", "ab$"]


@given(st.text(max_size=60))
def test_stems_are_the_same_again(text):
    assert stems(text) == stems(text)
    assert all(stems(text)) or stems(text) == []
