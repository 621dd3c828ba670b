"""Endpoints of the settings in front of everything that answers."""

import json
from contextlib import AsyncExitStack

import pytest

from mockforge.app import load_alone, open_proxy, open_replay
from mockforge.clock import VirtualClock
from mockforge.config import Config
from mockforge.errors import ConfigError
from mockforge.http import Origin
from mockforge.mixed import open_mixed
from mockforge.recordings.formats import jsonl
from tests.worlds import API, exchange, request

US = "http://127.0.0.1:8080"
SCHEMA = {"type": "object", "properties": {"id": {"type": "integer"}}}
ENDPOINTS = [
    {"path": "/fixed", "response": {"body": "stub"}},
    {
        "path": "/things/:id",
        "response": {"mode": "intelligent", "prompt": "A thing", "schema": SCHEMA},
    },
]


def config(**more):
    return Config.model_validate({"endpoints": ENDPOINTS, **more})


@pytest.fixture
def recorded(tmp_path):
    things = [
        exchange(url=f"{API}/things/{number}", answer=b'{"id": %d}' % number)
        for number in range(3)
    ]
    file = tmp_path / "api.jsonl"
    jsonl.write([*things, exchange(url=f"{API}/other", answer=b'"real"')], file)
    return file


async def test_recordings_answer_the_rest_and_teach_what_is_invented(recorded):
    async with open_replay(config(), [recorded]) as engine:
        fixed = await engine.answer(request(url=f"{US}/fixed"))
        other = await engine.answer(request(url=f"{US}/other"))
        made = await engine.answer(request(url=f"{US}/things/7"))

    assert fixed.response.body == b"stub"
    assert other.response.body == b'"real"'
    assert made.why[-1] == "made up, from 3 recorded"
    assert isinstance(json.loads(made.response.body)["id"], int)


async def test_nothing_of_it_is_recorded(tmp_path):
    async with open_proxy(config(), tmp_path / "a.db") as engine:
        plan = engine.stubbed(request(url=f"{US}/fixed"))
        assert plan is not None
        assert (await engine.finish(plan)).response.body == b"stub"

        assert engine.stubbed(request(url=f"{US}/other")) is None
        assert engine.ledger.recorded == 0


@pytest.mark.parametrize("ratio", [0.0, 0.5, 1.0])
async def test_at_no_ratio_is_the_upstream_asked_for_it(tmp_path, ratio):
    upstream = Origin.parse("http://127.0.0.1:9")
    place = tmp_path / "a.db"
    async with open_mixed(config(), place, upstream=upstream, ratio=ratio) as engine:
        plan = await engine.plan(request(url=f"{US}/fixed"))

        assert not plan.wants_upstream
        answer = await engine.finish(plan)

    assert answer.response.body == b"stub"
    assert answer.provenance.ratio is None


async def test_what_is_made_up_is_the_same_all_day():
    made = []
    for now in (1_800_000_000.0, 1_800_000_900.0):
        async with (
            AsyncExitStack() as stack,
        ):
            clock = VirtualClock(now)
            engine = await load_alone(stack, config(), clock=clock)
            answer = await engine.answer(request(url=f"{US}/things/7"))
            made.append(answer.response.body)

    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("rag", "said"),
    [
        ({"provider": "openai"}, "no API key is configured"),
        ({"provider": "openai", "calls": "none"}, None),
        ({"provider": "openai", "calls": "frozen"}, None),
        ({"provider": "ollama", "model": "x"}, None),
        ({"provider": "openai", "enabled": False}, None),
        ({}, None),
    ],
)
async def test_a_model_needs_its_key_where_it_is_asked(rag, said):
    async with AsyncExitStack() as stack:
        if said is None:
            await load_alone(stack, config(rag=rag))
        else:
            with pytest.raises(ConfigError, match=said):
                await load_alone(stack, config(rag=rag))


async def test_a_key_is_not_needed_where_nothing_is_invented():
    given = Config.model_validate(
        {"endpoints": ENDPOINTS[:1], "rag": {"provider": "openai"}}
    )

    async with AsyncExitStack() as stack:
        await load_alone(stack, given)


async def test_without_any_every_request_is_a_miss():
    async with AsyncExitStack() as stack:
        engine = await load_alone(stack, Config())

        answer = await engine.answer(request(url=f"{US}/x"))

    assert answer.response.status == 404
    assert "no endpoint answers" in answer.why[0]


ROOMS = [
    {"id": f"R-{4000 + 7 * at}", "wing": "NWSE"[at % 4] * 3, "beds": 2 + at % 3}
    for at in range(12)
]
ROOM = {
    "type": "object",
    "required": ["id", "wing", "beds", "quiet"],
    "properties": {
        "id": {"type": "string"},
        "wing": {"type": "string"},
        "beds": {"type": "integer", "maximum": 3},
        "quiet": {"type": "boolean"},
    },
}


async def rooms(tmp_path, **response):
    """Return what is made up for rooms that were recorded."""
    file = tmp_path / "rooms.jsonl"
    told = [
        exchange(url=f"{API}/rooms", answer=json.dumps(ROOMS[at : at + 6]).encode())
        for at in (0, 6)
    ]
    jsonl.write(told, file)
    point = {"path": "/rooms", "response": {"mode": "intelligent", **response}}
    given = Config.model_validate({"endpoints": [point]})
    async with open_replay(given, [file]) as engine:
        answer = await engine.answer(request(url=f"{US}/rooms"))
    return json.loads(answer.response.body)


