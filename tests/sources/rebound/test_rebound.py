"""Varied journeys get from a recording of another one what the server itself says."""

from random import Random

import pytest

from mockforge.exchange import Exchange
from mockforge.http import Response
from mockforge.provenance import Tier
from mockforge.sources.rebound import Rebound
from tests.sources.rebound import journeys, servers, sides

FLOORS = [
    (servers.key_value_server, journeys.key_value, 0.95, 0.85),
    (servers.action_server, journeys.actions, 0.95, 0.9),
    (servers.graph_server, journeys.graph, 0.95, 0.9),
    (servers.blob_server, journeys.blobs, 1, 0.97),
    (servers.login_server, journeys.logins, 0.95, 0.95),
    (servers.queue_server, journeys.queues, 1, 1),
]


@pytest.mark.parametrize(
    ("server", "journey", "statuses", "values"),
    FLOORS,
    ids=[row[1].__name__ for row in FLOORS],
)
def test_a_varied_journey_gets_what_the_server_says(server, journey, statuses, values):
    tally = sides.compare(server, journey, range(1, 7))
    print(journey.__name__, tally)
    print(sides.shown(tally))

    assert tally.statuses >= statuses
    assert tally.values >= values


def test_the_same_requests_get_the_same_bytes():
    learned = sides.Learned(sides.record(servers.login_server(), journeys.logins))
    told = []
    for _ in range(2):
        player = sides.Player(learned)
        sides.run(journeys.logins, player, Random(3))
        told.append([answer for _, answer, _ in player.told])

    assert told[0] == told[1]


def test_sessions_do_not_see_each_other():
    learned = sides.Learned(sides.record(servers.login_server(), journeys.logins))
    rebound = Rebound(learned, seed=1)
    asked = sides.request(
        "POST", "/signup", {"username": "zoe", "password": "pw-1", "email": "z@z.test"}
    )

    found = [rebound.answer(asked, each, 1.0) for each in ("one", "two", "one")]

    assert [each and each.response.status for each in found] == [201, 201, 409]


def test_an_answer_names_its_tier_its_exchange_and_what_was_bound():
    learned = sides.Learned(sides.record(servers.login_server(), journeys.logins))
    asked = sides.request(
        "POST", "/signup", {"username": "zoe", "password": "pw-1", "email": "z@z.test"}
    )

    found = Rebound(learned).answer(asked, "one", 1.0)

    assert found is not None
    assert found.tier is Tier.REBOUND
    assert len(found.exchange_ids) == 1
    assert "body.username: request body.$.username" in found.bindings
    assert 0 < found.score <= 1


def test_what_was_noted_counts_as_history():
    learned = sides.Learned(sides.record(servers.login_server(), journeys.logins))
    rebound = Rebound(learned)
    asked = sides.request(
        "POST", "/signup", {"username": "zoe", "password": "pw-1", "email": "z@z.test"}
    )
    rebound.note(
        asked, sides.response(201, {"username": "zoe", "email": "z@z.test"}), "s", 1.0
    )

    found = rebound.answer(asked, "s", 2.0)

    assert found is not None
    assert found.response.status == 409


@pytest.mark.parametrize(
    "exchanges",
    [
        [],
        [Exchange(sides.request("GET", "/x"), None)],
        [
            Exchange(
                sides.request("POST", "/x", b"\xff\x00"), Response(200, (), b"\x00")
            )
        ],
        [
            Exchange(sides.request("GET", "/x"), Response(status, (), b"{"))
            for status in (200, 404, 500)
        ],
    ],
    ids=["nothing", "no answer", "binary", "contradictory"],
)
def test_poor_recordings_never_raise(exchanges):
    rebound = Rebound(sides.Learned(exchanges))

    for asked in (sides.request("GET", "/x"), sides.request("POST", "/x", {"a": [1]})):
        found = rebound.answer(asked, "s", 1.0)
        assert found is None or found.response.status in (200, 404, 500)


def test_large_and_deep_bodies_are_answered_too():
    deep: list = []
    for _ in range(150):
        deep = [deep, "x" * 400]
    asked = sides.request("POST", "/x", {"deep": deep, "many": [*range(50_000)]})
    told = sides.response(200, {"deep": deep, "many": ["y"] * 50_000})
    rebound = Rebound(sides.Learned([Exchange(asked, told, id=1)]))

    other = sides.request("POST", "/x", {"deep": deep, "many": [*range(60_000)]})
    found = rebound.answer(other, "s", 1.0)

    assert found is not None
    assert found.response.status == 200
