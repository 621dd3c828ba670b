"""Situation: held to a server that was not recorded like this."""

from tests.sources.rebound import journeys, servers, sides


def test_a_request_that_names_what_is_gone_gets_the_refusal_of_it():
    tally = sides.compare(servers.action_server, journeys.actions, range(11, 14))

    assert tally.statuses >= 0.9, sides.shown(tally)
