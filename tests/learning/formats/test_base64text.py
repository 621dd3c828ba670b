import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.formats.base64text import bytes_in, readable, spelled, text_in


@given(st.binary(min_size=1), st.booleans(), st.booleans())
def test_bytes_are_read_and_written_as_they_were_spelled(raw, url_safe, padded):
    encode = base64.urlsafe_b64encode if url_safe else base64.b64encode
    text = encode(raw).decode()
    text = text if padded else text.rstrip("=")

    assert bytes_in(text) == raw
    assert spelled(raw, text) == text


@pytest.mark.parametrize("text", ["password", "organization", "abc", "a===", "=", ""])
def test_words_hold_no_text(text):
    assert readable(text) is None


def test_text_is_found():
    assert readable("Y3Vyc29yOjEyMzQ1Ng==") == "cursor:123456"
    assert readable("eyJpZCI6MX0") == '{"id":1}'


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=3))
def test_short_text_is_found_where_one_knows_that_it_is_there(plain):
    assert text_in(base64.b64encode(plain.encode()).decode()) == plain


@pytest.mark.parametrize("text", ["a===", "=", "", "password!", "mX21chg="])
def test_what_holds_no_text_gives_none(text):
    assert text_in(text) is None
