"""A small HTTP relay that puts latency and errors in front of a server, by a seed.

What it does is the truth that learned patterns are compared with. Latency is a mixture
for each path: quick, slow, and a heavy tail. Errors come in bursts: a two-state chain
for each path, moved by each request; in its bad state a request is answered 503 or 429
with Retry-After, or the connection is reset.
"""

import contextlib
import http.client
import http.server
import random
import socket
import struct
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "host"}


@dataclass
class Behaviour:
    """How requests to one path are treated."""

    quick: float
    slow: float
    share: float
    """Of the slow ones."""
    enters: float
    leaves: float
    kind: int
    """503, 429, or 0 for a reset."""
    dice: random.Random
    is_bad: bool = False
    delays: list = field(default_factory=list)
    outcomes: list = field(default_factory=list)

    @classmethod
    def of(cls, path, seed):
        """Draw the behaviour of *path*."""
        dice = random.Random(f"{seed} {path}")
        return cls(
            quick=dice.uniform(0.004, 0.012),
            slow=dice.uniform(0.03, 0.09),
            share=dice.choice([0.0, 0.2, 0.4]),
            enters=dice.choice([0.0, 0.02, 0.03, 0.05]),
            leaves=dice.choice([0.3, 0.5]),
            kind=dice.choice([503, 503, 429, 0]),
            dice=dice,
        )

    def draw(self):
        """Return (seconds, outcome) for the next request."""
        odds = self.leaves if self.is_bad else self.enters
        if self.dice.random() < odds:
            self.is_bad = not self.is_bad
        outcome = self.kind if self.is_bad else 200
        if self.dice.random() < 0.01:
            delay = 0.02 * self.dice.paretovariate(1.5)
        elif self.dice.random() < self.share:
            delay = self.slow * self.dice.lognormvariate(0, 0.2)
        else:
            delay = self.quick * self.dice.lognormvariate(0, 0.3)
        delay = min(delay, 0.5)
        self.delays.append(delay)
        self.outcomes.append(outcome)
        return delay, outcome


class Handler(http.server.BaseHTTPRequestHandler):
    """Relays the requests of one connection."""

    protocol_version = "HTTP/1.1"

    def setup(self):
        """Open the other side too."""
        super().setup()
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.upstream = http.client.HTTPConnection(self.server.target, timeout=30)

    def finish(self):
        """Close both."""
        self.upstream.close()
        super().finish()

    def relay(self):
        """Answer one request when its time has come."""
        began = time.perf_counter()
        delay, outcome = self.server.shim.draw(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        answer = self.asked(body) if outcome == 200 else refused(outcome)
        time.sleep(max(0.0, delay - (time.perf_counter() - began)))
        if outcome == 0:
            self.reset()
        else:
            self.told(*answer)

    def asked(self, body):
        """Return what the server says."""
        headers = {
            name: value
            for name, value in self.headers.items()
            if name.lower() not in HOP
        }
        headers["Host"] = self.server.target
        self.upstream.request(self.command, self.path, body or None, headers)
        answer = self.upstream.getresponse()
        return answer.status, answer.getheaders(), answer.read()

    def told(self, status, headers, body):
        """Send an answer."""
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def reset(self):
        """Break the connection."""
        linger = struct.pack("ii", 1, 0)
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        # Closed for real when nothing refers to it any more.
        for stream in (self.rfile, self.wfile):
            with contextlib.suppress(OSError):
                stream.close()
        self.request.close()

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = relay

    def log_message(self, *_):
        """Say nothing."""


class Listening(http.server.ThreadingHTTPServer):
    """A thread for each connection; one that breaks concerns nobody else."""

    daemon_threads = True

    def handle_error(self, *_):
        """Say nothing."""


class Shim:
    """The relay, running in threads until it is closed."""

    def __init__(self, url, seed):
        """Listen on a free port in front of *url*."""
        self.behaviours = {}
        self._lock = threading.Lock()
        self._seed = seed
        self._server = Listening(("127.0.0.1", 0), Handler)
        self._server.shim, self._server.target = self, urlsplit(url).netloc
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def draw(self, path):
        """Return (seconds, outcome) for a request to *path*."""
        name = path.partition("?")[0]
        with self._lock:
            if name not in self.behaviours:
                self.behaviours[name] = Behaviour.of(name, self._seed)
            return self.behaviours[name].draw()

    def close(self):
        """Listen no more."""
        self._server.shutdown()
        self._server.server_close()


def refused(status):
    """Return the answer of a server that cannot now."""
    if status == 0:
        return ()
    return status, [("Retry-After", "1"), ("Content-Type", "text/plain")], b"not now\n"
