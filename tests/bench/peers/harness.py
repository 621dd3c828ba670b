"""The harness that starts, asks and loads the peers: a folder outside this repository.

It is used as it is. What is needed of it: `bench.measure(peer, exchanges, file,
options, port, check_only)`, which starts a server pinned to core 0, checks its answers,
loads it with wrk from core 1 and stops it; `peers.Peer` and `peers.ALL`;
`exchanges.make(n)` and `exchanges.write_wrk`.
"""

import importlib
import json
import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[3]
EXCHANGES = 200
FIRST_PORT, PORTS = 27100, 380


class Harness:
    """Its modules, and where it works."""

    def __init__(self, folder: Path, checkout: Path = ROOT) -> None:
        if not (folder / "bench.py").is_file():
            raise SystemExit(f"no bench.py in {folder}: name the folder of the harness")
        self.folder = folder.resolve()
        self.checkout = checkout.resolve()
        # Nothing is written into the folder, by us or by the servers in it.
        sys.dont_write_bytecode = True
        sys.path.append(str(self.folder))
        self.bench: ModuleType = importlib.import_module("bench")
        self.peers: ModuleType = importlib.import_module("peers")
        self.exchanges: ModuleType = importlib.import_module("exchanges")
        self.root = Path(self.peers.ROOT)
        self.work = Path(self.bench.WORK)
        os.environ["PYTHONPYCACHEPREFIX"] = str(self.root / "bytecode")
        self._port = FIRST_PORT

    def prepare(self) -> None:
        """Make what all rows share: a home, a certificate, the exchanges."""
        (self.work / "home").mkdir(parents=True, exist_ok=True)
        self.common = self.exchanges.make(EXCHANGES)
        self.common_file = self.work / f"exchanges-{EXCHANGES}.json"
        self.common_file.write_text(json.dumps(self.common, ensure_ascii=False))
        self.with_length.write_text(
            json.dumps([_with_length(each) for each in self.common])
        )
        if not self.certificate.exists():
            subject = ["-subj", "/CN=127.0.0.1", "-days", "30", "-nodes"]
            curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
            files = ["-keyout", str(self.key), "-out", str(self.certificate)]
            words = ["openssl", "req", "-x509", *curve, *subject, *files]
            subprocess.run(words, check=True, capture_output=True)
        # Asking and polling must not take from the server's core.
        os.sched_setaffinity(0, {1})

    @property
    def with_length(self) -> Path:
        """The exchanges with the length of the answer among its header fields."""
        return self.work / f"exchanges-{EXCHANGES}-length.json"

    @property
    def certificate(self) -> Path:
        """The certificate of the rows that speak TLS."""
        return self.work / "tls.crt"

    @property
    def key(self) -> Path:
        """Its key."""
        return self.work / "tls.key"

    @property
    def asked(self) -> Path:
        """Where `measure` puts what wrk sends, and `prepare` something else."""
        return self.work / "reqs.lua"

    def folder_of(self, name: str) -> Path:
        """Return the folder that `measure` runs the row *name* in."""
        return self.work / "".join(c if c.isalnum() else "_" for c in name)

    def peer(self, name: str):
        """Return the peer that the harness calls *name*, or None."""
        return next((peer for peer in self.peers.ALL if peer.name == name), None)

    def measure(self, peer, exchanges, *, seconds: int, check_only: bool) -> dict:
        """Measure one server once; what fails is told in `failed`."""
        file = self.common_file
        if exchanges is not self.common:
            file = self.work / "sample.json"
            file.write_text(json.dumps(exchanges, ensure_ascii=False))
        options = Namespace(secs=seconds)
        try:
            return self.bench.measure(
                peer, exchanges, str(file), options, self._free_port(), check_only
            )
        except Exception as error:
            return {"name": peer.name, "failed": repr(error)}

    def in_process(self, *, seconds: int, rounds: int) -> list[dict]:
        """Measure VCR.py, which answers inside the client's process."""
        out = self.work / "in-process.jsonl"
        out.unlink(missing_ok=True)
        options = Namespace(n=EXCHANGES, rounds=rounds, secs=seconds, out=str(out))
        self.bench.vcr(self.common, str(self.common_file), options)
        return [json.loads(line) for line in out.read_text().splitlines()]

    def _free_port(self) -> int:
        for _ in range(PORTS):
            self._port = FIRST_PORT + (self._port + 1 - FIRST_PORT) % PORTS
            if self.bench.free(self._port):
                break
        return self._port


def _with_length(told: dict) -> dict:
    length = ["content-length", str(len(told["response_body"].encode()))]
    return {**told, "response_headers": [*told["response_headers"], length]}
