"""Engines with everything they need, on real databases."""

import pytest

from mockforge.app import open_proxy, open_replay
from mockforge.clock import VirtualClock
from mockforge.config import Config, ReplayOptions
from mockforge.engine import OnMiss
from mockforge.errors import RecordingError
from mockforge.http import Origin
from mockforge.learning.options import LearningOptions
from mockforge.recordings.formats import jsonl
from mockforge.recordings.matchers import KEY_VERSION, MatchOptions
from mockforge.recordings.redact import NoRedaction
from mockforge.stages.sessions import SessionOptions
from mockforge.store.database import connect
from mockforge.store.exchanges import every
from tests.worlds import API, exchange, request

US = "http://127.0.0.1:8080"


async def record(place, *exchanges, **settings):
    async with open_proxy(Config(**settings), place) as engine:
        for each in exchanges:
            await engine.observe(each)
    return engine


async def test_what_a_proxy_observes_a_replay_answers(tmp_path):
    place = tmp_path / "a.db"
    await record(place, exchange(url=f"{API}/x", answer=b"1"))

    async with open_replay(Config(), [place]) as engine:
        answer = await engine.answer(request(url=f"{US}/x"))

    assert answer.response.body == b"1"
    assert answer.provenance.recording == "a"


async def test_what_is_recorded_anew_beside_its_text_has_the_same_stand_ins(tmp_path):
    place, text = tmp_path / "a.db", tmp_path / "a.jsonl"
    login = exchange("POST", f"{API}/login", b'{"password": "hunter2-correct"}')
    bodies = []
    for _ in range(2):
        await record(place, login)
        async with await connect(place) as store:
            text.write_bytes(jsonl.head(await store.meta("redact_key")))
            bodies += [kept.request.body async for kept in every(store)]
        place.unlink()

    assert bodies[0] == bodies[1] != login.request.body


async def test_another_file_of_that_name_gives_no_key(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"level": "info", "message": "started"}\n')

    await record(tmp_path / "a.db", exchange(url=f"{API}/x"))

    async with await connect(tmp_path / "a.db") as store:
        assert await store.meta("redact_key")


@pytest.mark.parametrize("ack", ["commit", "queue"])
async def test_closing_writes_what_is_queued(tmp_path, ack):
    place = tmp_path / "a.db"
    made = [exchange(url=f"{API}/{number}") for number in range(50)]
    await record(place, *made, recordings={"ack": ack})

    async with open_replay(Config(), [place]) as engine:
        assert engine.recorded is not None
        assert engine.recorded.loaded == 50


async def test_a_secret_is_found_again_though_it_was_not_kept(tmp_path):
    place = tmp_path / "a.db"
    body = b'{"user": "me", "password": "hunter2-correct-horse"}'
    await record(place, exchange("POST", f"{API}/login", body, answer=b"in"))

    assert b"hunter2" not in place.read_bytes()
    async with open_replay(Config(), [place]) as engine:
        right = await engine.answer(request("POST", f"{US}/login", body))
        wrong = await engine.answer(
            request("POST", f"{US}/login", body.replace(b"hunter2", b"hunter3"))
        )
    assert right.response.body == b"in"
    assert wrong.response.status == 404


async def test_redaction_can_be_switched_off(tmp_path):
    place = tmp_path / "a.db"
    engine = await record(place, redact={"enabled": False})

    assert isinstance(engine.records.redactor, NoRedaction)


async def test_a_setting_of_matching_is_heeded(tmp_path):
    place = tmp_path / "a.db"
    await record(place, exchange(url=f"{API}/x?t=1"))
    config = Config(matching=MatchOptions(ignore=["query:t"]))

    async with open_replay(config, [place]) as engine:
        answer = await engine.answer(request(url=f"{US}/x?t=2"))

    assert answer.response.status == 200


async def test_a_folder_stands_for_the_recordings_in_it(tmp_path):
    await record(tmp_path / "a.db", exchange(url=f"{API}/a"))
    await record(tmp_path / "b.db", exchange(url=f"{API}/b"))

    async with open_replay(Config(), [tmp_path]) as engine:
        answers = [await engine.answer(request(url=f"{US}/{name}")) for name in "ab"]

    assert [each.provenance.recording for each in answers] == ["a", "b"]


async def test_a_large_body_comes_back_from_the_disk(tmp_path):
    place, body = tmp_path / "a.db", bytes(range(256)) * 8192
    await record(place, exchange(answer=body))

    async with open_replay(Config(), [place]) as engine:
        answer = await engine.answer(request(url=f"{US}/"))

    assert answer.response.body == body


async def test_what_a_replay_is_to_do_comes_from_the_settings(tmp_path):
    place = tmp_path / "a.db"
    await record(place, exchange())
    config = Config(replay=ReplayOptions(on_miss=OnMiss.UPSTREAM), seed=7)

    origin = Origin.parse("https://other.example")
    async with open_replay(config, [place], upstream=origin) as engine:
        assert (engine.on_miss, engine.upstream) == (OnMiss.UPSTREAM, origin)
        assert engine.seed == 7


async def test_keys_are_of_this_version(tmp_path):
    place = tmp_path / "a.db"
    await record(place)

    async with await connect(place) as database:
        assert await database.meta("key_version") == str(KEY_VERSION)


async def test_a_recording_that_is_missing_is_an_error(tmp_path):
    with pytest.raises(RecordingError) as caught:
        async with open_replay(Config(), [tmp_path / "none.db"]):
            pass

    assert caught.value.exit_code == 4


async def test_a_session_ends_after_its_timeout(tmp_path):
    place, clock = tmp_path / "a.db", VirtualClock()
    made = [exchange(url=f"{API}/x", answer=body) for body in (b"1", b"2")]
    await record(place, *made)
    config = Config(sessions=SessionOptions(timeout=90.0))

    async with open_replay(config, [place], clock=clock) as engine:
        got = []
        for wait in (0, 89, 91):
            clock.advance(wait)
            answer = await engine.answer(request(url=f"{US}/x"))
            got.append(answer.response.body)

    assert got == [b"1", b"2", b"1"]


@pytest.mark.parametrize("named", [False, True], ids=["beside", "in the settings"])
@pytest.mark.parametrize(
    ("line", "status"), [("ignore GET /x query.build", 200), ("# nothing", 404)]
)
async def test_a_pinned_field_is_left_out_of_matching(tmp_path, named, line, status):
    place = tmp_path / "a.jsonl"
    jsonl.write([exchange(url=f"{API}/x?lang=en&build=77f0c1", answer=b"1")], place)
    pins = tmp_path / ("mine.txt" if named else "a.pins")
    pins.write_text(f"{line}\n")
    config = Config(learning=LearningOptions(pins=str(pins) if named else None))

    async with open_replay(config, [place]) as engine:
        answer = await engine.answer(request(url=f"{US}/x?lang=en&build=88aa12"))

    assert answer.response.status == status
