"""Start and stop mockforge as a user does, for the benchmarks in this folder."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def start(command, ready, watch=None, *, root=ROOT, every=0.02):
    """Start mockforge and wait for its ready file.

    Args:
        command: Words after `mockforge`.
        ready: Where the ready file is to appear; standard error goes beside it.
        watch: Where strace is to write the calls of `connect`; None to run plainly.
        root: The checkout to start.
        every: Seconds between looks at the ready file.

    Returns:
        The process and the ready file's content.
    """
    prefix = []
    if watch is not None:
        prefix = ["strace", "-f", "-qq", "-e", "trace=connect", "-o", str(watch)]
    argv = [sys.executable, "-m", "mockforge", *command, "--ready-file", str(ready)]
    with Path(f"{ready}.log").open("w") as log:
        process = subprocess.Popen(
            [*prefix, *argv], cwd=root, stdout=subprocess.DEVNULL, stderr=log
        )
    until = time.monotonic() + 24
    while time.monotonic() < until:
        if ready.exists():
            return process, json.loads(ready.read_text())
        if process.poll() is not None:
            break
        time.sleep(every)
    raise SystemExit(Path(f"{ready}.log").read_text())


def stop(process, ready, sent=signal.SIGTERM):
    """Send a signal to mockforge itself, not to strace; return its exit code."""
    os.kill(ready["pid"], sent)
    return process.wait(30)
