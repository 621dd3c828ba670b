"""`mockforge demo` as a newcomer runs it: in a process of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]


def command(*args):
    return [sys.executable, "-m", "mockforge", "demo", *args]


def run(*args, cwd):
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(cwd)}
    return subprocess.run(
        command(*args),
        cwd=cwd,
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_session_is_recorded_replayed_and_told_on_one_screen(tmp_path):
    shown = run(cwd=tmp_path)
    lines = shown.stdout.splitlines()

    assert (shown.returncode, shown.stderr) == (0, "")
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 100
    assert "\x1b" not in shown.stdout
    assert lines[0].startswith("mockforge demo: ")
    assert "answers are the recorded ones, byte for byte; 0 misses" in shown.stdout
    assert "none is in the recording" in shown.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_same_is_told_as_json(tmp_path):
    shown = run("--json", "--seed", "5", "--keep", "here", cwd=tmp_path)
    told = json.loads(shown.stdout)

    assert (shown.returncode, told["matched"], told["seed"]) == (0, True, 5)
    assert told["replayed"]["equal"] == told["replayed"]["asked"]
    assert told["replayed"]["asked"] == told["seen"]["exchanges"] > 40
    assert told["seen"]["websockets"] == 1
    assert (told["leaked"], told["secrets"] > 5) == (0, True)
    assert (tmp_path / told["recording"]).is_file()


def test_a_kept_recording_is_never_written_over(tmp_path):
    first = run("-q", "--keep", "here", cwd=tmp_path)
    second = run("-q", "--keep", "here", cwd=tmp_path)

    assert (first.returncode, second.returncode) == (0, 0)
    assert (first.stdout, second.stdout) == ("", "")
    names = {path.name for path in (tmp_path / "here").iterdir()}
    assert names == {"shop.db", "shop-2.db"}


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["--port", "70000"], 2, "70000"),
        (["--seed", "x"], 2, "'x'"),
        (["--calm"], 2, "--calm only goes with --serve"),
        (["--serve", "--json"], 2, "--json cannot go with --serve"),
        (["--keep", "a-file"], 1, "'a-file' is no directory"),
    ],
)
def test_what_cannot_be_done_is_told(tmp_path, args, code, message):
    (tmp_path / "a-file").touch()

    refused = run(*args, cwd=tmp_path)

    assert refused.returncode == code
    assert message in refused.stderr
    assert "next: " in refused.stderr


def test_a_taken_port_ends_with_6(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refused = run("--port", port, cwd=tmp_path)
        serving = run("--serve", "--port", port, cwd=tmp_path)

    assert (refused.returncode, serving.returncode) == (6, 6)
    assert port in refused.stderr


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_the_shop_alone_serves_until_it_is_told_to_stop(tmp_path, sign):
    ready = tmp_path / "ready.json"
    args = command("--serve", "--calm", "--seed", "1", "--ready-file", str(ready))
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(args, env=environ, stderr=subprocess.PIPE, text=True) as shop:
        assert shop.stderr is not None
        said = shop.stderr.readline()
        url = json.loads(ready.read_text())["url"]
        listed = httpx.get(f"{url}/api/products", trust_env=False).json()
        shop.send_signal(sign)
        rest = shop.stderr.read()

    assert url in said
    assert listed["total"] == 12
    assert (shop.returncode, "Traceback" in rest) == (0, False)
