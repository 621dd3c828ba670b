"""`mockforge drift` as a user runs it, on a file and on what is running."""

import json

import pytest

from mockforge.engine.drifting import Drifts
from mockforge.store.kept import open_kept
from mockforge.stubs.moving import movings_of
from mockforge.stubs.options import EndpointOptions
from tests.engine.moving import quantities
from tests.turned import turned

DRIFT = {"rules": [{"field": "quantity", "rate": -1}]}


def drifts(kept):
    options = EndpointOptions.model_validate({"path": "/orders/:id", "drift": DRIFT})
    movings = movings_of([options])
    assert movings is not None
    return Drifts(movings, kept=kept)


@pytest.fixture
async def state(nowhere):
    """A file with three things that moved, two of one client."""
    (nowhere / "mockforge.yaml").write_text("{}\n")
    from mockforge.stages.sessions import SessionOptions, called

    (named,) = (each for each in called("me", SessionOptions()) if "named" in each)
    async with open_kept(nowhere / "mockforge.state.db") as kept:
        moving = drifts(kept)
        await quantities(moving, 1, session=f"{named}/addr:127.0.0.1")
        await quantities(moving, 1, "/orders/8", session=f"{named}/auth:x")
        await quantities(moving, 1, session="addr:127.0.0.1")
    return nowhere


async def test_what_a_file_keeps_is_shown_and_begins_again(state, ran):
    import asyncio

    def done(*words):
        return asyncio.to_thread(ran, "drift", *words)

    assert await done("status", "--json") == (
        *(0, '[\n  {\n    "endpoint": "GET /orders/:id",\n    "things": 3\n  }\n]\n'),
        "",
    )
    assert await done("reset", "--session", "you") == (
        *(0, "", "nothing of that has moved\n"),
    )
    assert await done("reset", "--session", "me") == (0, "", "2 things begin again\n")
    assert await done("reset", "--endpoint", "GET /orders/{id}", "--json") == (
        *(0, '{\n  "reset": 1\n}\n', ""),
    )
    assert await done("status") == (0, "", "nothing has moved\n")


async def test_a_file_that_somebody_has_open_is_not_all(state, ran):
    import asyncio

    async with open_kept(state / "mockforge.state.db") as kept:
        await kept.get("drift", "x")
        code, _, said = await asyncio.to_thread(ran, "drift", "reset")

    assert code == 0
    assert said.startswith("3 things begin again\n")
    assert "ask it with --url" in said


def test_what_runs_is_asked_by_its_address(ran):
    with turned() as (url, engine):
        none = ran("drift", "reset", "--url", url)
        engine.drifts = drifts(None)
        code, out, _ = ran("drift", "reset", "--url", url, "--session", "a", "--json")
        wrong = ran("drift", "status", "--url", url + "/x")

    assert none[0] == 1
    assert "nothing drifts here" in none[2]
    assert (code, json.loads(out)) == (0, {"reset": 0})
    assert wrong == (0, "", "nothing has moved\n")
