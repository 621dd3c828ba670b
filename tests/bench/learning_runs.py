"""Run a client script against a real server or a mock, and keep all that passed."""

import asyncio
import fcntl
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NamedTuple

from running import ROOT, start, stop
from upstreams import RESILIENT, functions

sys.path.insert(0, str(ROOT))

# What is measured is looked at as it was sent; the recording that is learned from is
# made with the default settings.
PLAIN = "redact:\n  enabled: false\n"

_RAISED = re.compile(
    r"(?P<type>[A-Za-z_][\w.]*(?:Error|Exception|Timeout\w*|\w+)):? ?.*"
)


class Asked(NamedTuple):
    """A run that is wanted."""

    vary: int
    db: Path
    limit: float
    """Seconds after which the script is ended."""
    plain: bool
    """Whether secrets are recorded as they are."""


@dataclass
class Client:
    """What one run of a client script printed."""

    lines: list = field(default_factory=list)
    times: list = field(default_factory=list)
    """When each line came, as seconds since the epoch."""
    errors: str = ""
    began: float = 0.0
    seconds: float = 0.0
    is_cut: bool = False
    """Whether it was ended for taking too long."""

    def raised(self):
        """Return the types of the exceptions whose tracebacks were printed.

        Those of a WebSocket library are told apart, and so are names that are not
        bound because the step that binds them was left out.
        """
        found, inside, trace = [], False, ""
        for line in self.errors.splitlines():
            if line.startswith("Traceback (most recent call last)"):
                inside, trace = True, ""
            elif inside and line and not line.startswith((" ", "\t")):
                match = _RAISED.fullmatch(line)
                name = match["type"] if match else line
                is_socket = "/websocket" in trace or name.startswith("websocket")
                if name not in ("NameError", "UnboundLocalError") and not is_socket:
                    found.append(name)
                inside = False
            else:
                trace += line
        return found


def run_client(module, folder, name, url, vary, limit):
    """Run the script of *name* with its steps guarded; end it after *limit* seconds."""
    spec = module.spec(name)
    script = folder / name / "session.py"
    with tempfile.TemporaryDirectory(prefix="mockforge-client-") as scratch:
        guard = Path(scratch) / "guard.py"
        guard.write_text(RESILIENT.replace("GUARDED", repr(functions(script))))
        env = dict(
            spec["environ"],
            BASE_URL=url,
            WS_URL=url.replace("http", "ws", 1),
            VARY=str(vary),
            UPSTREAM_URL=f"http://127.0.0.1:{spec['port']}",
        )
        with (Path(scratch) / "errors").open("w+") as errors:
            client = Client(began=time.time())
            process = subprocess.Popen(
                [spec["client"][0], str(guard), str(script)],
                cwd=folder / name,
                env=env,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )
            watch = threading.Timer(limit, _end, [process, client])
            watch.start()
            for line in process.stdout:
                client.lines.append(line.rstrip("\n"))
                client.times.append(time.time())
            process.wait()
            watch.cancel()
            client.seconds = time.time() - client.began
            errors.seek(0)
            client.errors = errors.read()
    return client


def _end(process, client):
    client.is_cut = True
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


@contextmanager
def alone(locks, name):
    """Hold the lock of one server, which has one port only."""
    if locks is None:
        yield
        return
    with (locks / f"up-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def real(module, name, locks):
    """Serve the real upstream with empty data; yield its address."""
    with alone(locks, name):
        module.setup(name)
        process, url, _ = module.serve(name)
        try:
            yield url
        finally:
            module.stop(process)


@contextmanager
def mockforge(command, scratch):
    """Run a mockforge command that listens; yield its address."""
    ready = Path(tempfile.mkdtemp(dir=scratch)) / "ready.json"
    process, info = start([*command, "--port", "0"], ready)
    try:
        yield info["url"]
    finally:
        stop(process, info)


def recorded(module, folder, name, url, runs, scratch):
    """Run scripts at once, each through a proxy of its own that records.

    Args:
        module: The folder's `upstreams`.
        folder: Where the scripts are.
        name: Of the server.
        url: What the proxies stand before.
        runs: An `Asked` for each.
        scratch: For ready files.

    Returns:
        The clients, in order. Each is kept beside its database, with a `.run`.
    """
    clients = [None] * len(runs)
    plain = scratch / "plain.yaml"
    plain.write_text(PLAIN)

    def one(number, run):
        for old in run.db.parent.glob(run.db.name + "*"):
            old.unlink()
        command = ["proxy", "--upstream", url, "--db", str(run.db)]
        if run.plain:
            command += ["--config", str(plain)]
        with mockforge(command, scratch) as address:
            clients[number] = run_client(
                module, folder, name, address, run.vary, run.limit
            )
        keep(clients[number], run.db)

    with ThreadPoolExecutor(len(runs)) as pool:
        list(pool.map(one, range(len(runs)), runs))
    return clients


def keep(client, db):
    """Write a client's run beside its database."""
    db.with_suffix(".run").write_text(json.dumps(asdict(client), indent=1))


def kept(db):
    """Return the run kept beside *db*, or None if there is none."""
    path = db.with_suffix(".run")
    if not db.exists() or not path.exists():
        return None
    return Client(**json.loads(path.read_text()))


def exchanges(db):
    """Return what a database holds, in order."""
    return asyncio.run(_every(db))


async def _every(db):
    from mockforge.store.database import connect
    from mockforge.store.exchanges import every

    async with await connect(db) as database:
        return [exchange async for exchange in every(database)]


def over_websocket(client, found):
    """Return the numbers of a client's lines that needed a WebSocket.

    A line did if messages passed on one between the line before and it.
    """
    return {
        number
        for number, (begin, end) in enumerate(_spans(client))
        if any(begin < at <= end for at in _messages(found))
    }


def beside_websocket(client, found):
    """Return the spans of time of the steps that needed a WebSocket."""
    spans = _spans(client)
    return [spans[number] for number in sorted(over_websocket(client, found))]


def _spans(client):
    edges = [client.began, *client.times]
    return list(zip(edges, client.times, strict=False))


def _messages(found):
    for exchange in found:
        at = exchange.started
        for event in exchange.events:
            at += event.wait
            if event.kind != "close":
                yield at
