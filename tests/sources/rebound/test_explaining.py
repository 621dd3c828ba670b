"""Explaining: held to a server that was not recorded like this."""

from tests.sources.rebound import journeys, servers, sides


def test_values_are_copied_from_where_the_recording_had_them_from():
    tally = sides.compare(servers.login_server, journeys.logins, range(11, 14))

    assert tally.values >= 0.9, sides.shown(tally)
