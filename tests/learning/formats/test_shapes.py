from random import Random

from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.formats.shapes import redrawn, redrawn_hex, reworded

SEEDS = st.integers(0, 2**32)


@given(st.text(max_size=40), SEEDS)
def test_joints_stay_where_they_are(text, seed):
    for draw in (redrawn, reworded, redrawn_hex):
        made = draw(text, Random(seed))

        assert len(made) == len(text)
        kept = [a for a, b in zip(text, made, strict=True) if a == b or not a.isascii()]
        assert set("-_.: /") & set(text) <= set(kept)


@given(st.from_regex(r"[0-9a-f]{2,20}", fullmatch=True), SEEDS)
def test_hexadecimal_stays_so(text, seed):
    assert set(redrawn(text + "1a", Random(seed))) <= set("0123456789abcdef")


@given(st.integers(1, 10**20), SEEDS)
def test_a_number_keeps_its_digits(number, seed):
    made = redrawn(str(number), Random(seed))

    assert len(str(int(made))) == len(str(number))


def test_a_word_stays_pronounceable():
    made = reworded("Shirt-42", Random(1))

    assert made[0].isupper()
    assert made[2] in "aeiou"
    assert made[5] == "-"
    assert made[6:].isdigit()
