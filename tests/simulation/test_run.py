import asyncio
from typing import Any

from mockforge.http import Response
from mockforge.load.target import Trust, find, parse
from mockforge.simulation.chain import Unlearned
from mockforge.simulation.run import Manner, Simulation
from tests.load.servers import answer, serving
from tests.simulation.notes import Api, wired
from tests.simulation.worlds import recorded, stories_of
from tests.worlds import API, exchange

FAST = 1e6
ID = "aB3dE5fG7hJ9kL2m"


async def simulated(stories, respond, *, stop=None, **manner):
    with serving(respond) as server:
        target = await find(parse(server.url), trust=Trust())
        wished = Manner(**{"speed": FAST, "duration": 0.0, **manner})
        simulation = Simulation(stories, Unlearned(), target, wished)
        told = asyncio.Event()
        if stop is not None:
            stop(told)
        await simulation.run(told)
        return simulation, server


async def test_several_users_act_each_in_a_session_of_its_own():
    stories, api = stories_of(recorded()), Api()

    simulation, _ = await simulated(stories, wired(api), users=6)

    tally = simulation.tally
    assert tally.differing == tally.failed == tally.renewed == 0
    assert (tally.begun, tally.sessions) == (6, 6)
    assert tally.requests == len(stories.takes) == len(api.seen)
    sessions = {name for name, *_ in api.seen}
    assert sessions == {f"simulate-0-{number}-0" for number in range(6)}


async def test_names_that_are_taken_are_asked_for_once_and_then_made_anew():
    stories, api = stories_of(recorded(1)), Api()

    simulation, _ = await simulated(stories, wired(api), users=4)

    tally = simulation.tally
    assert tally.differing == tally.failed == 0
    assert 1 <= tally.renewed <= 3
    assert len(api.users) == 4


async def test_it_goes_on_with_new_sessions_until_the_time_is_up():
    stories = stories_of(recorded(2))

    simulation, _ = await simulated(stories, wired(Api()), users=2, duration=1.5)

    assert simulation.tally.begun > 2
    assert simulation.tally.failed == 0
    assert not simulation.was_stopped


async def test_it_can_be_stopped():
    stories = stories_of(recorded(1))
    asked: dict[str, Any] = {}

    def stop(told):
        asked["told"] = told

    def respond(request):
        asked["loop"].call_soon_threadsafe(asked["told"].set)
        return wired(Api())(request)

    asked["loop"] = asyncio.get_running_loop()
    simulation, _ = await simulated(stories, respond, stop=stop, speed=1e-3)

    assert simulation.was_stopped
    # Whether its answer is still read depends on which comes first.
    assert simulation.tally.requests <= 1


async def test_given_fields_go_in_the_place_of_recorded_ones():
    made = [
        exchange(url=f"{API}/a", headers=[("X-Key", "old")]),
        exchange(url=f"{API}/b"),
    ]
    fields = ((b"X-Key", b"new"), (b"X-All", b"1"))

    _, server = await simulated(stories_of(made), lambda _: answer(), headers=fields)

    assert [b"X-Key: new" in one for one in server.asked] == [True, False]
    assert all(b"X-All: 1" in one for one in server.asked)


async def test_a_field_that_an_answer_gave_is_not_overridden():
    stories, api = stories_of(recorded(1)), Api()
    fields = ((b"Authorization", b"Bearer mine"),)

    simulation, _ = await simulated(stories, wired(api), headers=fields)

    assert simulation.tally.differing == 0


async def test_addresses_of_the_recorded_upstream_lead_to_the_target():
    answered = Response(201, ((b"Location", f"{API}/things/{ID}".encode()),), b"")
    made = [
        exchange("POST", f"{API}/things", response=answered),
        exchange(url=f"{API}/things/{ID}", headers=[("Referer", f"{API}/x")]),
    ]
    asked = []

    def respond(request):
        asked.append(request)
        host = request.partition(b"Host: ")[2].partition(b"\r")[0]
        place = b"Location: http://" + host + b"/things/Zt5Hn8KdW2xQv7Jp"
        return answer(status=201 if len(asked) == 1 else 200, fields=(place,))

    simulation, server = await simulated(stories_of(made), respond)

    assert simulation.tally.differing == 0
    assert asked[1].startswith(b"GET /things/Zt5Hn8KdW2xQv7Jp HTTP/1.1\r\n")
    assert f"Referer: {server.url}/x".encode() in asked[1]


async def test_what_differs_is_counted_where_it_was():
    made = [exchange(url=f"{API}/a"), exchange(url=f"{API}/b", status=404)]

    simulation, _ = await simulated(stories_of(made), lambda _: answer(status=404))

    tally = simulation.tally
    assert (tally.steps, tally.differing, tally.failed) == (2, 1, 1)
    assert {name: each.differing for name, each in tally.endpoints.items()} == {
        "GET /a": 1,
        "GET /b": 0,
    }
    assert tally.examples == {0: "GET /a: answered 404, recorded 200"}


async def test_no_answer_at_all_is_a_failure_of_every_request():
    simulation, _ = await simulated(stories_of([exchange()]), lambda _: None)

    assert (simulation.tally.failed, simulation.tally.requests) == (1, 1)
