import json

from hypothesis import given
from hypothesis import strategies as st

from mockforge.llm.hiding import SHORTEST, Hidden

KEY = "sk-proj-AbCdEf0123456789"


def test_a_key_is_hidden_whole_and_in_pieces():
    hidden = Hidden([KEY, None, ""])
    assert hidden.text(f"Bearer {KEY}!") == "Bearer ***!"
    assert hidden.text(f"{KEY[:12]}...{KEY[-9:]}") == "***...***"
    assert hidden.value({KEY: [f"a{KEY}b", 1, None]}) == {"***": ["a***b", 1, None]}


def test_nothing_is_hidden_where_there_is_no_key():
    assert Hidden([None]).value({"a": "b"}) == {"a": "b"}
    assert Hidden(["test"]).text("a test") == "a test"


@given(before=st.text(), after=st.text(), start=st.integers(0, 10))
def test_no_piece_of_it_is_left(before, after, start):
    piece = KEY[start : start + SHORTEST + 3]
    told = Hidden([KEY]).value([before + KEY + after, piece + after])
    text = json.dumps(told, ensure_ascii=False)
    pieces = [KEY[n : n + SHORTEST] for n in range(len(KEY) - SHORTEST + 1)]
    assert not [one for one in pieces if one in text]
