"""`mockforge simulate` as a user runs it, against servers that are really there."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from mockforge.recordings.formats import jsonl
from tests.load.servers import answer, serving
from tests.simulation.notes import Api, wired
from tests.simulation.worlds import recorded
from tests.worlds import API, exchange

ROOT = Path(__file__).resolve().parents[2]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def notes(nowhere):
    """A recording in text form of some clients of the notes."""
    jsonl.write(recorded(8), nowhere / "notes.jsonl")
    return "notes.jsonl"


@pytest.fixture
def one(nowhere):
    """A recording of one request."""
    jsonl.write([exchange(url=f"{API}/a")], nowhere / "one.jsonl")
    return "one.jsonl"


def simulated(ran, recording, server, *words):
    url = server if isinstance(server, str) else server.url
    fast = ("--speed", "1000000", "--duration", "0")
    return ran("simulate", "--from", recording, "--url", url, *fast, *words)


def test_users_log_in_create_read_and_leaf_through_as_recorded(ran, notes):
    api = Api()
    with serving(wired(api)) as server:
        code, out, err = simulated(ran, notes, server, "--users", "5", "--json")

    told = json.loads(out)
    assert code == told["exit_code"] == 0, err
    assert told["other_status"]["share"] < 0.05
    assert told["unbound"] == []
    assert told["sessions"] == {"begun": 5, "ended": 5}
    asked = {(method, status) for _, method, _, status in api.seen}
    assert {("POST", 201), ("POST", 200), ("GET", 200)} <= asked
    assert "5 users of notes.jsonl on http://127.0.0.1:" in err
    assert "8 sessions of" in err


def test_a_replay_of_the_recording_is_a_target_too(ran, notes, nowhere):
    words = ["replay", notes, "--port", "0", "--ready-file", "ready.json", "--quiet"]
    process = subprocess.Popen(
        [sys.executable, "-m", "mockforge", *words, "--on-miss", "invent"],
        env=ENVIRON,
        stderr=subprocess.PIPE,
    )
    try:
        while not Path("ready.json").is_file():
            assert process.poll() is None, process.communicate()
        url = json.loads(Path("ready.json").read_text())["url"]
        code, out, _ = simulated(ran, notes, url, "--users", "3", "--json")
    finally:
        process.terminate()
        process.communicate()

    told = json.loads(out)
    assert code == 0
    assert told["requests"]["sent"] > 20
    assert told["other_status"]["share"] < 0.1


def test_the_summary_is_for_people(ran, one):
    with serving(lambda _: answer()) as server:
        code, out, err = simulated(ran, one, server)

    assert code == 0
    assert "every one as recorded at its step" in out
    assert out.splitlines()[-1].startswith("GET /a    1         200: 1")
    assert "sessions go as recorded" in err


def test_the_same_seed_asks_the_same(ran, notes):
    def asked(seed):
        api = Api()
        with serving(wired(api)) as server:
            simulated(ran, notes, server, "--seed", seed)
        return [each[1:] for each in api.seen], api.keys.keys()

    assert asked("1") == asked("1")
    assert asked("1")[1] != asked("2")[1]


@pytest.mark.parametrize(
    ("respond", "words", "expected"),
    [
        (lambda _: answer(status=500), (), 1),
        (lambda _: None, (), 1),
        (lambda _: answer(), ("--users", "0"), 2),
        (lambda _: answer(), ("--speed", "0"), 2),
        (lambda _: answer(), ("--duration", "soon"), 2),
        (lambda _: answer(), ("--timeout", "0"), 2),
        (lambda _: answer(), ("--header", "nonsense"), 3),
        (lambda _: answer(), ("--header", "A: ${NOT_THERE_AT_ALL}"), 3),
        (lambda _: answer(), ("--target-is-mine", "--offline"), 3),
    ],
)
def test_the_exit_code_tells_what_was_wrong(ran, one, respond, words, expected):
    with serving(respond) as server:
        assert simulated(ran, one, server, *words)[0] == expected


def test_another_machine_is_refused_and_not_looked_up(ran, one, monkeypatch):
    def look(*_, **__):
        raise AssertionError("looked up")

    monkeypatch.setattr(socket, "getaddrinfo", look)

    code, _, err = simulated(ran, one, "http://shop.example")

    assert code == 3
    assert "shop.example is not this machine" in err
    assert "--target-is-mine" in err


def test_nobody_there_and_nothing_to_send_have_codes_of_their_own(ran, one, nowhere):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
        assert simulated(ran, one, url)[0] == 5
    with serving(lambda _: answer()) as server:
        assert simulated(ran, "none.db", server)[0] == 4
        jsonl.write([], nowhere / "empty.jsonl")
        code, _, err = simulated(ran, "empty.jsonl", server)
    assert code == 7
    assert "nobody can be simulated" in err


def test_a_secret_comes_from_the_environment(ran, nowhere, monkeypatch):
    made = exchange(url=f"{API}/a", headers=[("Authorization", "Bearer x")])
    jsonl.write([made], nowhere / "one.jsonl")
    monkeypatch.setenv("TOKEN", "real")

    with serving(lambda _: answer()) as server:
        words = ("--header", "Authorization: Bearer ${TOKEN}")
        code, out, err = simulated(ran, "one.jsonl", server, *words)

    assert code == 0
    assert b"Authorization: Bearer real\r\n" in server.asked[0]
    assert "real" not in out + err


def test_a_signal_ends_it_with_the_summary(one, nowhere):
    with serving(lambda _: answer()) as server:
        words = ["simulate", "--from", one, "--url", server.url, "--speed", "1000"]
        process = subprocess.Popen(
            [sys.executable, "-m", "mockforge", *words],
            env=ENVIRON,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        while not server.asked:
            assert process.poll() is None, process.communicate()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()

    assert process.returncode == 0, err
    assert b"stopped early" in out
