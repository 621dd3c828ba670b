"""Spoken words: a server takes those that it has, and no others."""

from tests.sources.rebound import paged, sides


def test_states_are_told_from_words_that_are_none():
    tally = sides.compare(paged.ticket_server, paged.tickets, range(1, 9))

    assert tally.statuses == 1, sides.shown(tally)
    assert tally.values == 1, sides.shown(tally)


def test_limits_and_filters_are_read_in_the_text_of_a_query():
    tally = sides.compare(paged.query_server, paged.queries, range(1, 9))

    assert tally.values == 1, sides.shown(tally)
