"""The scale: what decides before the draw does, and what the draw depends on."""

import pytest

from mockforge.provenance import Source
from mockforge.sources.inventing import Invented
from tests.engine.mixing import US, Maker, ask, told, weighing
from tests.worlds import request


class Opener(Maker):
    def answer(self, asked, session, now):
        return Invented(told({"access_token": "open-sesame"}))


async def weighed(engine, method="GET", path="/things/1", headers=(), body=b""):
    plan = await engine.plan(request(method, f"{US}{path}", body, headers))
    return plan.weighing


@pytest.mark.parametrize("stickiness", ["entity", "session"])
async def test_the_draw_stays_while_the_ratio_does(stickiness):
    engine = await weighing(0.5, stickiness=stickiness, merge_strategy="weighted")

    draws = {(await weighed(engine)).u for _ in range(5)}

    assert len(draws) == 1


async def test_each_request_has_a_draw_of_its_own_if_nothing_sticks():
    engine = await weighing(0.5, stickiness="request", merge_strategy="weighted")

    draws = {(await weighed(engine)).u for _ in range(5)}

    assert len(draws) == 5


async def test_a_session_keeps_its_source_for_everything():
    engine = await weighing(0.5, stickiness="session")
    alice, bob = [("Authorization", "Bearer alice")], [("Authorization", "Bearer bob")]

    draws = [
        {(await weighed(engine, path=f"/x/{n}", headers=who)).u for n in range(4)}
        for who in (alice, bob)
    ]

    assert [len(each) for each in draws] == [1, 1]
    assert draws[0] != draws[1]


async def test_what_a_client_that_is_let_in_writes_is_done_by_one_side():
    chosen = set()
    for seed in range(8):
        engine = await weighing(0.85, seed=seed)
        headers = [("Authorization", "Bearer alice")]
        found = {
            (await weighed(engine, "POST", f"/{n}", headers, b"{}")).chosen
            for n in range(6)
        }
        assert len(found) == 1
        chosen |= found

    assert chosen == {Source.UPSTREAM, Source.RECORDED}


async def test_what_was_let_in_by_us_is_unknown_to_the_upstream():
    engine = await weighing(0.3, makers=[Opener()])
    await ask(engine, "POST", "/login", b"{}")
    engine.reality.dial.set(1.0)
    headers = [("Authorization", "Bearer open-sesame")]

    found = await weighed(engine, headers=headers)

    assert found.chosen is Source.RECORDED
    assert found.why == ("what it is let in with was given by us",)


async def test_no_server_is_asked_that_nobody_named():
    asked = request("GET", "http://elsewhere.example/a")
    for is_open in (False, True):
        engine = await weighing(0.9, makers=[], is_open=is_open)
        plan = await engine.plan(asked, asked.origin)

        assert plan.wants_upstream is is_open


async def test_routes_and_overrides_have_ratios_of_their_own():
    routes = [{"pattern": "/users/*", "ratio": 1.0}]
    engine = await weighing(0.0, routes=routes)

    assert (await weighed(engine, path="/users/1")).origin == "route '/users/*'"
    assert (await weighed(engine, path="/users123")).origin == "default"
    engine.reality.dial.override("/users/*", 0.2)
    assert (await weighed(engine, path="/users/1")).ratio == 0.2


async def test_a_list_shows_what_only_the_other_side_has():
    engine = await weighing(0.85, merge_strategy="weighted", seed=3)
    for _ in range(6):
        await ask(engine, "POST", "/orders", b"{}", says=told({"id": "real"}, 201))

    assert (await weighed(engine, path="/orders")).chosen is None
