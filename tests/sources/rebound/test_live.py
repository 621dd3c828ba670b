"""Live: a session goes on under the credential it was given."""

import json

from mockforge.sources.rebound import Rebound
from tests.sources.rebound import journeys, servers, sides


def test_a_token_carries_the_session_that_it_was_given_to():
    learned = sides.Learned(sides.record(servers.login_server(), journeys.logins))
    rebound = Rebound(learned)
    who = {"username": "zoe", "password": "pw-1"}
    email = {"email": "z@z.test"}

    def ask(session, *args, **headers):
        found = rebound.answer(sides.request(*args, **headers), session, 1.0)
        assert found is not None
        return found.response

    ask("anonymous", "POST", "/signup", {**who, **email})
    token = json.loads(ask("anonymous", "POST", "/login", who).body)["token"]
    told = ask("by token", "GET", "/me", Authorization=f"Bearer {token}")

    assert told.status == 200
    assert json.loads(told.body) == {"username": "zoe", **email}
