"""Kill the proxy under load, again and again, and look for what is missing.

    python tests/bench/durability.py [--rounds 50] [--signal TERM] [--ack queue]

A small upstream answers `/items/N`; eight clients ask for rising N through
`mockforge proxy` and note each N that they got a whole answer for. The proxy is
killed at a moment that differs from round to round; then the recording is opened
and every noted N must be in it.
"""

import argparse
import asyncio
import http.client
import http.server
import json
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from running import ROOT, start, stop

sys.path.insert(0, str(ROOT))
CLIENTS = 8


class Upstream(http.server.BaseHTTPRequestHandler):
    """Answers every GET with a JSON body that names its path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = json.dumps({"path": self.path, "filler": "x" * 400}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of clients that are killed."""

    def handle_error(self, *_):
        """Say nothing."""


class Client(threading.Thread):
    """Asks until the connection dies; keeps what was answered and what broke."""

    def __init__(self, port, first):
        super().__init__(daemon=True)
        self.port, self.next = port, first
        self.answered, self.broken = [], []
        self.times = {}

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        while True:
            number, self.next = self.next, self.next + CLIENTS
            try:
                connection.request("GET", f"/items/{number}")
                answer = connection.getresponse()
                answer.read()
            except OSError as error:
                self.broken.append((number, repr(error)))
                return
            except http.client.HTTPException as error:
                self.broken.append((number, repr(error)))
                return
            if answer.status != 200:
                self.broken.append((number, answer.status))
                return
            self.answered.append(number)
            self.times[number] = time.monotonic()
            if answer.will_close:
                return


async def stored(db):
    """Return the numbers whose whole answer is in the recording."""
    from mockforge.store.database import connect
    from mockforge.store.exchanges import every

    found = set()
    async with await connect(db) as database:
        async for exchange in every(database):
            if exchange.response is not None and exchange.failure is None:
                found.add(int(exchange.request.target.rpartition("/")[2]))
    return found


def one(number, url, sent, ack):
    """Run one round: answered, missing, seconds to stop, exit code, oldest loss."""
    with tempfile.TemporaryDirectory() as folder:
        db, ready = Path(folder) / "r.db", Path(folder) / "ready.json"
        command = ["proxy", "--upstream", url, "--port", "0", "--db", str(db)]
        process, info = start([*command, "--record-ack", ack], ready)
        port = int(info["url"].rpartition(":")[2].strip("/"))
        clients = [Client(port, i) for i in range(CLIENTS)]
        for client in clients:
            client.start()
        time.sleep(0.2 + (number * 37 % 100) / 100)
        killed = time.monotonic()
        code = stop(process, info, sent)
        took = time.monotonic() - killed
        for client in clients:
            client.join(15)
        answered = {n for client in clients for n in client.answered}
        missing = answered - asyncio.run(stored(db))
        times = {n: t for client in clients for n, t in client.times.items()}
        late = max((killed - times[n] for n in missing), default=0.0)
        return len(answered), missing, took, code, late


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--signal", choices=["KILL", "TERM"], default="KILL")
    parser.add_argument("--ack", choices=["commit", "queue"], default="commit")
    asked = parser.parse_args()
    server = Server(("127.0.0.1", 0), Upstream)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    sent = getattr(signal, f"SIG{asked.signal}")
    answered = missing = 0
    slowest = oldest = 0.0
    codes = set()
    for number in range(asked.rounds):
        got, lost, took, code, late = one(number, url, sent, asked.ack)
        answered, missing = answered + got, missing + len(lost)
        slowest, oldest = max(slowest, took), max(oldest, late)
        codes.add(code)
        print(
            f"round {number + 1}: {got} answered, {len(lost)} missing,"
            f" stopped in {took:.2f} s, exit {code}",
            flush=True,
        )
    print(
        f"{asked.rounds} x SIG{asked.signal}, --record-ack {asked.ack}: "
        f"{answered} answered, {missing} missing"
        f" (oldest {oldest * 1000:.0f} ms before the kill), "
        f"slowest stop {slowest:.2f} s, exits {sorted(codes)}"
    )
    server.shutdown()
    sys.exit(1 if missing and asked.ack == "commit" else 0)


if __name__ == "__main__":
    main()
