"""The control routes of reality: each turns the dial for the next request."""

import json

import pytest

from mockforge.engine.reality import Reality, Scale
from mockforge.http import Request
from mockforge.server.continuum import CONSISTENCY, ROUTES, answered, is_ours
from mockforge.stages.reality.options import RealityOptions
from tests.worlds import API, exchange, replaying

HOST = "here:8080"


async def dialled(*exchanges, **options):
    """Return an engine whose answers are as real as *options* say."""
    engine = await replaying(*(exchanges or [exchange()]))
    engine.weigh(Reality(Scale(RealityOptions.model_validate(options))))
    return engine


def ask(engine, target, method="GET", told=None, *, headers=(), client="127.0.0.1"):
    path = target if target.startswith("/") else f"{ROUTES}{target}"
    body = b"" if told is None else json.dumps(told).encode()
    fields = ((b"Host", HOST.encode()), *headers)
    asked = Request(method, "http", HOST, path, fields, body, client=client)
    response = answered(asked, engine)
    said = json.loads(response.body)
    assert list(said) == ["success", "data", "error"]
    assert said["success"] is (response.status == 200)
    return response.status, said["data"] if said["success"] else said["error"]


async def test_the_ratio_is_told_with_what_made_it_that():
    engine = await dialled(default_ratio=0.85)

    assert ask(engine, "ratio") == (
        200,
        {
            "ratio": 0.85,
            "origin": "default",
            "mode": "manual",
            "enabled": True,
            "weights": {"upstream": 0.5, "recorded": 0.5, "synthetic": 0.0},
        },
    )


@pytest.mark.parametrize("method", ["PUT", "POST"])
async def test_the_ratio_is_set_for_the_next_request(method):
    engine = await dialled()

    status, told = ask(engine, "ratio", method, {"ratio": 0.5})

    assert (status, told["ratio"]) == (200, 0.5)
    assert engine.reality.dial.resolve("GET", "/", 0.0).ratio == 0.5


async def test_the_ratio_of_a_request_is_that_of_its_route():
    routes = [{"pattern": "GET /orders/*", "ratio": 0.9}]
    engine = await dialled(default_ratio=0.1, routes=routes)

    _, read = ask(engine, "ratio?path=/orders/7")
    _, written = ask(engine, "ratio?path=/orders/7&method=post")

    assert (read["ratio"], read["origin"]) == (0.9, "route 'GET /orders/*'")
    assert (written["method"], written["ratio"], written["origin"]) == (
        *("POST", 0.1),
        "default",
    )


async def test_it_is_advanced_by_a_tenth_or_as_far_as_said():
    engine = await dialled(default_ratio=0.1)

    assert ask(engine, "advance", "POST")[1]["ratio"] == 0.2
    assert ask(engine, "advance", "POST", {})[1]["ratio"] == 0.3
    assert ask(engine, "advance", "POST", {"by": 0.5})[1]["ratio"] == 0.8
    assert ask(engine, "advance", "POST", {"increment": 0.5})[1]["ratio"] == 1.0
    assert ask(engine, "advance", "POST", {"by": -0.25})[1]["ratio"] == 0.75


async def test_a_schedule_is_followed_shown_and_left():
    engine = await dialled(default_ratio=0.4)
    given = {"end_time": "1h", "start_ratio": 0.2, "end_ratio": 0.2}

    assert ask(engine, "schedule")[1]["schedule"] is None
    _, told = ask(engine, "schedule", "PUT", given)
    assert (told["ratio"], told["origin"], told["mode"]) == (
        *(0.2, "schedule"),
        "time_based",
    )
    assert ask(engine, "schedule")[1]["schedule"]["end_ratio"] == 0.2
    _, told = ask(engine, "schedule", "DELETE")
    assert (told["ratio"], told["origin"], told["schedule"]) == (0.4, "default", None)


async def test_it_can_be_switched_off_and_on():
    engine = await dialled(default_ratio=0.4)

    assert ask(engine, "enabled") == (200, {"enabled": True})
    assert ask(engine, "enabled", "PUT", {"enabled": False})[1] == {"enabled": False}
    _, told = ask(engine, "ratio")
    assert (told["ratio"], told["origin"]) == (
        1.0,
        "reality_continuum.enabled is false",
    )
    assert ask(engine, "enabled?enabled=true", "PUT")[1] == {"enabled": True}


async def test_overrides_are_given_shown_and_taken_back():
    engine = await dialled(default_ratio=0.4)

    ask(engine, "overrides", "PUT", {"pattern": "/a/*", "ratio": 1})
    _, told = ask(engine, "overrides", "PUT", {"pattern": "/**", "ratio": 0.5})
    assert told["overrides"] == [
        {"pattern": "/**", "ratio": 0.5},
        {"pattern": "/a/*", "ratio": 1.0},
    ]
    assert ask(engine, "ratio?path=/a/1")[1]["origin"] == "override '/**'"
    ask(engine, "overrides?pattern=/**", "DELETE")
    assert ask(engine, "ratio?path=/a/1")[1]["ratio"] == 1.0
    _, told = ask(engine, "overrides", "DELETE", {"pattern": "/a/*"})
    assert told == {"overrides": []}


