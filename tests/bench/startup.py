"""Print how long a start takes: `--help`, and the commands up to their first word.

python tests/bench/startup.py [--runs N]
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The limit is what a person does not notice; the others are shown to be seen.
LIMITS = {"--help": 0.3}
COMMANDS = [
    ["--help"],
    ["--version"],
    ["version"],
    ["proxy", "--help"],
    ["replay", "--help"],
    ["recordings", "--help"],
    ["config", "get", "server.port"],
    ["config", "validate"],
    ["config", "schema"],
    ["db", "--help"],
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs

    slow = []
    print(f"{'command':<32} {'median':>8} {'best':>8}   ({runs} runs, seconds)")
    with tempfile.TemporaryDirectory() as here:
        for command in COMMANDS:
            times = [timed(command, here) for _ in range(runs)]
            name, median = " ".join(command), statistics.median(times)
            print(f"mockforge {name:<22} {median:8.3f} {min(times):8.3f}")
            if median > LIMITS.get(name, 60):
                slow.append(name)
    if slow:
        sys.exit(f"slower than allowed: {', '.join(slow)}")


def timed(command, here):
    """Return the seconds one start of *command* takes."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mockforge", *command],
        cwd=here,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": here},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
