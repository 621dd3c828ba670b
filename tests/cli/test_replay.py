"""`mockforge replay` as a user runs it: a process, a port, a signal, an exit code."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from mockforge.cli import run
from mockforge.recordings.formats import jsonl
from tests.worlds import API, exchange

ROOT = Path(__file__).resolve().parents[2]
# Without it the checkout is not importable from another directory.
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def shop(tmp_path):
    """A recording in text form of /a and /b."""
    file = tmp_path / "shop.jsonl"
    made = [exchange(url=f"{API}/a", answer=b"[1]"), exchange(url=f"{API}/b")]
    jsonl.write(made, file)
    return file


@contextmanager
def replaying(*words, cwd, sent=signal.SIGTERM):
    """Run a replay; yield (address, outcome), the outcome filled in at the end."""
    mine = [sys.executable, "-m", "mockforge", "replay", "--port", "0"]
    process = subprocess.Popen(
        [*mine, *map(str, words)],
        cwd=cwd,
        env=ENVIRON,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    outcome: dict[str, object] = {}
    try:
        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if line.startswith("listening on "):
                break
        assert said, "the replay ended"
        assert "listening on" in said[-1], "".join(said)
        yield said[-1].split()[-1], outcome
        process.send_signal(sent)
        out, err = process.communicate(timeout=20)
        outcome |= {"code": process.returncode, "out": out, "err": "".join(said) + err}
    finally:
        process.kill()
        process.communicate()


def get(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_the_verdict(shop, tmp_path, sent):
    with replaying(shop, "--report", "out.json", cwd=tmp_path, sent=sent) as (
        url,
        outcome,
    ):
        assert get(f"{url}/a") == (200, b"[1]")
        told = json.loads(get(f"{url}/__mockforge/report")[1])
        assert told["served"] == {"total": 1, "exact": 1}

    assert outcome["code"] == 0
    assert "exit code 0: every request was answered" in outcome["err"]
    report = json.loads((tmp_path / "out.json").read_text())
    assert report["never_used"]["total"] == 1
    assert outcome["out"] == ""


def test_a_miss_ends_it_with_one(shop, tmp_path):
    with replaying(shop, "--json", "--report", "out.xml", cwd=tmp_path) as (
        url,
        outcome,
    ):
        status, body = get(f"{url}/none")
        assert status == 404
        assert json.loads(body)["class"] == "no path"

    assert outcome["code"] == 1
    assert json.loads(outcome["out"])["missed"]["total"] == 1
    assert "<failure" in (tmp_path / "out.xml").read_text()
    assert f"no recording answers GET {API}/none" in outcome["err"]


def test_nobody_who_came_verifies_nothing(shop, tmp_path):
    with replaying(shop, cwd=tmp_path) as (_, outcome):
        pass

    assert outcome["code"] == 7
    assert "no request came" in outcome["err"]


def failing(capsys, *words):
    code = run(["replay", *map(str, words)])
    return code, capsys.readouterr().err


def test_a_recording_that_is_not_there_is_told(capsys, tmp_path):
    code, said = failing(capsys, tmp_path / "none.db")

    assert code == 4
    assert "none.db" in said


def test_a_file_that_is_no_recording_is_told(capsys, tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text("hello")

    assert failing(capsys, file)[0] == 4


def test_an_empty_recording_verifies_nothing(capsys, tmp_path):
    file = tmp_path / "a.jsonl"
    jsonl.write([], file)

    code, said = failing(capsys, file)

    assert code == 7
    assert "nothing is loaded" in said


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([], 2, "RECORDING"),
        (["--on-mis", "fail"], 2, "--on-miss"),
        (["--on-miss", "guess"], 3, "--on-miss"),
        (["--after-last", "never"], 3, "--after-last"),
        (["--upstream", "http://a"], 2, "--on-miss upstream"),
        (["--on-miss", "upstream", "--offline"], 3, "nobody may be contacted"),
        (["--on-miss", "upstream", "--upstream", "a"], 3, "not an http"),
        (["--speed", "0"], 3, "--speed"),
        (["--latency", "some"], 3, "--latency"),
        (["--port", "70000"], 3, "--port"),
        (["--mode", "sideways"], 3, "not a proxy mode"),
    ],
)
def test_what_is_asked_wrongly_is_told(capsys, shop, words, code, told):
    named = [] if not words else [shop]

    got, said = failing(capsys, *named, *words)

    assert got == code
    assert told in said


def test_a_miss_goes_to_one_origin_only(capsys, tmp_path):
    file = tmp_path / "a.jsonl"
    jsonl.write([exchange(), exchange(url="http://other.example/")], file)

    code, said = failing(capsys, file, "--on-miss", "upstream")

    assert code == 3
    assert "2 origins" in said
    assert "--upstream URL" in said


def test_the_journal_has_what_was_asked_and_answered(shop):
    with replaying("--journal", "bodies", shop, cwd=shop.parent) as (url, _):
        for _ in range(3):
            urllib.request.urlopen(f"{url}/a").close()
        with urllib.request.urlopen(f"{url}/__mockforge/journal?last=2") as answer:
            journal = json.load(answer)

    assert journal["seen"] == 3
    assert [each["response"]["body"] for each in journal["requests"]] == ["[1]"] * 2
