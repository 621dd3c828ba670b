"""Record and replay real API servers with their own clients, and write the table.

    python tests/bench/upstreams.py FOLDER [NAME…] [--write PAGE]

FOLDER holds `upstreams.py` and a folder a server: `upstream.json` says how to install
and start it, `session.py` is a client script that prints one JSON line a step. For
each server: the session directly, through `mockforge proxy`, and, with the server
stopped, against `mockforge replay`, whose system calls are watched for `connect`.
A step that raises is left out and the session goes on, in all three runs alike.
"""

import argparse
import ast
import asyncio
import http.client
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from running import ROOT, start, stop

RESILIENT = """
import ast, sys, os, traceback

class Guard(ast.NodeTransformer):
    def statements(self, body):
        out = []
        for node in body:
            node = self.visit(node)
            if isinstance(node, (ast.Expr, ast.Assign, ast.With, ast.For)):
                node = ast.Try(body=[node], orelse=[], finalbody=[], handlers=[
                    ast.ExceptHandler(type=ast.Name("Exception", ast.Load()), name=None,
                    body=[ast.parse("__import__('traceback').print_exc()").body[0]])])
            out.append(node)
        return out
    guarded = GUARDED
    def visit_Module(self, node):
        node.body = self.statements(node.body)
        return node
    def visit_FunctionDef(self, node):
        if node.name in self.guarded:
            node.body = self.statements(node.body)
        return node

path = sys.argv[1]
tree = Guard().visit(ast.parse(open(path).read()))
ast.fix_missing_locations(tree)
sys.argv = [path]
sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
exec(compile(tree, path, "exec"), {"__name__": "__main__", "__file__": path})
"""


def load(folder):
    """Import the folder's own `upstreams.py`."""
    spec = importlib.util.spec_from_file_location("upstreams", folder / "upstreams.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def functions(path):
    """Names of the functions in a session script that print steps."""
    tree = ast.parse(path.read_text())
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and node.name not in ("step", "pick", "count", "in_order", "refused")
    }


def session(module, folder, name, url, scratch):
    """Run a client script with every step guarded; return its transcript and errors."""
    spec = module.spec(name)
    guard = scratch / "guard.py"
    names = functions(folder / name / "session.py")
    guard.write_text(RESILIENT.replace("GUARDED", repr(names)))
    client = [spec["client"][0], str(guard), str(folder / name / "session.py")]
    env = dict(
        spec["environ"],
        BASE_URL=url,
        WS_URL=url.replace("http", "ws", 1),
        VARY="0",
        UPSTREAM_URL=f"http://127.0.0.1:{spec['port']}",
    )
    run = subprocess.run(
        client,
        cwd=folder / name,
        env=env,
        capture_output=True,
        text=True,
        timeout=spec.get("timeout", 120) * 2,
    )
    return run.stdout.splitlines(), run.stderr


def connects(watch):
    """Addresses that a watched process tried to reach; none is what we want."""
    lines = watch.read_text().splitlines() if watch and watch.exists() else []
    return [line for line in lines if re.search(r"connect\(.*AF_INET", line)]


