"""Rebinding: held to a server that was not recorded like this."""

from tests.sources.rebound import journeys, servers, sides


def test_what_is_minted_once_is_told_again_later():
    tally = sides.compare(servers.queue_server, journeys.queues, range(11, 14))

    assert tally.values >= 0.9, sides.shown(tally)
