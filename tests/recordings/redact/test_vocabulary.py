"""The lists of words agree with each other."""

from __future__ import annotations

from mockforge.recordings.redact import vocabulary


def test_no_word_is_in_two_lists_that_say_different_things():
    lists = [
        vocabulary.PASSWORDS,
        vocabulary.TOKENS,
        vocabulary.OPEN,
        vocabulary.SIGNED,
        vocabulary.PLACES | vocabulary.QUESTIONS,
    ]

    assert sum(map(len, lists)) == len(frozenset().union(*lists))


def test_all_words_are_in_lower_case():
    words = vocabulary.PASSWORDS | vocabulary.KEPT_HEADERS | vocabulary.CALM_COOKIES

    assert all(word == word.lower() for word in words)
