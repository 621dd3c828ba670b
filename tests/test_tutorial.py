"""The tutorial is gone through as it is written: page by page, block by block."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs" / "tutorial").glob("[0-9]-*.md"))
BLOCK = re.compile(r"^```(bash|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"# (\w+\.py)\n")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """An empty directory, with the commands of the tutorial on the path."""
    place = tmp_path_factory.mktemp("tutorial")
    commands = tmp_path_factory.mktemp("bin")
    for name, words in {"python": "", "mockforge": "-m mockforge"}.items():
        script = commands / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        script.chmod(0o755)
    environ = {
        **os.environ,
        "PATH": f"{commands}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(commands),
    }
    return place, environ


@pytest.fixture(scope="module")
def ports():
    """Free ports for those that the pages name, which may be taken here."""
    free = {}
    for written in ("8080", "9000"):
        with socket.create_server(("127.0.0.1", 0)) as listening:
            free[written] = str(listening.getsockname()[1])
    return free


def script(page, place, ports):
    """Save the named Python blocks of *page*; return its others as one script."""
    # A page that fails half-way must leave nothing running.
    parts = ["trap 'kill $(jobs -p) 2>/dev/null || true' EXIT"]
    for language, block in BLOCK.findall(page.read_text()):
        if language == "bash":
            parts.append(re.sub("|".join(ports), lambda m: ports[m[0]], block))
            continue
        named = NAMED.match(block)
        assert named, f"{page.name}: begin a Python block with its file's name"
        (place / named[1]).write_text(block)
    return "\n".join(parts)


def test_the_pages_can_be_followed_in_order(place, ports):
    for page in PAGES:
        follow(page, place, ports)


def follow(page, place, ports):
    directory, environ = place
    with subprocess.Popen(
        ["bash", "-euo", "pipefail", "-c", script(page, directory, ports)],
        cwd=directory,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as shell:
        try:
            said, _ = shell.communicate(timeout=90)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(shell.pid, signal.SIGKILL)

    assert shell.returncode == 0, f"{page.name}: {said}"


def test_there_are_three_pages_and_each_leads_to_the_next():
    assert len(PAGES) == 3
    for page, following in pairwise(PAGES):
        assert f"]({following.name})" in page.read_text()
