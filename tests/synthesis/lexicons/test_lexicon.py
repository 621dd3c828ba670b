"""Phrases are read from lines, and from between bars."""

from mockforge.synthesis.lexicons.lexicon import bars, lines


def test_a_line_that_is_set_in_goes_on_the_one_before():
    assert lines("""
        One, and
          more of it.
        Two.
    """) == ("One, and more of it.", "Two.")


def test_bars_may_be_on_several_lines():
    assert bars("a b|c\n   d|") == ("a b", "c d")
