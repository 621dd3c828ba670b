"""`mockforge replay --max-memory`: the memory that the process may take."""

import asyncio
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from random import Random

import pytest

from mockforge import config
from mockforge.app import open_replay
from mockforge.cli import run
from mockforge.recordings.formats import jsonl
from mockforge.recordings.transfer import bring_in
from tests.worlds import API, exchange

ROOT = Path(__file__).resolve().parents[2]
BODIES = [Random(number).randbytes(200_000) for number in range(300)]
BOUND = 90 << 20


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """60 MB of bodies in a database."""
    folder = tmp_path_factory.mktemp("memory")
    made = [
        exchange(url=f"{API}/{number}", answer=body)
        for number, body in enumerate(BODIES)
    ]
    jsonl.write(made, folder / "shop.jsonl")
    asyncio.run(bring_in([folder / "shop.jsonl"], folder / "shop.db"))
    return folder / "shop.db"


def taken(pid):
    """Return the most memory that a process had, in bytes; what it has on a Mac."""
    if sys.platform == "linux":
        status = Path(f"/proc/{pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) << 10
    words = ["ps", "-o", "rss=", "-p", str(pid)]
    return int(subprocess.run(words, capture_output=True, check=True).stdout) << 10


def test_a_process_stays_within_its_bound_and_answers_all_the_same(shop, tmp_path):
    words = ["replay", str(shop), "--port", "0", "--max-memory", str(BOUND)]
    process = subprocess.Popen(
        [sys.executable, "-m", "mockforge", *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path)},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    with process.stderr as said:
        url = next(line for line in said if line.startswith("listening")).split()[-1]
        for _ in range(2):
            for number, body in enumerate(BODIES):
                with urllib.request.urlopen(f"{url}/{number}", timeout=10) as answer:
                    assert answer.read() == body
        peak = taken(process.pid)
        process.send_signal(signal.SIGTERM)
        said.read()
        code = process.wait(20)

    assert code == 0
    assert peak < BOUND


def test_a_bound_that_leaves_nothing_is_refused(shop, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    code = run(["replay", str(shop), "--port", "0", "--max-memory", "1MB"])

    assert code == 3
    assert "1048576 bytes are too few" in capsys.readouterr().err


async def test_the_file_of_settings_can_bound_it_too(shop, tmp_path):
    (tmp_path / "mockforge.yaml").write_text("replay: {max_memory: 64GB}\n")
    settings = config.load(here=tmp_path, environ={})
    async with open_replay(settings, [shop]) as engine:
        assert engine.recorded is not None
        assert engine.recorded.max_memory == 64 << 30
        assert engine.recorded.body_bytes == sum(map(len, BODIES))
