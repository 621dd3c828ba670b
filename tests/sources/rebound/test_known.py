"""Known: what one endpoint's answers depend on."""

from mockforge.sources.rebound import Rebound
from tests.sources.rebound import journeys, servers, sides


def test_a_claim_is_made_once_a_session_went_another_way():
    exchanges = sides.record(servers.login_server(), journeys.logins)
    rebound = Rebound(sides.Learned(exchanges))
    asked = exchanges[0].request

    assert not rebound.claims(asked, "s")

    other = {"username": "zoe", "password": "pw-1", "email": "z@z.test"}
    rebound.answer(sides.request("POST", "/signup", other), "s", 1.0)

    assert rebound.claims(asked, "s")
    assert not rebound.claims(asked, "another")
