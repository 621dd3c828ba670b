"""A server whose answers are as real as a dial says, for those who turn it."""

import asyncio
import json
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from mockforge.engine import Accounts
from mockforge.engine.reality import Reality, Scale
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface
from mockforge.stages.reality.options import RealityOptions
from tests.cli.test_replay import ENVIRON
from tests.worlds import exchange, replaying

PATIENCE = 20
"""Seconds after which a test that waits has failed."""


@contextmanager
def turned(*exchanges, **options):
    """Yield the address of a server, and its engine; without options it has no dial."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    running = _Running(exchanges or (exchange(),), options)

    def done(work):
        return asyncio.run_coroutine_threadsafe(work, loop).result(PATIENCE)

    try:
        url = done(running.begin())
        yield url, running.engine
        done(running.end())
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class _Running:
    def __init__(self, exchanges, options):
        self._exchanges = exchanges
        self._options = options
        self.engine = None

    async def begin(self):
        self.engine = await replaying(*self._exchanges)
        self.engine.accounts = Accounts()
        if self._options:
            options = RealityOptions.model_validate(self._options)
            self.engine.weigh(Reality(Scale(options, is_offline=True)))
        surface = Surface(self.engine, report=dict)
        server = Server(surface.respond, listen("127.0.0.1", 0))
        surface.authorities = server.authorities
        self._context = server.running()
        await self._context.__aenter__()
        return server.url

    async def end(self):
        await self._context.__aexit__(None, None, None)


class _Upstream(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Told)
        self.asked = []


class _Told(BaseHTTPRequestHandler):
    """Says that it is the upstream, whatever is asked."""

    protocol_version = "HTTP/1.1"

    server: _Upstream

    def do_GET(self):
        self.server.asked.append(self.path)
        body = json.dumps({"id": self.path, "by": "upstream"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def upstream():
    """Yield the address of an API, and the paths that it is asked for."""
    server = _Upstream()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", server.asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def proxying(*words, cwd):
    """Run a proxy; yield its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mockforge", "proxy", "--port", "0", *words],
        cwd=cwd,
        env=ENVIRON,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if line.startswith("listening on "):
                break
        assert said, "the proxy ended"
        assert "listening on" in said[-1], "".join(said)
        yield said[-1].split()[2]
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
        process.communicate()
