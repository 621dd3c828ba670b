"""What is measured: mockforge in several shapes, its peers, and the limits."""

import json
import re
import shutil
import subprocess
import sys
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from harness import EXCHANGES, Harness
from recorded import folder_for

LIMIT = "base: asyncio+httptools+uvloop dict"
"""Measured again and again; CPU is told as a multiple of its own, nearest in time."""

WITH_LENGTH = " (length given)"
"""After each answer whose length it is not told, mockttp closes the connection."""

PEERS = (
    "wiremock 3.13 (defaults)",
    "wiremock 3.13 (no journal, sync)",
    "mockserver 8.0 (defaults)",
    "mockserver 8.0 (logLevel=OFF)",
    "mockoon-cli 9.9",
    "mountebank 2.9",
    "prism 5.14 (Prefer header)",
    "talkback 4.2",
    f"mockttp 4.6{WITH_LENGTH}",
    "pytest-httpserver",
    "mitmdump 12.2.3 py3.13 --server-replay (defaults)",
)
LIMITS = (
    LIMIT,
    "bare uvloop, canonical matching",
    "bare uvloop, memo + canonical",
    "granian RSGI dict, 1 worker",
    "nginx return 200 (small)",
    "nginx static files (GETs)",
)
TLS = (
    "tls: bare uvloop, memo + canonical",
    "tls: nginx return 200 (small)",
)
LEFT_OUT = {"hoverfly": "its npm package brings a program for macOS alone"}
WARM = ((1000, 2), (10_000, 5), (20_000, 12), (1_000_000, 30))
"""Requests that are asked in turn, and seconds of warming up: each is to be asked once
before it counts. Nothing compiles these programs while they run."""
QUICK = ("mockforge", LIMIT, "bare uvloop, canonical matching", "talkback 4.2")


@dataclass(frozen=True)
class Way:
    """A way to run mockforge."""

    name: str
    count: int = EXCHANGES
    """Exchanges in the recording."""
    asked: str = "first"
    """`first`: the 200 that the peers get; `GET`, `POST`: at most 20,000 with that
    method; `every GET`: all."""
    words: tuple[tuple[str, ...], ...] = ((),)
    """What is added to the command: the first whose options there are."""
    group: str = "sizes"
    more: dict[str, Any] = field(default_factory=dict)
    """Attributes of the harness's peer."""


WAYS = (
    Way("mockforge", group="peer"),
    Way("mockforge: 200, GETs", asked="GET"),
    Way("mockforge: 200, POSTs", asked="POST"),
    *(
        Way(f"mockforge: {count:,}, {told}", count, asked)
        for count in (10_000, 100_000)
        for asked, told in (
            ("first", "the same 200 asked"),
            ("GET", "GETs"),
            ("POST", "POSTs"),
        )
    ),
    Way("mockforge: 100,000, every GET", 100_000, "every GET"),
    Way(
        "mockforge: 100,000, GETs, --max-memory 100MB",
        *(100_000, "GET", (("--max-memory", "100MB"),)),
    ),
    Way(
        "mockforge --journal requests", words=(("--journal", "requests"),), group="ways"
    ),
    Way("mockforge --journal bodies", words=(("--journal", "bodies"),), group="ways"),
    Way(
        "mockforge --workers 2 (2 cores)",
        words=(("--workers", "2"),),
        group="ways",
        more={"cores": "0,1"},
    ),
    Way(
        "mockforge over TLS",
        words=(("--cert", "{certificate}", "--key", "{key}"), ("--tls",)),
        group="ways",
        more={"tls": True},
    ),
    *(
        Way(
            f"mockforge through the proxy's port, --lane {lane}",
            words=(("--mode", "reverse:http://api.example.com", "--lane", lane),),
            group="ways",
        )
        for lane in ("own", "mitmproxy")
    ),
)


