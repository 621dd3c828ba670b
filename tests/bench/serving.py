"""The laws of serving: does CPU a request grow with size, state, clients, delays, time?

    python tests/bench/serving.py [SECTION…] [--root DIR] [--json]

Sections: size state clients delays soak start profile; all if none is named. Each
starts `mockforge replay` as a user does, pinned to the first core, and asks from the
last. The figure is the server's CPU for a request, user and system: it is steady where
rates are not. Every answer is compared byte for byte once, then by its length. With
`--seconds 1 --rounds 3` and three sizes all of it takes some 15 minutes, most of that
to make and read the largest recording; `soak` goes on until it has had --requests.
"""

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from inspect import getdoc
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def sections():
    """Return the sections by name; imported late, because --root must come first."""
    import lasting
    import sections

    return {
        "size": sections.size,
        "state": sections.state,
        "clients": sections.clients,
        "delays": lasting.delays,
        "soak": lasting.soak,
        "start": lasting.begin,
        "profile": lasting.profile,
    }


NAMES = ("size", "state", "clients", "delays", "soak", "start", "profile")


def shown(value):
    """Return a cell's text."""
    if not isinstance(value, float):
        return str(value)
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def table(rows):
    """Return rows as aligned text."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, *([shown(row.get(name, "")) for name in names] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if not at else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def arguments():
    """Return the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="SECTION")
    parser.add_argument("--root", type=Path, default=ROOT, help="checkout to start")
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 10_000, 100_000])
    parser.add_argument("--seconds", type=float, default=1.0, help="of a measurement")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--requests", type=int, default=1_000_000, help="of soak")
    parser.add_argument("--max-memory", default="64MB", help="of start, where known")
    parser.add_argument(
        "--realtime", action="store_true", help="before all others, on a busy machine"
    )
    parser.add_argument("--json", action="store_true", help="print JSON at the end")
    asked = parser.parse_args()
    if strange := set(asked.names) - set(NAMES):
        parser.error(f"no section is called {', '.join(strange)}")
    if any(count % 200 for count in asked.sizes):
        parser.error("sizes are multiples of 200")
    asked.root = asked.root.resolve()
    return asked


def main():
    """Run the sections asked for."""
    asked = arguments()
    # What makes the recordings is of the checkout that reads them.
    sys.path.insert(0, str(asked.root))
    # Answers are compared with what was recorded, to the byte.
    os.environ["MOCKFORGE_SERVER__PROVENANCE"] = "false"
    if asked.realtime:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    # So that what was started is stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    found, out = {}, sys.stderr if asked.json else sys.stdout
    with tempfile.TemporaryDirectory() as folder:
        asked.folder = Path(folder)
        for name in asked.names or NAMES:
            section = sections()[name]
            began = time.perf_counter()
            found[name] = section(asked)
            took = time.perf_counter() - began
            print(f"== {name} ({took:.0f} s): {getdoc(section)}", file=out)
            for title, rows in found[name].items():
                print(f"-- {title}\n{table(rows)}\n", file=out, flush=True)
    if asked.json:
        print(json.dumps(found, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
