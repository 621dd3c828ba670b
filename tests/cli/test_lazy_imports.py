"""What a start may not import: each of these costs more than the whole of `--help`."""

import subprocess
import sys
from pathlib import Path

import pytest

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
