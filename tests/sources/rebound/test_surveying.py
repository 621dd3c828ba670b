"""Surveying: held to a server that was not recorded like this."""

from tests.sources.rebound import journeys, servers, sides


def test_lists_hold_what_the_session_made_in_the_order_of_the_server():
    tally = sides.compare(servers.action_server, journeys.actions, range(11, 14))

    assert tally.values >= 0.9, sides.shown(tally)
