"""What a start may not import: each of these costs more than the whole of `--help`."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mockforge.recordings.formats import jsonl
from mockforge.recordings.transfer import bring_in
from tests.worlds import API, exchange

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = {
    *["mitmproxy", "sqlalchemy", "alembic", "numpy", "faiss", "httpx", "pydantic"],
    *["uvicorn", "rich", "yaml", "ruamel"],
}


def imported(*arguments):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "mockforge", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [
        line for line in done.stderr.splitlines() if line.startswith("import time:")
    ]
    return {line.rpartition("|")[2].strip().split(".")[0] for line in lines}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []], ids=" ".join)
def test_nothing_heavy_is_imported_for_help(arguments):
    assert imported(*arguments) & (LIBRARIES | {"asyncio", "json"}) == set()


@pytest.mark.parametrize(
    "command", ["proxy", "replay", "bench", "recordings", "db", "config", "demo"]
)
def test_the_help_of_a_command_imports_no_library_either(command):
    assert imported(command, "--help") & LIBRARIES == set()


def test_a_replay_of_a_file_imports_none_but_what_settings_are_made_with(tmp_path):
    """From the command to the first answer there are some hundred milliseconds."""
    jsonl.write([exchange(url=f"{API}/a")], tmp_path / "shop.jsonl")
    asyncio.run(bring_in([tmp_path / "shop.jsonl"], tmp_path / "shop.db"))
    words = ["replay", str(tmp_path / "shop.db"), "--port", "0"]
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "mockforge", *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path)},
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if line.startswith("listening on "):
                process.send_signal(signal.SIGTERM)
    found = {
        line.rpartition("|")[2].strip().split(".")[0]
        for line in said
        if line.startswith("import time:")
    }

    assert any(line.startswith("listening on ") for line in said), "".join(said)
    assert found & (LIBRARIES - {"pydantic"} | {"aiosqlite", "xml"}) == set()
    assert "sqlite3" in found
