"""Prove on a folder of real recordings that nothing is lost: run it by name.

    python tests/bench/data.py FOLDER [--command] [--only TEXT]

For each file: what a reader of its own finds there is compared with the import; every
request is sent over a socket and the answer compared in status, headers and body, in
the order of the file; it is exported to .jsonl and .har and imported again. A table
tells how many exchanges passed. With --command a `mockforge replay` is started for
each file, else its server in this process.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import http.client
import json
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from mockforge.app import open_replay
from mockforge.config import Config
from mockforge.exchange import Exchange
from mockforge.http import HOP_BY_HOP
from mockforge.recordings.formats import forms, har, jsonl
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface

SET_BY_SERVER = HOP_BY_HOP | {b"content-length", b"date", b"server"}
BODILESS = (204, 304)


class Plain(yaml.CSafeLoader):
    """The oracle's loader: every tag is passed over."""


def _passed_over(loader: Any, _tag: str, node: Any) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_mapping(node, deep=True)


Plain.add_multi_constructor("tag:yaml.org,2002:python/", _passed_over)


def oracle(path: Path) -> list[tuple[int, bytes]]:
    """Return status and body of each exchange, read with as little code as will do."""
    raw = path.read_bytes()
    if path.suffix in (".yaml", ".yml"):
        found = yaml.load(raw, Loader=Plain)["interactions"]
        return [_cassette(one["response"]) for one in found]
    value = json.loads(raw.decode("utf-8-sig"))
    if "interactions" in value:
        return [_cassette(one["response"]) for one in value["interactions"]]
    if "log" in value:
        return [_har(one) for one in value["log"]["entries"]]
    return [
        _simulated(one["response"])
        for one in value["data"]["pairs"]
        if all(
            matchers[0]["matcher"] == "exact" and len(matchers) == 1
            for matchers in one["request"].values()
            if isinstance(matchers, list)
        )
    ]


def _cassette(response: dict[str, Any]) -> tuple[int, bytes]:
    status = response.get("code") or response["status"]["code"]
    body = response["body"]
    body = body.get("string", "") if isinstance(body, dict) else body
    return status, body.encode() if isinstance(body, str) else body or b""


def _har(entry: dict[str, Any]) -> tuple[int, bytes]:
    response = entry["response"]
    content = response["content"]
    text = content.get("text", "")
    body = base64.b64decode(text) if content.get("encoding") else text.encode()
    # A browser shows its cached copy of what the server did not send.
    return response["status"], b"" if response["status"] in BODILESS else body


def _simulated(response: dict[str, Any]) -> tuple[int, bytes]:
    body = response["body"]
    encoded = response.get("encodedBody")
    return response["status"], base64.b64decode(body) if encoded else body.encode()


def asked(exchange: Exchange, connection: http.client.HTTPConnection) -> str:
    """Send the request of *exchange* as a proxy's client would; say what differs."""
    request, expected = exchange.request, exchange.response
    assert expected is not None
    # The absolute form names the upstream, so that no address in a body is changed.
    connection.putrequest(
        request.method, request.url, skip_host=True, skip_accept_encoding=True
    )
    for name, value in request.headers:
        if name.lower() not in (HOP_BY_HOP | {b"content-length", b"host"}):
            connection.putheader(name, value)
    connection.putheader("Host", request.authority)
    if request.body or request.method in ("POST", "PUT", "PATCH"):
        connection.putheader("Content-Length", str(len(request.body)))
    connection.endheaders(request.body or None)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != expected.status:
        return f"status {answer.status}, not {expected.status}"
    if body != expected.body:
        return f"body of {len(body)} bytes, not the {len(expected.body)} recorded"
    got = _headers(
        (n.encode("latin-1"), v.encode("latin-1")) for n, v in answer.headers.items()
    )
    wanted = _headers(expected.headers)
    if got != wanted:
        return f"headers: {list((wanted - got) + (got - wanted))[:3]}"
    return ""


