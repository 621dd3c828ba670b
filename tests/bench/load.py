"""A server that is measured, and clients that cost the machine little.

CPU is what the kernel counted for the server's processes, user and system; it is
steady where rates are not. Linux only.
"""

import gc
import json
import os
import select
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from running import ROOT, start, stop

TICKS = os.sysconf("SC_CLK_TCK")
SEPARATE = 100e-6
"""Seconds a server has to read the first of two packets, for each connection."""


class Cores:
    """The server on the first core we may use, the clients on the last."""

    allowed: tuple[int, ...] = ()

    @classmethod
    def pin(cls, side):
        """Move this process, and what it starts, to the core of *side* ("any": all)."""
        if not hasattr(os, "sched_setaffinity"):
            return
        cls.allowed = cls.allowed or tuple(sorted(os.sched_getaffinity(0)))
        ends = {"server": cls.allowed[:1], "client": cls.allowed[-1:]}
        os.sched_setaffinity(0, ends.get(side, cls.allowed))


class Server:
    """A process that listens."""

    def __init__(self, process, told):
        self._process, self.pid = process, told["pid"]
        self.port = int(told["url"].rpartition(":")[2].strip("/"))

    def cpu(self):
        """Return the seconds of CPU used so far, by all of its processes."""
        return sum(map(cpu, tree(self.pid)))

    def memory(self):
        """Return the resident bytes."""
        return sum(map(resident, tree(self.pid)))

    def settle(self, seconds=0.0):
        """Wait until it does nothing, for half a minute at most."""
        for _ in range(150):
            before = self.cpu()
            time.sleep(seconds + 0.2)
            if self.cpu() - before < 0.002:
                return

    def missed(self):
        """Return how many requests were missed."""
        with socket.create_connection(("127.0.0.1", self.port)) as one:
            ask = b"GET /__mockforge/report HTTP/1.1\r\nHost: a\r\nConnection: close"
            one.sendall(ask + b"\r\n\r\n")
            with one.makefile("rb") as file:
                body = file.read().partition(b"\r\n\r\n")[2]
        return json.loads(body)["missed"]["total"]

    def stop(self):
        """End it."""
        stop(self._process, {"pid": self.pid})

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self.stop()


class Served(Server):
    """A `mockforge replay`, started as a user does."""

    def __init__(self, recording, *words, root=ROOT, pinned=True):
        ready = Path(recording).parent / f"ready-{time.monotonic_ns()}.json"
        command = ["replay", str(recording), "--port", "0", "-q", *words]
        Cores.pin("server" if pinned else "any")
        self.began = time.perf_counter()
        super().__init__(*start(command, ready, root=root, every=0.002))
        Cores.pin("client" if pinned else "any")


class Bare(Server):
    """The limit: answers from a dict."""

    def __init__(self, folder, exchanges, *words):
        ready = Path(folder) / f"ready-{time.monotonic_ns()}.json"
        script = Path(__file__).with_name("bare.py")
        command = [sys.executable, script, str(exchanges), ready, *words]
        Cores.pin("server")
        process = subprocess.Popen(command)
        while not ready.exists() and process.poll() is None:
            time.sleep(0.02)
        super().__init__(process, json.loads(ready.read_text()))
        Cores.pin("client")


def tree(pid):
    """Return the process *pid* and all that it started."""
    children: dict[int, list[int]] = {}
    for each in filter(str.isdigit, os.listdir("/proc")):  # noqa: PTH208
        try:
            text = Path(f"/proc/{each}/stat").read_text()
        except OSError:
            continue
        children.setdefault(int(text.rpartition(")")[2].split()[1]), []).append(
            int(each)
        )
    found = [pid]
    for each in found:
        found += children.get(each, [])
    return found


def cpu(pid):
    """Return the seconds of CPU that *pid* has used."""
    try:
        # In nanoseconds, where the kernel keeps them; of the threads that live.
        threads = Path(f"/proc/{pid}/task").iterdir()
        spent = [int((each / "schedstat").read_text().split()[0]) for each in threads]
        return sum(spent) / 1e9
    except OSError:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS


