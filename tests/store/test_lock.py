import os
import subprocess
import sys
from pathlib import Path

import pytest

from mockforge.store.lock import Held, LockFile


def test_one_at_a_time_has_it_and_is_named(tmp_path):
    first, second = LockFile(tmp_path / "x.lock"), LockFile(tmp_path / "x.lock")
    first.acquire()
    with pytest.raises(Held) as refused:
        second.acquire()
    assert refused.value.owner == str(os.getpid())

    first.release()
    second.acquire()
    second.release()


def test_nothing_is_left_behind(tmp_path):
    with LockFile(tmp_path / "x.lock"):
        assert (tmp_path / "x.lock").exists()

    assert list(tmp_path.iterdir()) == []


def test_releasing_what_is_not_held_changes_nothing(tmp_path):
    first, second = LockFile(tmp_path / "x.lock"), LockFile(tmp_path / "x.lock")
    first.acquire()
    second.release()

    assert (tmp_path / "x.lock").exists()
    first.release()


HOLD = """
import sys, pathlib
from mockforge.store.lock import LockFile
lock = LockFile(pathlib.Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_killed_process_holds_nothing(tmp_path):
    path = tmp_path / "x.lock"
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(Held):
            LockFile(path).acquire()
        process.kill()
        process.wait()

    with LockFile(path):
        pass
