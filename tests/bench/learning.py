"""Measure what is learned from one recording on real APIs, and write the table.

    python tests/bench/learning.py FOLDER [--only NAME…] [--vary 1,2,3] [--keep DIR]
        [--locks DIR] [--on-miss invent] [--shown 5] [--write PAGE]

FOLDER holds `upstreams.py` and a folder a server, see upstreams.py beside this file.
For each server: session 0 is recorded through `mockforge proxy` and run again,
unchanged, against `mockforge replay` of that recording. Then sessions with other
names, values, counts and order run twice against a fresh real server, and once
against `mockforge replay --on-miss invent` of recording 0; two at once as well, unless
two real clients at once disturb each other. Every request passes a
recording proxy, so that both answers to it are known.

A request is right if its status is that of the real answer; one that the client no
longer asks of the mock is not. A body is valid if it has a shape that real answers to
this kind of request and status have. A value of the real answer that the client sent
before, in the same place or an earlier request, is an echo: the mock's answer must
hold there what the client sent the mock. A step is equal if its line is.

--keep DIR keeps recordings; those of real servers found there are not made again.
--locks DIR: lock DIR/up-NAME.lock while the server of that name runs.
"""

import argparse
import difflib
import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import learning_runs as runs
from learning_compare import Judge, steps_equal
from learning_page import page, row, summary
from learning_turns import turns
from upstreams import load

REAL_LIMIT = 240

APT = 0.9


class Bench:
    """The runs of one server, made or found."""

    def __init__(self, module, folder, name, asked):
        """Make no run yet."""
        self.module, self.folder, self.name = module, folder, name
        self.asked = asked
        self.keep = asked.keep
        self.scratch = Path(tempfile.mkdtemp(prefix=f"mockforge-{name}-"))

    def path(self, what):
        """Return where the run called *what* is kept."""
        return self.keep / f"{self.name}{what}.db"

    def real(self, *wanted, plain=True):
        """Return clients of a fresh real server: one for each (vary, what), at once."""
        paths = [self.path(what) for _, what in wanted]
        found = [runs.kept(path) for path in paths]
        if all(found):
            return found
        with runs.real(self.module, self.name, self.asked.locks) as url:
            return self._recorded(url, wanted, [REAL_LIMIT] * len(wanted), plain)

    def mock(self, flags, *wanted):
        """Return clients of a mock of recording 0: (vary, what, limit), at once."""
        with tempfile.TemporaryDirectory(dir=self.scratch) as copied, ExitStack() as up:
            db = Path(copied) / f"{self.name}.db"
            shutil.copy(self.path(""), db)
            command = ["replay", str(db), *flags]
            url = up.enter_context(runs.mockforge(command, self.scratch))
            limits = [limit for *_, limit in wanted]
            return self._recorded(url, [each[:2] for each in wanted], limits, True)

    def _recorded(self, url, wanted, limits, plain):
        asked = [
            runs.Asked(vary, self.path(what), limit, plain)
            for (vary, what), limit in zip(wanted, limits, strict=True)
        ]
        return runs.recorded(
            self.module, self.folder, self.name, url, asked, self.scratch
        )

    def turns(self, what):
        """Return what passed in the run called *what*."""
        return turns(runs.exchanges(self.path(what)))


def limit(client):
    """Return how long a script may take against a mock."""
    return 2 * client.seconds + 30


def measure(bench, flags, varies):
    """Run everything for one server; return the figures."""
    (first,) = bench.real((0, ""), plain=False)
    result = {"name": bench.name, "strict": unchanged(bench, first), "runs": []}
    varied = {}
    for vary in varies:
        bench.real((vary, f"-real{vary}"))
        bench.real((vary, f"-again{vary}"))
        varied[vary] = bench.turns(f"-real{vary}"), bench.turns(f"-again{vary}")
    judge = Judge(bench.turns(""), varied)
    for vary in varies:
        result["runs"].append(alone(bench, judge, flags, vary, varied[vary]))
    if bench.asked.pair and len(varies) > 1:
        result["pair"] = together(bench, judge, flags, varies[:2], varied)
    return result


def unchanged(bench, first):
    """Run session 0 against its own recording, strict and with no config."""
    (client,) = bench.mock([], (0, "-strict", limit(first)))
    over = runs.over_websocket(first, runs.exchanges(bench.path("")))
    total, equal = steps_equal(first.lines, client.lines, over)
    missing = [
        line
        for number, line in enumerate(first.lines)
        if number not in over and line not in client.lines
    ]
    return {
        "steps": total,
        "equal": equal,
        "websocket": len(over),
        "missing": missing,
        "raised": raised(first, client),
    }


