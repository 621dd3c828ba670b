"""Learn latency and errors of a real server behind a relay, replay both, and plot.

    python tests/bench/drift_real.py FOLDER [NAME] [--requests 3000] [--clients 8]
        [--seed 1] [--locks DIR] [--keep DIR] [--write PAGE]

FOLDER holds `upstreams.py` and a folder a server, see upstreams.py beside this file.
The server's own session fills it. Then its safe requests (GET that succeed) are asked
again and again by some clients through `mockforge proxy`, behind which a relay adds
latency (mixtures with heavy tails, for each path its own) and errors in bursts (503,
429 with Retry-After, resets). The server and the relay are stopped. The same clients,
with other dice, ask `mockforge replay --latency learned --errors learned`.

For each path: the distribution of times to the first byte, recorded and replayed
(quantiles, and Wasserstein-1 beside that between two halves of what was recorded), the
rate of errors, and the mean length of their bursts.
"""

import argparse
import contextlib
import http.client
import platform
import random
import statistics
import subprocess
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import drift_plot
import learning_runs as runs
from drift_shim import Shim
from running import ROOT, start, stop
from upstreams import load

FAILED = 0


def safe_requests(db, url):
    """Return the GET requests in *db* that the server at *url* answers well now."""
    found = {}
    for exchange in runs.exchanges(db):
        asked = exchange.request
        is_plain = asked.method == "GET" and not asked.header("Upgrade")
        if is_plain and exchange.response and exchange.response.status < 300:
            found.setdefault(asked.target, dict(kept(asked.headers)))
    chosen = []
    for target, headers in found.items():
        with contextlib.suppress(OSError, http.client.HTTPException):
            if ask(urlsplit(url).netloc, target, headers)[0] == 200:
                chosen.append((target, headers))
    return chosen


def kept(headers):
    """Yield the fields of a request that are sent again."""
    for name, value in headers:
        if name.lower() not in (b"host", b"connection", b"content-length"):
            yield name.decode("latin-1"), value.decode("latin-1")


def ask(netloc, target, headers, connection=None):
    """Ask once; return (status or 0, seconds to the head, the connection)."""
    connection = connection or http.client.HTTPConnection(netloc, timeout=10)
    began = time.perf_counter()
    try:
        connection.request("GET", target, headers=headers)
        answer = connection.getresponse()
        took = time.perf_counter() - began
        answer.read()
    except (OSError, http.client.HTTPException):
        connection.close()
        return FAILED, time.perf_counter() - began, None
    if answer.will_close:
        connection.close()
        connection = None
    return answer.status, took, connection