def _headers(pairs: Any) -> Counter[tuple[bytes, bytes]]:
    return Counter(
        (name.lower(), value.strip())
        for name, value in pairs
        if name.lower() not in SET_BY_SERVER
    )


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """Replay *path* in this process and yield the address."""
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()
    urls: list[str] = []
    ready = threading.Event()

    async def run() -> None:
        async with open_replay(Config(), [path]) as engine:
            surface = Surface(engine, report=dict)
            server = Server(surface.respond, listen("127.0.0.1", 0))
            surface.authorities = server.authorities
            async with server.running():
                urls.append(server.url)
                ready.set()
                await stop.wait()

    def work() -> None:
        try:
            loop.run_until_complete(run())
        finally:
            ready.set()

    thread = threading.Thread(target=work)
    thread.start()
    ready.wait(30)
    try:
        yield urls[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(30)
        loop.close()


@contextmanager
def commanded(path: Path) -> Iterator[str]:
    """Start `mockforge replay` for *path* and yield the address."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ready.json"
        words = ["-m", "mockforge", "replay", str(path), "-p", "0", "-q"]
        command = [sys.executable, *words, "--ready-file", str(file)]
        with subprocess.Popen(command, cwd=Path(__file__).parents[2]) as process:
            while not file.exists() and process.poll() is None:
                threading.Event().wait(0.02)
            try:
                yield json.loads(file.read_text())["url"]
            finally:
                process.terminate()


def replayed(
    path: Path, exchanges: tuple[Exchange, ...], *, command: bool
) -> list[str]:
    """Return what differs at replay, one line for each exchange that does."""
    start = commanded if command else serving
    with start(path) as url:
        place = urlsplit(url)
        connection = http.client.HTTPConnection(place.netloc, timeout=30)
        problems = []
        for exchange in exchanges:
            found = asked(exchange, connection)
            if found:
                problems.append(f"{exchange.id} {exchange.request.method}: {found}")
        connection.close()
    return problems


def carried(exchanges: tuple[Exchange, ...], folder: Path) -> list[str]:
    """Return which of the text forms does not give back what was written."""
    problems = []
    for form, name in ((jsonl, "out.jsonl"), (har, "out.har")):
        form.write(exchanges, folder / name)
        first = (folder / name).read_bytes()
        again = forms.read(folder / name).exchanges
        if again != exchanges:
            problems.append(f"{name} differs after export and import")
        form.write(again, folder / name)
        if (folder / name).read_bytes() != first:
            problems.append(f"{name} differs when it is exported again")
    return problems


def main() -> int:
    """Go through a folder and print a table; 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--command", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    rows: dict[tuple[str, str], Counter[str]] = {}
    bad = 0
    with tempfile.TemporaryDirectory() as scratch:
        for path in sorted(options.folder.rglob("*")):
            inside = path.relative_to(options.folder)
            if (
                not path.is_file()
                or len(inside.parts) < 2
                or options.only not in str(inside)
            ):
                continue
            contents = forms.read(path)
            row = rows.setdefault((inside.parts[0], contents.form), Counter())
            expected = oracle(path)
            found = [
                (e.response.status, e.response.body)
                for e in contents.exchanges
                if e.response
            ]
            problems = [] if found == expected else ["import differs from the oracle"]
            if contents.exchanges:
                problems += replayed(path, contents.exchanges, command=options.command)
            problems += carried(contents.exchanges, Path(scratch))
            row["files"] += 1
            row["exchanges"] += len(expected)
            row["imported"] += len(found)
            row["problems"] += len(problems)
            bad += len(problems)
            for problem in problems:
                print(f"{inside}: {problem}", file=sys.stderr)
    print("| recordings | form | files | exchanges | imported | problems |")
    print("|---|---|---|---|---|---|")
    for (name, form), row in rows.items():
        counts = [
            row[column] for column in ("files", "exchanges", "imported", "problems")
        ]
        print(f"| {name} | {form} | {' | '.join(map(str, counts))} |")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
