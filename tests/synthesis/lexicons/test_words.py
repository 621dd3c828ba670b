"""Laws of what fields hold in any domain."""

from mockforge.synthesis.lexicons.words import WORDS


def test_every_word_has_several_values_that_differ_and_are_short():
    for word, values in WORDS.items():
        assert len({*values}) > 1, word
        assert all(value and len(value) < 120 for value in values), word
        assert word == word.lower()