def raised(real, mock):
    """Return the exceptions of the mock's client that the real one's had not."""
    more = Counter(mock.raised()) - Counter(real.raised())
    if mock.is_cut:
        more["did not end"] += 1
    return dict(more)


def alone(bench, judge, flags, vary, real):
    """Run one varied session against the mock."""
    (client,) = bench.real((vary, f"-real{vary}"))
    (mock,) = bench.mock(flags, (vary, f"-mock{vary}", limit(client)))
    verdicts = judge.judged(*real, bench.turns(f"-mock{vary}"))
    return outcome(bench, (client, f"-real{vary}"), mock, verdicts) | {"vary": vary}


def outcome(bench, real, mock, verdicts):
    """Return the figures of one run."""
    client, what = real
    found = runs.exchanges(bench.path(what))
    over = runs.over_websocket(client, found)
    spans = runs.beside_websocket(client, found)
    # Requests that a script makes while it listens on a WebSocket go with it.
    verdicts = [
        verdict
        for verdict in verdicts
        if not any(a < verdict.real.exchange.started <= b for a, b in spans)
    ]
    total, equal = steps_equal(client.lines, mock.lines, over)
    return {
        "verdicts": verdicts,
        "steps": total,
        "equal": equal,
        "raised": raised(client, mock),
        "differs": list(
            difflib.unified_diff(client.lines, mock.lines, n=0, lineterm="")
        )[2:],
    }


def together(bench, judge, flags, varies, varied):
    """Run two varied sessions at once; None where two real clients disturb each other.

    They do if less than APT of one's requests get the status that they get alone.
    """
    wanted = [(vary, f"-realpair{vary}") for vary in varies]
    clients = bench.real(*wanted)
    found = {}
    for vary, what in wanted:
        both = judge.judged(bench.turns(what), varied[vary][0], varied[vary][0])
        if sum(verdict.is_right for verdict in both) < APT * len(both):
            return None
        found[vary] = bench.turns(what)
    asked = [
        (vary, f"-mockpair{vary}", limit(client))
        for vary, client in zip(varies, clients, strict=True)
    ]
    mocks = bench.mock(flags, *asked)
    pairs = []
    for vary, client, mock in zip(varies, clients, mocks, strict=True):
        verdicts = judge.judged(
            found[vary], varied[vary][0], bench.turns(f"-mockpair{vary}")
        )
        real = client, f"-realpair{vary}"
        pairs.append(outcome(bench, real, mock, verdicts) | {"vary": vary})
    return pairs


def machine():
    """Say what was measured with."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True
    ).stdout.strip()
    version = platform.python_version()
    return f"Python {version}, {platform.system()}, commit {commit}"


def main():
    """Measure, print, and write the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--vary", default="1,2,3")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--locks", type=Path)
    parser.add_argument("--on-miss", default="invent", choices=["invent", "fail"])
    parser.add_argument("--no-pair", dest="pair", action="store_false")
    parser.add_argument("--shown", type=int, default=5)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--json", type=Path, help="write the figures there too")
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    asked.keep = asked.keep or Path(tempfile.mkdtemp(prefix="mockforge-learning-"))
    asked.keep = asked.keep.resolve()
    asked.keep.mkdir(parents=True, exist_ok=True)
    module = load(folder)
    names = asked.only or sorted(p.parent.name for p in folder.glob("*/upstream.json"))
    flags = ["--on-miss", asked.on_miss]
    varies = [int(each) for each in asked.vary.split(",")]
    rows = []
    for name in names:
        result = measure(Bench(module, folder, name, asked), flags, varies)
        rows.append(row(result))
        print(summary(result, rows[-1], asked.shown), flush=True)
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=1))
    text = page(rows, machine(), varies)
    print(text)
    if asked.write:
        asked.write.write_text(text_in(asked.write, text))
    return 0


def text_in(path, text):
    """Return the page at *path* with the table between its marks replaced."""
    begin, end = "<!-- table -->\n", "<!-- end -->"
    before, rest = path.read_text().split(begin)
    return f"{before}{begin}{text}{end}{rest.partition(end)[2]}"


if __name__ == "__main__":
    sys.exit(main())
