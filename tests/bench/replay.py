"""Replay of small and large recordings: time to the first answer, CPU an answer.

python tests/bench/replay.py [--rows 100 100000] [--requests 20000] [--proxy]

A database of each size is made from what tests/bench/writer.py makes, with keys as
they are recorded. `mockforge replay` is started on it as a user does; the clock runs
from the command to the first answer. Then one connection, and 16 at once, ask for
random exchanges. CPU is the server's, user and system, and steady where rates are not.
With --proxy the same is asked through the proxy's way of answering.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mockforge.chance import rng
from mockforge.recordings.matchers import KEY_VERSION, Matcher, MatchOptions
from mockforge.store.database import connect
from mockforge.store.writer import Writer
from tests.bench.writer import sample

ROOT = Path(__file__).resolve().parents[2]
CONNECTIONS = (1, 16)
TICKS = os.sysconf("SC_CLK_TCK")


async def make(path: Path, rows: int) -> list[str]:
    """Write a recording of *rows* exchanges; return their targets."""
    matcher = Matcher(MatchOptions())
    made = [replace(row, key=matcher.key(row.exchange.request)) for row in sample(rows)]
    async with await connect(path, create=True) as database:
        await database.set_meta("key_version", str(KEY_VERSION))
        writer = Writer(database)
        await writer.start()
        for start in range(0, rows, 1000):
            for row in made[start : start + 1000]:
                writer.put(row)
            await writer.flush()
        await writer.close()
    return [row.exchange.request.target for row in made]


class Asking:
    """A client on one kept connection, which costs the machine little."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, target: str) -> int:
        """Return the status of the answer to GET *target*."""
        request = f"GET {target} HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n"
        self._socket.sendall(request.encode())
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._received()
        head, _, body = data.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].split()[0])
        while len(body) < length:
            body += self._received()
        return int(head[9:12])

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()

    def _received(self) -> bytes:
        data = self._socket.recv(65536)
        if not data:
            raise SystemExit("the replay closed the connection")
        return data


def cpu(pid: int) -> float:
    """Return the seconds of CPU that process *pid* has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid: int) -> float:
    """Return the resident megabytes of process *pid*."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def start(path: Path, more: list[str]) -> tuple[subprocess.Popen[bytes], dict]:
    """Start a replay of *path*; return it and its ready file's content."""
    ready = path.with_suffix(".json")
    ready.unlink(missing_ok=True)
    words = ["replay", str(path), "--port", "0", "--ready-file", str(ready), "-q"]
    process = subprocess.Popen(
        [sys.executable, "-m", "mockforge", *words, *more], cwd=ROOT
    )
    while not ready.exists():
        if process.poll() is not None:
            raise SystemExit("the replay did not start")
        time.sleep(0.005)
    return process, json.loads(ready.read_text())


def ask_all(port: int, targets: list[str], connections: int, requests: int) -> float:
    """Ask *requests* times over *connections* at once; return the seconds it took."""
    draw = rng(1, "bench", "replay", connections)
    each = requests // connections
    lists = [draw.choices(targets, k=each) for _ in range(connections)]

    def run(mine: list[str]) -> None:
        client = Asking(port)
        for target in mine:
            if client.ask(target) != 200:
                raise SystemExit(f"{target} was not answered with 200")
        client.close()

    threads = [threading.Thread(target=run, args=(mine,)) for mine in lists]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began


def measure(path: Path, targets: list[str], requests: int, more: list[str]) -> None:
    """Print a line of figures."""
    began = time.perf_counter()
    process, ready = start(path, more)
    port = int(ready["url"].rpartition(":")[2])
    client = Asking(port)
    client.ask(targets[0])
    first = time.perf_counter() - began
    client.close()
    cells = [f"{len(targets):>9}", f"{first:>7.2f} s", f"{cpu(ready['pid']):>6.2f} s"]
    for connections in CONNECTIONS:
        ask_all(port, targets, connections, requests // 10)
        before = cpu(ready["pid"])
        took = ask_all(port, targets, connections, requests)
        used = cpu(ready["pid"]) - before
        cells.append(f"{used / requests * 1e6:>5.0f} us {requests / took:>6.0f}/s")
    cells.append(f"{memory(ready['pid']):>6.0f} MB")
    process.send_signal(signal.SIGTERM)
    code = process.wait(10)
    print(" | ".join(cells), "" if code == 0 else f"(exit code {code})")


def main() -> None:
    """Measure each size."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--rows", type=int, nargs="*", default=[100, 100_000])
    words.add_argument("--requests", type=int, default=20_000)
    words.add_argument("--proxy", action="store_true")
    words.add_argument("--lane", nargs="+", default=["mitmproxy"])
    asked = words.parse_args()
    ways: list[list[str]] = [[]]
    if asked.proxy:
        mode = ["--mode", "reverse:https://api.example.com", "--lane"]
        ways = [[*mode, lane] for lane in asked.lane]
    print(
        "exchanges | first     | CPU then | 1 connection      | 16 connections    | RSS"
    )
    with tempfile.TemporaryDirectory() as folder:
        for rows in asked.rows:
            path = Path(folder) / f"{rows}.db"
            targets = asyncio.run(make(path, rows))
            for more in ways:
                measure(path, targets, asked.requests, more)


if __name__ == "__main__":
    main()