async def test_what_was_learned_fills_up_what_was_recorded(tmp_path):
    made = await rooms(tmp_path, prompt="rooms", count=30)

    assert len(made) == 30
    assert {each["wing"] for each in made} <= {"NNN", "WWW", "SSS", "EEE"}
    assert {each["beds"] for each in made} <= {2, 3, 4}
    assert all(each["id"].startswith("R-") for each in made)
    assert len({each["id"] for each in made}) == 30


async def test_what_was_learned_is_used_where_a_schema_allows(tmp_path):
    made = await rooms(tmp_path, prompt="rooms", schema=ROOM, count=9)

    assert len(made) == 9
    assert all({*ROOM["required"]} == {*each} for each in made)
    assert {each["wing"] for each in made} <= {"NNN", "WWW", "SSS", "EEE"}
    assert {each["beds"] for each in made} <= {2, 3}
    assert all(each["id"].startswith("R-") for each in made)


DRIFTS = {"rules": [{"field": "n", "rate": 1}]}
BEFORE = [
    {"path": "/fixed", "response": {"body": "stub"}},
    {"path": "/n", "response": {"body": {"n": 1}, "drift": DRIFTS}},
    {
        "path": "/turns",
        "choose": "sequence",
        "responses": [{"body": "a"}, {"body": "b"}, {"body": "c"}],
    },
]


async def bodies(engine, *targets):
    answers = [await engine.answer(request(url=f"{US}{one}")) for one in targets]
    return [each.response.body for each in answers]


async def test_settings_are_read_again_and_what_was_counted_goes_on(caplog):
    forgot: list[int] = []
    async with AsyncExitStack() as stack:
        engine = await load_alone(stack, Config.model_validate({"endpoints": BEFORE}))
        engine.renewed.append(lambda: forgot.append(1))
        assert engine.renewal is not None
        assert await bodies(engine, "/fixed", "/n", "/turns") == [
            *(b"stub", b'{"n": 1}', b"a"),
        ]
        after = [{"path": "/fixed", "response": {"body": "new"}}, *BEFORE[1:]]
        given = {"endpoints": after, "server": {"port": 1}}
        engine.renewal.read = lambda: Config.model_validate(given)

        assert await engine.renewal.renewed() == 3
        assert await bodies(engine, "/fixed", "/n", "/turns") == [
            *(b"new", b'{"n": 2}', b"b"),
        ]

    assert forgot == [1]
    assert "what changed of server counts at the next start" in caplog.text


async def test_settings_that_cannot_be_meant_change_nothing():
    async with AsyncExitStack() as stack:
        engine = await load_alone(stack, Config.model_validate({"endpoints": BEFORE}))
        assert engine.renewal is not None
        with pytest.raises(ConfigError, match="no file"):
            await engine.renewal.renewed()
        wrong = [{"path": "/x", "response": {"body": "{{nope}}"}}]
        engine.renewal.read = lambda: Config.model_validate({"endpoints": wrong})
        with pytest.raises(ConfigError, match="nope"):
            await engine.renewal.renewed()

        assert await bodies(engine, "/fixed") == [b"stub"]


async def test_a_replay_gets_its_first_endpoints_and_loses_them(recorded):
    async with open_replay(Config(), [recorded]) as engine:
        assert engine.renewal is not None
        told = []
        for endpoints in ([], [{"path": "/other", "response": {"body": "stub"}}], []):
            given = {"endpoints": endpoints}
            engine.renewal.read = lambda given=given: Config.model_validate(given)
            await engine.renewal.renewed()
            told += await bodies(engine, "/other")

    assert told == [b'"real"', b"stub", b'"real"']


LOGIN = [
    {
        "path": "/login",
        "method": "POST",
        "responses": [
            {
                "when": "body.by == 'cookie'",
                "headers": {"Set-Cookie": "session_id={{uuid}}; Path=/"},
                "body": {"ok": True},
            },
            {"body": {"access_token": "{{rand.hex 8}}"}},
        ],
    },
    {
        "path": "/me",
        "responses": [
            {"when": "session.user exists", "body": {"user": "{{session.user}}"}},
            {"status": 401},
        ],
    },
]


@pytest.mark.parametrize("by", ["cookie", "token"])
async def test_who_logs_in_is_known_by_what_that_gave(by):
    settings = Config.model_validate({"endpoints": LOGIN})

    async with AsyncExitStack() as stack:
        engine = await load_alone(stack, settings)

        async def logged_in(name):
            sent = json.dumps({"user": name, "by": by}).encode()
            told = (await engine.answer(request("POST", f"{US}/login", sent))).response
            if by == "cookie":
                given = told.header("Set-Cookie") or ""
                return [("Cookie", given.partition(";")[0])]
            token = json.loads(told.body)["access_token"]
            return [("Authorization", f"Bearer {token}")]

        async def me(headers=()):
            told = await engine.answer(request(url=f"{US}/me", headers=headers))
            body = told.response.body
            return json.loads(body)["user"] if body else None

        before = await me()
        ann, bob = await logged_in("ann"), await logged_in("bob")

        assert [await me(each) for each in (ann, bob, ann)] == ["ann", "bob", "ann"]
        assert before is None
        if by == "cookie":
            # Who does not send it back is nobody, as before.
            assert await me() is None