def resident(pid):
    """Return the resident bytes of *pid*."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024


def round_and_round(work: list) -> Iterator:
    """Yield *work* for ever."""
    while True:
        yield from work


def drive(port, work, connections, *, seconds=None, expected=None):
    """Send *work* over *connections* at once, each asking when it was answered.

    Args:
        port: Of the server.
        work: Yields (request, bytes of the answer, number of requests in it); a
            request in two packets is a tuple. When it ends, so does this.
        connections: How many.
        seconds: To end before *work* does.
        expected: Yields the answers' bytes in the order of *work*, to be compared.

    Returns:
        How many requests were answered, and the seconds it took.
    """
    fleet = Fleet(port, connections, iter(work), expected)
    gc.disable()
    try:
        return fleet.run(seconds)
    finally:
        gc.enable()
        fleet.close()


class One:
    """A connection, and what it waits for."""

    __slots__ = ("expected", "got", "left", "recv", "request", "send", "weight")

    def __init__(self, opened):
        self.recv, self.send = opened.recv, opened.sendall


class Fleet:
    """Connections that ask and count."""

    def __init__(self, port, connections, work, expected=None):
        self._work, self._expected = work, expected
        self._poll = select.epoll()
        self._sockets = [open_socket(port) for _ in range(connections)]
        self._ones = {each.fileno(): One(each) for each in self._sockets}
        self._bodies: list = []
        self._busy = 0

    def run(self, seconds):
        """Ask until the work or the time is over."""
        for number, one in self._ones.items():
            self._poll.register(number, select.EPOLLIN)
            self._ask(one)
        done, began = 0, time.perf_counter()
        end = began + (seconds or 1e9)
        while self._busy:
            if self._bodies:
                self._follow()
            for number, _ in self._poll.poll():
                one = self._ones[number]
                if not self._heard(one):
                    continue
                done += one.weight
                self._busy -= 1
                if time.perf_counter() < end:
                    self._ask(one)
        return done, time.perf_counter() - began

    def _heard(self, one):
        """Read; return whether the answer is whole."""
        data = one.recv(262_144)
        one.left -= len(data)
        if self._expected is not None:
            one.got += data
        if one.left > 0 and data:
            return False
        if one.left or not data:
            raise SystemExit(f"not the answer to {one.request!r}: {data[:300]!r}")
        if self._expected is not None and one.got != one.expected:
            raise SystemExit(differing(bytes(one.got), one.expected))
        return True

    def close(self):
        """Close all connections."""
        for each in self._sockets:
            each.close()
        self._poll.close()

    def _ask(self, one):
        item = next(self._work, None)
        if item is None:
            return
        one.request, one.left, one.weight = item
        request = one.request
        if self._expected is not None:
            one.got, one.expected = bytearray(), next(self._expected)
        if type(request) is tuple:
            request, body = request
            self._bodies.append((one, body))
        one.send(request)
        self._busy += 1

    def _follow(self):
        """Send the second packets once the first must have been read."""
        until = time.perf_counter() + SEPARATE * len(self._bodies)
        while time.perf_counter() < until:
            pass
        for one, body in self._bodies:
            one.send(body)
        self._bodies.clear()


def open_socket(port):
    """Return a connection to the server."""
    found = socket.create_connection(("127.0.0.1", port), timeout=30)
    found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return found


def differing(got, expected):
    """Say where an answer differs."""
    pairs = enumerate(zip(got, expected, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(got), len(expected)))
    part = slice(max(0, at - 60), at + 40)
    return f"at byte {at}: {got[part]!r}, not {expected[part]!r}"


def measured(server, work, connections, *, seconds=None, expected=None):
    """Drive *server*; return CPU microseconds a request, rate, and how busy we were."""
    ours, before = time.process_time(), server.cpu()
    count, took = drive(
        server.port, work, connections, seconds=seconds, expected=expected
    )
    used, ours = server.cpu() - before, time.process_time() - ours
    return {
        "cpu_us": used / max(count, 1) * 1e6,
        "rate": count / took,
        "requests": count,
        "client": ours / took,
    }


def program(name):
    """Return where the program *name* is, beside this Python or in the path."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def spied(pid, seconds, into):
    """Have py-spy watch *pid* for *seconds*; return the process that does."""
    words = [program("py-spy"), "record", "-p", str(pid), "-d", str(seconds)]
    words += ["-r", "500", "-f", "raw", "-o", str(into)]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