def clients(url, requests, asked, seed):
    """Ask *requests* from several clients at once; return (path, status, seconds)."""
    netloc, seen, lock = urlsplit(url).netloc, [], threading.Lock()

    def one(number):
        dice, connection, mine = random.Random(f"{seed} {number}"), None, []
        for _ in range(asked.requests // asked.clients):
            target, headers = dice.choice(requests)
            headers = headers | {"X-Client": str(number)}
            at = time.time()
            status, took, connection = ask(netloc, target, headers, connection)
            mine.append((at, target.partition("?")[0], status, took))
        if connection is not None:
            connection.close()
        with lock:
            seen.extend(mine)

    threads = [threading.Thread(target=one, args=[n]) for n in range(asked.clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [each[1:] for each in sorted(seen)]


def by_path(seen):
    """Return (status, seconds) by path, in order."""
    found = defaultdict(list)
    for path, status, took in seen:
        found[path].append((status, took))
    return found


def bursts(statuses):
    """Return the mean length of runs of errors; 0 without any."""
    lengths, run = [], 0
    for status in [*statuses, 200]:
        if status == FAILED or status >= 400:
            run += 1
        elif run:
            lengths.append(run)
            run = 0
    return statistics.mean(lengths) if lengths else 0.0


def distance(one, other):
    """Return the Wasserstein-1 distance of two samples, in seconds."""
    points = [(n + 0.5) / 400 for n in range(400)]
    pairs = zip(quantiles(one, points), quantiles(other, points), strict=True)
    return sum(abs(a - b) for a, b in pairs) / len(points)


def quantiles(values, points):
    """Return the quantiles of *values* at *points*."""
    ordered = sorted(values)
    return [ordered[min(int(p * len(ordered)), len(ordered) - 1)] for p in points]


def compared(recorded, replayed):
    """Yield a row of figures for each path, the most asked first."""
    for path in sorted(recorded, key=lambda name: -len(recorded[name])):
        old, new = recorded[path], replayed.get(path, [])
        good = [took for status, took in old if status == 200]
        again = [took for status, took in new if status == 200]
        if len(good) < 50 or len(again) < 50:
            continue
        yield {
            "path": path,
            "requests": len(old),
            "p50": quantiles(good, [0.5])[0],
            "p50 replayed": quantiles(again, [0.5])[0],
            "p95": quantiles(good, [0.95])[0],
            "p95 replayed": quantiles(again, [0.95])[0],
            "W1": distance(good, again),
            "W1 halves": distance(good[::2], good[1::2]),
            "errors": rate(old),
            "errors replayed": rate(new),
            "burst": bursts(status for status, _ in old),
            "burst replayed": bursts(status for status, _ in new),
        }


def rate(seen):
    """Return the share of errors."""
    return sum(status == FAILED or status >= 400 for status, _ in seen) / len(seen)


def record(module, folder, asked, scratch):
    """Fill the server, then record its safe requests through the relay."""
    with runs.real(module, asked.name, asked.locks) as url:
        first = scratch / "session.db"
        runs.recorded(
            *(module, folder, asked.name, url),
            [runs.Asked(0, first, 240, True)],
            scratch,
        )
        requests = safe_requests(first, url)
        if not requests:
            raise SystemExit(f"{asked.name} has no request that can be repeated")
        shim = Shim(url, asked.seed)
        plain = scratch / "plain.yaml"
        db = asked.keep / f"{asked.name}-drift.db"
        for old in db.parent.glob(db.name + "*"):
            old.unlink()
        words = ["proxy", "--upstream", shim.url, "--db", str(db)]
        with runs.mockforge([*words, "--config", str(plain)], scratch) as proxy:
            seen = clients(proxy, requests, asked, asked.seed)
        shim.close()
    return db, requests, seen


def first_bytes(db):
    """Return (path, status, seconds to the first byte) as recorded."""
    for each in runs.exchanges(db):
        status = each.response.status if each.response and not each.failure else FAILED
        took = each.first_byte if each.first_byte is not None else each.elapsed
        yield each.request.path, status, took


def main():
    """Record, stop, replay, compare."""
    asked = arguments()
    module = load(asked.folder)
    scratch = Path(tempfile.mkdtemp(prefix="mockforge-drift-"))
    asked.keep = asked.keep or scratch
    db, requests, _ = record(module, asked.folder, asked, scratch)
    words = ["replay", str(db), "--latency", "learned", "--errors", "learned"]
    process, info = start([*words, "--port", "0"], scratch / "replay.json")
    try:
        served = clients(info["url"], requests, asked, asked.seed + 1)
    finally:
        stop(process, info)
    recorded, replayed = by_path(first_bytes(db)), by_path(served)
    rows = list(compared(recorded, replayed))
    print(table(rows))
    if asked.write:
        write(asked, rows, recorded, replayed)


def table(rows):
    """Return the rows as Markdown."""
    lines = [
        "| path | requests | p50 ms | replayed | p95 ms | replayed | W1 ms"
        " | W1 of halves | errors | replayed | burst | replayed |",
        "|" + "---|" * 12,
    ]
    for row in rows:
        cells = [f"`{row['path']}`", str(row["requests"])]
        names = ("p50", "p50 replayed", "p95", "p95 replayed", "W1", "W1 halves")
        cells += [f"{1000 * row[name]:.1f}" for name in names]
        cells += [f"{100 * row[name]:.1f} %" for name in ("errors", "errors replayed")]
        cells += [f"{row[name]:.1f}" for name in ("burst", "burst replayed")]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def write(asked, rows, recorded, replayed):
    """Put the table and the plot into the page."""
    best = [row["path"] for row in rows][:4]
    pairs = {
        path: tuple(
            [1000 * took for status, took in each[path] if status == 200]
            for each in (recorded, replayed)
        )
        for path in best
    }
    asked.write.with_suffix(".svg").write_text(drift_plot.chart(pairs))
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    said = (
        f"Measured with Python {platform.python_version()}, {platform.system()},"
        f" commit {commit}: {asked.name}, {asked.requests} requests of {asked.clients}"
        f" clients, seed {asked.seed}.\n\n"
    )
    begin, end = "<!-- real -->\n", "<!-- real end -->"
    text = asked.write.read_text()
    head, _, rest = text.partition(begin)
    _, _, tail = rest.partition(end)
    asked.write.write_text(f"{head}{begin}{said}{table(rows)}\n{end}{tail}")


def arguments():
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("name", nargs="?", default="registry")
    parser.add_argument("--requests", type=int, default=3000)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--locks", type=Path)
    parser.add_argument("--keep", type=Path, help="where recordings stay")
    parser.add_argument("--write", type=Path, help="page to put the figures into")
    return parser.parse_args()


if __name__ == "__main__":
    main()
