"""What a recorded exchange costs, beside `mitmdump -w` on the same work.

    python tests/bench/recording.py [--seconds 5] [--connections 1 16] [--rounds 2]

An upstream answers JSON of about 4 KB; a client asks it over kept-alive connections
through each proxy in turn, each in front of the same upstream in reverse mode with its
default settings. Proxies are pinned to the first core, upstream and client to the
last. Printed is the CPU time of the proxy's process for a request, which is steady
where rates are not.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from running import ROOT, start, stop

ITEMS = [
    {
        "id": number,
        "name": f"item {number}",
        "price": number + 0.5,
        "tags": ["red", "round"],
    }
    for number in range(60)
]


class Upstream(asyncio.Protocol):
    """Answers every request head with the same JSON."""

    body = json.dumps({"items": ITEMS, "total": len(ITEMS)}).encode()
    answer = (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nServer: bench\r\n"
        b"Date: Sat, 21 Nov 2026 00:00:00 GMT\r\nX-Request-Id: 7f3a\r\n"
        b"Content-Length: %d\r\n\r\n" % len(body)
    ) + body

    def connection_made(self, transport):
        self.transport, self.left = transport, b""

    def data_received(self, data):
        *heads, self.left = (self.left + data).split(b"\r\n\r\n")
        self.transport.write(self.answer * len(heads))


class Client(asyncio.Protocol):
    """Asks, and asks again when the answer is there."""

    def __init__(self, first, done):
        self.number, self.done = first, done
        self.count, self.left, self.head = 0, 0, b""

    def connection_made(self, transport):
        self.transport = transport
        self.ask()

    def ask(self):
        self.number += 1
        self.transport.write(
            b"GET /items?page=%d HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n"
            b"User-Agent: bench\r\nAuthorization: Bearer tok-0123456789abcdef\r\n\r\n"
            % self.number
        )

    def data_received(self, data):
        if not self.left:
            self.head += data
            head, found, rest = self.head.partition(b"\r\n\r\n")
            if not found:
                return
            self.head = b""
            if b" 200 " not in head[:16]:
                raise SystemExit(head.decode())
            lower = head.lower()
            self.left = int(lower.split(b"content-length: ")[1].split(b"\r\n")[0])
            data = rest
        self.left -= len(data)
        if not self.left:
            self.count += 1
            self.ask()

    def connection_lost(self, error):
        self.done.set()


def pin(core):
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[core]})


def serve(pipe, upstream=Upstream):
    async def run():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(upstream, "127.0.0.1", 0)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    pin(-1)
    asyncio.run(run())


def load(port, connections, seconds, pipe):
    async def run():
        loop = asyncio.get_running_loop()
        done = asyncio.Event()
        clients = [
            (
                await loop.create_connection(
                    lambda n=n: Client(n * 10_000_000, done), "127.0.0.1", port
                )
            )[1]
            for n in range(connections)
        ]
        await asyncio.wait({loop.create_task(done.wait())}, timeout=seconds)
        pipe.send(sum(client.count for client in clients))

    pin(-1)
    asyncio.run(run())


def cpu(pid):
    """Return the CPU seconds a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(pid, port, connections, seconds):
    """Return CPU microseconds a request and requests a second, once warm."""
    for length in (min(2, seconds), seconds):
        ours, theirs = multiprocessing.Pipe()
        client = multiprocessing.Process(
            target=load, args=(port, connections, length, theirs)
        )
        before, began = cpu(pid), time.perf_counter()
        client.start()
        count = ours.recv()
        used, took = cpu(pid) - before, time.perf_counter() - began
        client.join()
    return used / count * 1e6, count / took


def mitmdump(upstream, folder):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).with_name("mitmdump")
    command = [program, "-q", "-w", str(folder / "flows"), "--mode"]
    command += [f"reverse:{upstream}@127.0.0.1:{port}"]
    command += ["--set", f"confdir={folder / 'conf'}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process, process.pid, port
        time.sleep(0.05)
    raise SystemExit("mitmdump does not listen")


def mockforge(upstream, folder, lane="mitmproxy"):
    ready = folder / "ready.json"
    command = ["proxy", "--upstream", upstream, "--port", "0", "--lane", lane]
    command += ["--db", str(folder / "a.db"), "--confdir", str(folder / "ca")]
    process, told = start(command, ready)
    return process, told["pid"], int(told["url"].rpartition(":")[2].strip("/"))


def own(upstream, folder):
    return mockforge(upstream, folder, "own")


BEGINNINGS = {"mitmdump": mitmdump, "mockforge": mockforge, "own": own}


def one(begin, upstream, asked):
    """Start a proxy, measure it with each number of connections, stop it."""
    with tempfile.TemporaryDirectory() as folder:
        process, pid, port = begin(upstream, Path(folder))
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(pid, {sorted(os.sched_getaffinity(0))[0]})
        found = [measured(pid, port, n, asked.seconds) for n in asked.connections]
        if begin is not mitmdump:
            stop(process, {"pid": pid})
        else:
            process.terminate()
            process.wait()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 16])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", nargs="+", choices=BEGINNINGS)
    asked = parser.parse_args()
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    upstream = f"http://127.0.0.1:{ours.recv()}"
    least = {}
    for _ in range(asked.rounds):
        for name, begin in BEGINNINGS.items():
            if asked.only is None or name in asked.only:
                found = one(begin, upstream, asked)
                for n, (used, rate) in zip(asked.connections, found, strict=True):
                    print(f"{name} -c {n}: {used:.0f} us, {rate:.0f}/s", flush=True)
                    least[name, n] = min(used, least.get((name, n), used))
    for name, n in least:
        first = next(other for other, m in least if m == n)
        if name != first:
            ratio = least[name, n] / least[first, n]
            print(f"{name} -c {n}: {ratio:.2f} of the CPU of {first}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
