"""Composing: one part of rebound answers, by itself."""

from base64 import b64encode

from hypothesis import given
from hypothesis import strategies as st

from mockforge.sources.rebound.composing import occurrences, put_together, recoded


def test_whole_words_are_replaced_the_longest_first():
    renamed = {"app": ("web", ()), "app/one": ("zoo/two", ())}
    text = "/app/one/x, /app/y, apple"

    found = [(start, end, new) for start, end, new, _ in occurrences(text, renamed)]

    assert put_together(text, found) == "/zoo/two/x, /web/y, apple"


def coded(text):
    return b64encode(text.encode()).decode()


@given(
    st.text("abcxyz", min_size=2),
    st.text("defuvw", min_size=2),
    st.integers(0, 999),
)
def test_a_name_within_base64_is_replaced_where_the_request_has_it_in_base64(
    old, new, number
):
    renamed = {coded(f"{old}/"): (coded(f"{new}/"), ("body", "key"))}

    assert recoded(coded(f"{old}/{number}"), renamed) == coded(f"{new}/{number}")
    assert recoded(coded(f"other/{number}"), renamed) is None
    assert recoded(f"{old}/{number}", renamed) is None