@dataclass
class Row:
    """A server that is measured, and what it must answer."""

    peer: Any
    group: str
    kind: str
    """`replay`: all answers must be right; `partial` and `limit`: not all can be."""
    exchanges: list[dict]
    """What is compared byte for byte."""
    failing: float
    """The share of what wrk asks that is answered with a status of 400 or more."""
    count: int = EXCHANGES
    asked: str = "first"
    requests: int = EXCHANGES
    """How many different ones wrk sends in turn."""
    bodies: int = 0
    """Bytes of all answers in the recording, uncompressed."""
    is_ours: bool = False

    @property
    def name(self) -> str:
        """Return its name."""
        return self.peer.name


def every(harness: Harness) -> tuple[list[str], list[str]]:
    """Return the names of all rows, and of those among them that are ours."""
    ours = [way.name for way in WAYS]
    chosen = [*ours, *PEERS, *LIMITS, *TLS]
    others = [peer.name for peer in harness.peers.ALL if peer.group != "record"]
    return chosen + [name for name in others if name not in chosen], chosen


def row_of(harness: Harness, name: str) -> Row | str:
    """Return the row called *name*, or why there is none."""
    way = next((way for way in WAYS if way.name == name), None)
    if way is not None:
        return _ours(harness, way)
    peer = harness.peer(name.removesuffix(WITH_LENGTH))
    if peer is None:
        return "the harness does not know it"
    if name.endswith(WITH_LENGTH):
        peer = copy(peer)
        peer.name = name
        peer.env = {**peer.env, "EXCHANGES": str(harness.with_length)}
    if name in LIMITS + TLS:
        peer.warm = WARM[0][1]
    group = {"limit": "limit", "tls": "ways"}.get(peer.group, "peer")
    return Row(peer, group, peer.kind, harness.common, _failing(harness.common))


def _failing(exchanges: list[dict]) -> float:
    return sum(each["status"] >= 400 for each in exchanges) / len(exchanges)


def _ours(harness: Harness, way: Way) -> Row | str:
    known = set(re.findall(r"--[a-z-]+", _replay_help(harness.checkout)))
    can = [words for words in way.words if known.issuperset(_options(words))]
    if not can:
        return f"mockforge replay has no {' or '.join(w[0] for w in way.words)}"
    files = folder_for(harness, way.count)
    exchanges = harness.common
    if way.count > EXCHANGES:
        exchanges = json.loads((files / "sample.json").read_text())
    certificate, key = str(harness.certificate), str(harness.key)
    words = [word.format(certificate=certificate, key=key) for word in can[0]]

    def prepare(folder: str, _exchanges: list[dict], _port: int) -> None:
        report_of(Path(folder)).unlink(missing_ok=True)
        shutil.copy(files / f"{way.asked}.lua", harness.asked)

    def command(folder: str, port: int) -> list[str]:
        replay = ["replay", str(files / "recording.db"), "--on-miss", "fail"]
        address = ["--host", "127.0.0.1", "--port", str(port)]
        report = ["--report", str(report_of(Path(folder)))]
        program = [sys.executable, "-m", "mockforge", *replay, *address, *report]
        return [*program, "--offline", "--quiet", *words]

    home = str(harness.work / "home")
    environment = {"PYTHONPATH": str(harness.checkout), "HOME": home}
    peer = harness.peers.Peer(way.name, command, prepare, env=environment, **way.more)
    failing = _failing(harness.common) if way.asked == "first" else 0.0
    row = Row(peer, way.group, "replay", exchanges, failing, way.count, way.asked)
    about = json.loads((files / "about.json").read_text())
    row.bodies, row.is_ours = about["bodies"], True
    row.requests = about["asked"][way.asked]
    peer.warm = next(seconds for most, seconds in WARM if row.requests <= most)
    return row


def _options(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word.startswith("--")]


def report_of(folder: Path) -> Path:
    """Return where a mockforge run in *folder* writes its report."""
    return folder / "report.json"


@cache
def _replay_help(checkout: Path) -> str:
    words = [sys.executable, "-m", "mockforge", "replay", "--help"]
    return subprocess.run(
        words, cwd=checkout, check=True, capture_output=True, text=True
    ).stdout