async def test_there_is_no_end_of_overrides_but_a_bound():
    engine = await dialled()
    for number in range(1000):
        engine.reality.dial.override(f"/{number}", 0.5)

    status, error = ask(engine, "overrides", "PUT", {"pattern": "/x", "ratio": 1})
    again, _ = ask(engine, "overrides", "PUT", {"pattern": "/7", "ratio": 1})

    assert (status, again) == (400, 200)
    assert "no room for '/x'" in error


@pytest.mark.parametrize(
    ("target", "method", "told", "status", "expected"),
    [
        ("ratio", "PUT", {"ratio": 50}, 400, "did you mean 0.5?"),
        ("ratio", "PUT", {"ration": 1}, 400, "did you mean 'ratio'?"),
        ("ratio", "PUT", {}, 400, "'ratio' is missing"),
        ("ratio", "PUT", [1], 400, "no JSON object"),
        ("ratio?path=orders", "GET", None, 400, "did you mean '/orders'?"),
        ("ratio?path=/a%3Fb", "GET", None, 400, "did you mean '/a'?"),
        ("ratio?method=GET", "GET", None, 400, "add path=/orders/1"),
        ("advance", "POST", {"by": 10}, 400, "did you mean 0.1?"),
        ("advance", "POST", {"by": 0.1, "increment": 0.1}, 400, "leave one"),
        ("schedule", "PUT", {"end_time": "x"}, 400, "'x' is no time"),
        ("schedule?x=1", "GET", None, 400, "'x' means nothing here"),
        ("enabled", "PUT", {}, 400, "'enabled' is missing"),
        ("enabled", "PUT", {"enabled": "ja"}, 400, "'ja' is no switch"),
        ("overrides", "PUT", {"pattern": "x", "ratio": 1}, 400, "not an endpoint"),
        ("overrides", "DELETE", {"pattern": "/a"}, 404, "there is none at all"),
        ("ration", "GET", None, 404, "ratio, schedule, advance, enabled, overrides"),
        (CONSISTENCY, "PUT", {"ratio": 1, "reality_ratio": 1}, 400, "leave one out"),
        (CONSISTENCY, "PUT", {"workspace_id": "w"}, 400, "'reality_ratio' is missing"),
    ],
)
async def test_what_is_wrong_is_refused_and_turns_nothing(
    target, method, told, status, expected
):
    engine = await dialled(default_ratio=0.4)

    refused = ask(engine, target, method, told)

    assert refused[0] == status
    assert expected in refused[1]
    assert ask(engine, "ratio")[1]["ratio"] == 0.4


async def test_an_override_that_is_not_there_is_told_the_nearest():
    engine = await dialled()
    ask(engine, "overrides", "PUT", {"pattern": "/orders/*", "ratio": 1})

    status, error = ask(engine, "overrides", "DELETE", {"pattern": "/order/*"})

    assert status == 404
    assert error == "'/order/*' is not overridden; did you mean '/orders/*'?"


@pytest.mark.parametrize(
    ("target", "method"), [("ratio", "DELETE"), ("advance", "GET"), ("enabled", "POST")]
)
async def test_another_method_is_refused(target, method):
    assert ask(await dialled(), target, method)[0] == 405


@pytest.mark.parametrize("target", ["ratio", "schedule", "enabled", "overrides"])
async def test_where_no_reality_is_in_force_the_next_step_is_told(target):
    status, error = ask(await replaying(exchange()), target)

    assert status == 404
    assert "--reality 0.5" in error


@pytest.mark.parametrize(
    ("client", "headers"),
    [("10.0.0.9", ()), ("127.0.0.1", ((b"Origin", b"https://evil.example"),))],
)
async def test_nobody_from_elsewhere_turns_it(client, headers):
    engine = await dialled(default_ratio=0.4)
    more = {"client": client, "headers": headers}

    for target in ("ratio", CONSISTENCY):
        assert ask(engine, target, "PUT", {"ratio": 1}, **more)[0] == 403
    assert ask(engine, "ratio", **more)[1]["ratio"] == 0.4


async def test_a_workspace_has_the_ratio_too():
    engine = await dialled(default_ratio=0.4)

    _, told = ask(engine, f"{CONSISTENCY}?workspace_id=w1")
    assert (told["workspace_id"], told["reality_ratio"]) == ("w1", 0.4)
    asked = {"workspace_id": "w1", "reality_ratio": 0.7}
    _, told = ask(engine, CONSISTENCY, "POST", asked)
    assert (told["ratio"], told["reality_ratio"]) == (0.7, 0.7)
    assert ask(engine, CONSISTENCY, "PUT", {"ratio": 1})[1]["ratio"] == 1.0


async def test_its_route_is_ours_where_reality_is_in_force_and_it_was_not_recorded():
    ours = Request("GET", "http", HOST, f"{CONSISTENCY}?workspace_id=w", ())
    other = Request("GET", "http", HOST, f"{CONSISTENCY}/x", ())
    recorded = exchange(url=f"{API}{CONSISTENCY}?a=1")

    assert is_ours(ours, await dialled())
    assert not is_ours(other, await dialled())
    assert not is_ours(ours, await dialled(recorded))
    assert not is_ours(ours, await replaying(exchange()))