def measure(module, folder, name):
    """Run the three sessions for one server."""
    module.setup(name)
    scratch = Path(tempfile.mkdtemp(prefix=f"mockforge-{name}-"))
    process, url, _ = module.serve(name)
    try:
        direct, _ = session(module, folder, name, url, scratch)
    finally:
        module.stop(process)

    db = scratch / "recording.db"
    process, url, _ = module.serve(name)
    try:
        command = ["proxy", "--upstream", url, "--port", "0", "--db", str(db)]
        proxy, info = start(command, scratch / "proxy.json")
        through, through_errors = session(module, folder, name, info["url"], scratch)
        proxy_code = stop(proxy, info)
    finally:
        module.stop(process)

    watch = scratch / "strace" if shutil.which("strace") else None
    report = scratch / "report.json"
    command = ["replay", str(db), "--port", "0", "--report", str(report)]
    replay, info = start(command, scratch / "replay.json", watch)
    replayed, replay_errors = session(module, folder, name, info["url"], scratch)
    replay_code = stop(replay, info)
    (scratch / "errors.txt").write_text(through_errors + "\n----\n" + replay_errors)
    (scratch / "transcripts.json").write_text(
        json.dumps({"direct": direct, "proxy": through, "replay": replayed}, indent=1)
    )
    return {
        "name": name,
        "steps": len(direct),
        "proxy": sum(a == b for a, b in zip(direct, through, strict=False)),
        "proxy_same": direct == through,
        "replay": sum(line in replayed for line in direct),
        "replay_same": direct == replayed,
        "bodies": identical(db, scratch),
        "report": json.loads(report.read_text()) if report.exists() else {},
        "proxy_code": proxy_code,
        "replay_code": replay_code,
        "connects": len(connects(watch)) if watch else None,
        "missing": [line for line in direct if line not in replayed],
        "differs": [
            pair for pair in zip(direct, through, strict=False) if pair[0] != pair[1]
        ],
        "scratch": str(scratch),
    }


async def stored(db):
    """Return the recording's HTTP exchanges that have a whole answer, in order."""
    from mockforge.store.database import connect
    from mockforge.store.exchanges import every

    async with await connect(db) as database:
        return [
            exchange
            async for exchange in every(database)
            if exchange.response and not exchange.failure and not exchange.events
            if exchange.response.status != 101
        ]


def ask(port, exchange):
    """Send a recorded request, addressed to its upstream; return status and body."""
    request = exchange.request
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.putrequest(
        request.method, request.url, skip_host=True, skip_accept_encoding=True
    )
    for name, value in request.headers:
        if name.lower() not in (b"transfer-encoding", b"content-length", b"expect"):
            connection.putheader(name.decode("latin-1"), value)
    if request.body:
        connection.putheader("Content-Length", str(len(request.body)))
    connection.endheaders(request.body or None)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def identical(db, scratch):
    """Ask a replay every recorded request; return how many bodies are as recorded."""
    sys.path.insert(0, str(ROOT))
    exchanges = asyncio.run(stored(db))
    command = ["replay", str(db), "--port", "0"]
    process, info = start(command, scratch / "bodies.json")
    port = int(info["url"].rpartition(":")[2].strip("/"))
    same = sum(
        ask(port, exchange) == (exchange.response.status, exchange.response.body)
        for exchange in exchanges
    )
    stop(process, info)
    return f"{same} of {len(exchanges)}"


def table(rows):
    """Return the results as Markdown."""
    lines = [
        "| server | steps | through the proxy | replayed | missed"
        " | connections | bodies identical |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        missed = row["report"].get("missed", {}).get("total", "no report")
        tried = "not watched" if row["connects"] is None else row["connects"]
        lines.append(
            f"| {row['name']} | {row['steps']} | {row['proxy']} | {row['replay']}"
            f" | {missed} | {tried} | {row['bodies']} |"
        )
    return "\n".join(lines)


def main():
    """Measure the named servers, print the rows, and write the table if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    module = load(asked.folder.resolve())
    names = asked.names or sorted(
        p.parent.name for p in asked.folder.glob("*/upstream.json")
    )
    rows = []
    for name in names:
        row = measure(module, asked.folder.resolve(), name)
        rows.append(row)
        shown = {k: v for k, v in row.items() if k != "report"}
        print(json.dumps(shown, indent=1), flush=True)
    print(table(rows))
    if asked.write:
        page = asked.write.read_text()
        begin, end = "<!-- table -->\n", "<!-- end -->"
        before, rest = page.split(begin)
        after = rest.partition(end)[2]
        asked.write.write_text(f"{before}{begin}{table(rows)}\n{end}{after}")


if __name__ == "__main__":
    main()
