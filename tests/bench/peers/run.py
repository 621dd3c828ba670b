"""Measure mockforge beside its peers and the limits, and write the page about it.

    python tests/bench/peers/run.py HARNESS [--rounds 2] [--seconds 5] [--write PAGE]
    python tests/bench/peers/run.py HARNESS --check          # right answers, no load
    python tests/bench/peers/run.py HARNESS --quick [--only TEXT…]
    python tests/bench/peers/run.py HARNESS --compare mockforge "talkback 4.2"
    python tests/bench/peers/run.py --from FILE --write PAGE  # without measuring

HARNESS is a folder with bench.py, peers.py and exchanges.py; its `bench.py install`
brings the peers (PY311, PY312 and PY313 name interpreters that are not on the path).
Every server gets the same 200 exchanges, is pinned to core 0 and is loaded by wrk on
core 1; what mockforge answers is compared byte for byte before and after. The list is
gone through forth and back, with the limit measured again after every eight rows, and
of all attempts at a row the one with the least CPU used by anything else is told. The
exit code is 1 if a row of mockforge is not right.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import facts
import page
from harness import ROOT, Harness
from results import Results, summary
from rows import LEFT_OUT, LIMIT, QUICK, Row, every, row_of
from verdict import problems

RESULTS = Path(__file__).with_name("results.jsonl")
EVERY = 8
OVERHEAD = 4.5
"""Seconds to wait for a quiet machine, start, check twice and stop."""
QUICK_WARM = 6
"""Most seconds of warming up of a quick run: a JVM needs them."""


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("harness", type=Path, nargs="?")
    parser.add_argument("--root", type=Path, default=ROOT, help="mockforge to run")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seconds", type=int, help="of each load")
    parser.add_argument("--only", nargs="+", metavar="TEXT", help="rows with it")
    parser.add_argument("--without", nargs="+", metavar="TEXT", default=[])
    parser.add_argument("--all", action="store_true", help="all that the harness has")
    parser.add_argument("--compare", nargs=2, metavar="NAME")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--list", action="store_true", help="name the rows")
    parser.add_argument("--out", type=Path, help="where the results go, as JSON lines")
    parser.add_argument("--from", dest="source", type=Path, help="results to write up")
    parser.add_argument("--write", type=Path, metavar="PAGE")
    asked = parser.parse_args()
    if (asked.harness is None) == (asked.source is None):
        parser.error("name the folder of the harness, or results with --from")
    if asked.source and not asked.write:
        parser.error("--from FILE needs --write PAGE")
    is_short = asked.quick or asked.compare
    asked.seconds = asked.seconds or (2 if is_short else 4)
    asked.rounds = asked.rounds or (4 if asked.compare else 1 if is_short else 2)
    return asked


def chosen(harness: Harness, asked: argparse.Namespace) -> list[str]:
    """Return the names of the rows that were asked for."""
    known, usual = every(harness)
    if asked.compare:
        for name in asked.compare:
            if name not in known:
                sys.exit(f"no row is called {name!r}; --list names them")
        return list(asked.compare)
    if asked.only:
        return [name for name in known if _is_named(name, asked.only, asked.without)]
    names = known if asked.all else list(QUICK) if asked.quick else usual
    return [name for name in names if not _is_named(name, asked.without, [])]


def _is_named(name: str, texts: list[str], without: list[str]) -> bool:
    return any(text == name or text in name for text in texts) and not any(
        text in name for text in without
    )


def order(rows: list[Row], rounds: int, limit: Row | None) -> Iterator[tuple[int, Row]]:
    """Yield rows forth and back, the limit before every few of them and at the end."""
    for number in range(rounds):
        listed = [row for row in rows if limit is None or row.name != limit.name]
        if number % 2:
            listed.reverse()
        for at, row in enumerate(listed):
            if limit is not None and at % EVERY == 0:
                yield number, limit
            yield number, row
        if limit is not None:
            yield number, limit


def listed(harness: Harness, asked: argparse.Namespace, results: Results) -> list[Row]:
    """Return the rows that were asked for and can be had; note the others."""
    for name, why in LEFT_OUT.items():
        results.add({"name": name, "left_out": why})
    rows = []
    for name in chosen(harness, asked):
        row = row_of(harness, name)
        if isinstance(row, str):
            results.add({"name": name, "left_out": row})
            print(f"{name}: left out, {row}", flush=True)
            continue
        if asked.quick or asked.compare:
            row.peer.warm = min(row.peer.warm, QUICK_WARM)
        rows.append(row)
    return rows


def minutes(todo: list[tuple[int, Row]], seconds: int) -> float:
    """Return how long it takes on a quiet machine, where no load is repeated."""
    # What warms up long starts long.
    used = (row.peer.warm * 1.2 + 2 * seconds + OVERHEAD for _, row in todo)
    return sum(used) / 60


def measure(harness: Harness, asked: argparse.Namespace, out: Path) -> Results:
    """Measure what was asked for; each figure is on disk as soon as it is known."""
    is_short = asked.quick or asked.compare or asked.check
    harness.bench.NOWAIT = bool(is_short)
    results = Results(out, harness)
    results.add({"about": facts.facts(harness)})
    rows = listed(harness, asked, results)
    limit = next((row for row in rows if row.name == LIMIT), None)
    if asked.check or asked.compare:
        limit = None
    rounds = 1 if asked.check else asked.rounds
    todo = list(order(rows, rounds, limit))
    if not asked.check:
        print(f"about {minutes(todo, asked.seconds):.0f} minutes", flush=True)
    for number, row in todo:
        found = harness.measure(
            *(row.peer, row.exchanges), seconds=asked.seconds, check_only=asked.check
        )
        found["wrong"] = problems(row, found, harness.folder_of(row.name))
        found.update(round=number, ours=row.is_ours, count=row.count)
        found.update(group=row.group, asked=row.asked, bodies=row.bodies)
        found.update(requests=row.requests)
        results.add(found)
        print(time.strftime("%H:%M:%S"), summary(found), flush=True)
    if not (is_short or asked.only):
        for found in harness.in_process(seconds=asked.seconds, rounds=1):
            results.add({**found, "group": "process"})
    return results


def main() -> None:
    """Measure, tell, and write the page."""
    asked = arguments()
    if asked.source:
        results = Results.read(asked.source)
    else:
        harness = Harness(asked.harness, asked.root)
        if asked.list:
            print("\n".join(every(harness)[0]))
            return
        harness.prepare()
        is_part = asked.quick or asked.compare or asked.check or asked.only
        away = harness.root / "mockforge-results.jsonl"
        out = asked.out or (away if is_part else RESULTS)
        began = time.monotonic()
        results = measure(harness, asked, out)
        took = (time.monotonic() - began) / 60
        print(f"{took:.1f} minutes; results in {os.path.relpath(out)}")
    if asked.compare:
        print(results.compared(*asked.compare))
    if asked.write:
        page.write(asked.write, results)
    wrong = [row for row in results.rows if row.get("ours") and row["wrong"]]
    for row in wrong:
        print(json.dumps({k: row.get(k) for k in ("name", "wrong", "failed")}))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
