"""Composing: one part of rebound answers, by itself."""

from mockforge.sources.rebound.composing import occurrences, put_together


def test_whole_words_are_replaced_the_longest_first():
    renamed = {"app": ("web", ()), "app/one": ("zoo/two", ())}
    text = "/app/one/x, /app/y, apple"

    found = [(start, end, new) for start, end, new, _ in occurrences(text, renamed)]

    assert put_together(text, found) == "/zoo/two/x, /web/y, apple"
