"""What was measured, as JSON lines: first what it was measured on, then the rows."""

import json
import statistics
from pathlib import Path
from typing import Self

from harness import ROOT
from rows import LIMIT

CONNECTIONS = (1, 32)
UNUSED = ("n", "pss_kb", "idle_before")


class Results:
    """Rows in the order they were measured."""

    def __init__(self, out: Path | None = None, harness=None) -> None:
        self.about: dict = {}
        self.rows: list[dict] = []
        self._out = out
        self._hidden = [(str(ROOT), ".")]
        if harness is not None:
            self._hidden.append((str(harness.root), "PEERS"))
            self._hidden.append((str(harness.folder), "HARNESS"))
            self._hidden.append((str(harness.checkout), "."))
        if out is not None:
            out.unlink(missing_ok=True)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the results in a file."""
        results = cls()
        for line in path.read_text().splitlines():
            results.add(json.loads(line))
        return results

    def add(self, found: dict) -> None:
        """Keep *found*, without the paths of this machine."""
        text = json.dumps({k: v for k, v in found.items() if k not in UNUSED})
        for path, word in self._hidden:
            text = text.replace(path, word)
        kept = json.loads(text)
        if "about" in kept:
            self.about = kept["about"]
        else:
            self.rows.append(kept)
        if self._out is not None:
            with self._out.open("a") as file:
                file.write(text + "\n")

    def names(self, *groups: str) -> list[str]:
        """Return the names of the measured rows of *groups*, in their order."""
        found = (
            row["name"]
            for row in self.rows
            if row.get("loads") and row["group"] in groups
        )
        return list(dict.fromkeys(found))

    def of(self, name: str) -> list[dict]:
        """Return all attempts at a row."""
        return [row for row in self.rows if row["name"] == name]

    def load(self, name: str, connections: int) -> dict:
        """Return the least disturbed of the loads that the row *name* was put under."""
        return min(self._loads(name, connections), key=disturbed)

    def least(self, name: str, *keys: str) -> float:
        """Return the least value of a row in all rounds."""
        values = []
        for row in self.of(name):
            for key in keys:
                row = row.get(key) if row else None
            if row is not None:
                values.append(row)
        return min(values, default=0.0)

    def beside_limit(self, name: str, connections: int) -> float:
        """Return CPU a request as a multiple of the limit's, nearest in time."""
        mine = self.load(name, connections)
        near = sorted(
            self._loads(LIMIT, connections), key=lambda load: abs(load["t"] - mine["t"])
        )
        if not near:
            return 0.0
        return mine["cpu_us"] / statistics.mean(x["cpu_us"] for x in near[:2])

    def spread(self, connections: int) -> list[float]:
        """Return, for each row, by how much its dearest round is above its cheapest."""
        found = []
        for name in {row["name"] for row in self.rows}:
            used = [load["cpu_us"] for load in self._loads(name, connections)]
            if len(used) > 1:
                found.append(max(used) / min(used) - 1)
        return sorted(found)

    def wrong(self, name: str) -> list[str]:
        """Return all that was wrong with a row."""
        told = (text for row in self.of(name) for text in row.get("wrong", ()))
        return list(dict.fromkeys(told))

    def compared(self, first: str, second: str) -> str:
        """Return CPU a request of two rows, round by round."""
        lines = []
        for connections in CONNECTIONS:
            pairs = [self._loads(name, connections) for name in (first, second)]
            ratios = []
            for mine, other in zip(*pairs, strict=True):
                ratios.append(mine["cpu_us"] / other["cpu_us"])
                lines.append(
                    f"{connections:>3} connections: {mine['cpu_us']:8.1f} us "
                    f"{other['cpu_us']:8.1f} us  ratio {ratios[-1]:.3f}"
                )
            if ratios:
                lines.append(f"    median ratio {statistics.median(ratios):.3f}")
        return "\n".join([f"{first}, {second}: CPU a request", *lines])

    def _loads(self, name: str, connections: int) -> list[dict]:
        return [
            load
            for row in self.of(name)
            for load in row.get("loads", ())
            if load["conns"] == connections
        ]


def disturbed(load: dict) -> float:
    """Return the cores that something else used meanwhile."""
    return load["foreign"] + load["steal"]


def summary(found: dict) -> str:
    """Return a line about one attempt."""
    text = f"{found['name']:<52}"
    if "failed" in found:
        return f"{text} FAILED {found['failed'][-300:]!r}"
    check = found["check"]
    text += f" right {check['exact']}/{check['of']} first {found['startup_s']:.2f} s"
    for load in found.get("loads", ()):
        text += (
            f" | {load['conns']}: {load['cpu_us']:.1f} us, {load['rps']:,.0f}/s,"
            f" p50 {load['p50_us'] / 1e3:.2f} p99 {load['p99_us'] / 1e3:.2f} ms"
            f" (other {disturbed(load):.2f})"
        )
    text += f" | {found.get('rss_kb', found['rss_start_kb']) / 1024:.0f} MB"
    cold = ["not all were asked before"] if found.get("cold") else []
    return " ! ".join([text, *cold, *found["wrong"]])
