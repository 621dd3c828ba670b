"""Pass a large body through the proxy, both ways, and print the memory it added.

python tests/bench/bodies.py [--megabytes 500]
"""

import argparse
import http.client
import http.server
import os
import tempfile
import threading
import time
from pathlib import Path

from running import start, stop

PIECE = os.urandom(1 << 20)


class Upstream(http.server.BaseHTTPRequestHandler):
    """Sends as many megabytes as the path says; counts what it is sent."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        count = int(self.path.strip("/"))
        self.send_response(200)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(count << 20))
        self.end_headers()
        for _ in range(count):
            self.wfile.write(PIECE)

    def do_PUT(self):
        left = size = int(self.headers["Content-Length"])
        while left:
            left -= len(self.rfile.read(min(left, 1 << 20)))
        body = str(size).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


def peak(pid):
    """Return the most memory a process has had, in megabytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("no VmHWM here")


def settled(pid):
    """Return the peak once it has not risen for two seconds: the body is stored."""
    last, since = peak(pid), time.monotonic()
    while time.monotonic() - since < 2:
        time.sleep(0.1)
        if peak(pid) > last:
            last, since = peak(pid), time.monotonic()
    return last


def download(port, megabytes):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", f"/{megabytes}")
    began = time.perf_counter()
    answer = connection.getresponse()
    head = time.perf_counter() - began
    got = 0
    while piece := answer.read(1 << 20):
        got += len(piece)
    connection.close()
    return got, head


def upload(port, megabytes):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    length = {"Content-Length": str(megabytes << 20)}
    connection.request("PUT", "/up", (PIECE for _ in range(megabytes)), length)
    got = int(connection.getresponse().read())
    connection.close()
    return got


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=500)
    size = parser.parse_args().megabytes
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Upstream)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    for name in ("download", "upload"):
        with tempfile.TemporaryDirectory() as folder:
            db, ready = Path(folder) / "r.db", Path(folder) / "ready.json"
            command = ["proxy", "--upstream", url, "--port", "0", "--db", str(db)]
            process, info = start(command, ready)
            port = int(info["url"].rpartition(":")[2].strip("/"))
            download(port, 0)
            before = peak(info["pid"])
            began = time.perf_counter()
            if name == "download":
                got, head = download(port, size)
                first = f", head after {head * 1000:.0f} ms"
            else:
                got, first = upload(port, size), ""
            took = time.perf_counter() - began
            added = settled(info["pid"]) - before
            code = stop(process, info)
            print(
                f"{name}: {got >> 20} MB in {took:.1f} s{first},"
                f" {added:.0f} MB added to {before:.0f} MB, exit {code}"
            )
    server.shutdown()


if __name__ == "__main__":
    main()
