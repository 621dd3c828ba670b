"""Write what was measured into a page: the parts between its marks, and the chart."""

import re
from collections.abc import Iterable
from pathlib import Path

from harness import EXCHANGES
from plot import Bar, chart
from results import CONNECTIONS, Results, disturbed
from rows import LIMIT

UNMEASURED = "Not measured in this run."
TITLE = "Server CPU for a request, 32 connections"
MARK = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
COLUMNS = (
    "server",
    "right of 200",
    "CPU µs, 1",
    "CPU µs, 32",
    "times the limit",
    "p50 / p99 ms, 1",
    "p50 / p99 ms, 32",
    "requests/s, 32",
    "RSS MB",
    "first answer s",
)


def write(path: Path, results: Results) -> None:
    """Write the marked parts of the page at *path* anew, and the chart beside it."""
    parts = {
        "measured": measured(results),
        "peers": peers(results),
        "sizes": sizes(results),
        "ways": servers(results, "ways", *_named(results, "peer")),
        "limits": servers(results, "limit"),
        "same": same(results),
        "process": in_process(results),
        "missing": missing(results),
    }
    text = path.read_text(encoding="utf-8")
    for unknown in {found[1] for found in MARK.findall(text)} - set(parts):
        raise SystemExit(f"{path}: nothing is measured that goes into {unknown!r}")
    text = MARK.sub(lambda found: f"{found[1]}{parts[found[2]]}\n{found[3]}", text)
    path.write_text(text, encoding="utf-8")
    bars = sorted(_bars(results), key=lambda bar: bar.value)
    unit = "microseconds, user and system"
    if bars:
        path.with_suffix(".svg").write_text(chart(TITLE, unit, bars), encoding="utf-8")


def measured(results: Results) -> str:
    """Return the command, the machine, the versions, and how steady it was."""
    about = results.about
    ours = dict(about["mockforge"])
    lines = [f"```bash\n{about['command']}\n```", ""]
    lines.append(f"Measured on {about['date']}: {about['machine']}.")
    version, python = ours.pop("version"), ours.pop("python")
    lines.append(f"mockforge at `{version}`, Python {python}, {_versions(ours)}.")
    lines.append(f"Others: {_versions(about['versions'])}.")
    names = results.names("peer", "limit", "sizes", "ways")
    loads = (results.load(name, count) for name in names for count in CONNECTIONS)
    worst = max(map(disturbed, loads), default=0.0)
    lines.append(
        f"In the figures told, something else used at most {worst:.2f} of a core."
    )
    spread = results.spread(32)
    if spread:
        middle = spread[len(spread) // 2]
        lines.append(
            "Between the rounds, CPU a request at 32 connections differs by"
            f" {middle:.0%} in the middle and by {spread[-1]:.0%} at most."
        )
    return "\n".join(lines)


def _versions(of: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in of.items())


def peers(results: Results) -> str:
    """Return the table of what a user may choose from, and the limit."""
    return servers(results, "peer", LIMIT)


def _named(results: Results, group: str) -> list[str]:
    return [name for name in results.names(group) if name == "mockforge"]


def servers(results: Results, group: str, *more: str) -> str:
    """Return the table of a group and some others, cheapest first."""
    measured = results.names("peer", "limit", "sizes", "ways")
    names = [*results.names(group), *(name for name in more if name in measured)]
    names = sorted(
        dict.fromkeys(names), key=lambda name: results.load(name, 32)["cpu_us"]
    )
    return _table(COLUMNS, (_server(results, name) for name in names))


def _server(results: Results, name: str) -> list[str]:
    one, many = (results.load(name, connections) for connections in CONNECTIONS)
    return [
        _label(results, name),
        _right(results, name),
        _number(one["cpu_us"]),
        _number(many["cpu_us"]),
        _number(results.beside_limit(name, 32)),
        f"{one['p50_us'] / 1e3:.2f} / {one['p99_us'] / 1e3:.2f}",
        f"{many['p50_us'] / 1e3:.2f} / {many['p99_us'] / 1e3:.2f}",
        f"{many['rps']:,.0f}",
        f"{results.least(name, 'rss_kb') / 1024:,.0f}",
        f"{results.least(name, 'startup_s'):.2f}",
    ]


def sizes(results: Results) -> str:
    """Return what mockforge costs by what is recorded and asked."""
    names = [*_named(results, "peer"), *results.names("sizes")]
    base = {}
    rows = []
    for name in names:
        told = next(row for row in results.of(name) if row.get("loads"))
        one, many = (results.load(name, connections) for connections in CONNECTIONS)
        kind = told["asked"].rpartition(" ")[2]
        used = one["cpu_us"], many["cpu_us"]
        if told["count"] == EXCHANGES:
            base.setdefault(kind, used)
        beside = zip(used, base.get(kind, ()), strict=False)
        asked = f"{told['requests']:,} {kind}s"
        asked = asked if kind != "first" else "the same 200"
        if all(row.get("cold") for row in results.of(name)):
            asked += ", some for the first time"
        if "--" in name:
            asked += f", `{name.rpartition(', ')[2]}`"
        rows.append(
            [
                f"{told['count']:,}",
                asked,
                f"{many['bytes_per']:,.0f}",
                *(_number(load["cpu_us"]) for load in (one, many)),
                " / ".join(f"{mine / least:.2f}" for mine, least in beside),
                f"{many['p99_us'] / 1e3:.2f}",
                f"{told['bodies'] / (1 << 20):,.1f}",
                f"{results.least(name, 'rss_kb') / 1024:,.0f}",
                f"{results.least(name, 'startup_s'):.2f}",
            ]
        )
    columns = ("exchanges", "asked in turn", "bytes an answer", "CPU µs, 1")
    columns += ("CPU µs, 32", "beside 200: 1 / 32", "p99 ms, 32", "bodies MB")
    return _table((*columns, "RSS MB", "first answer s"), rows)


def same(results: Results) -> str:
    """Return what each server takes for the same request."""
    rows = []
    for name in results.names("peer"):
        told = next(row for row in results.of(name) if row.get("check"))["check"]
        rows.append(
            [
                _label(results, name),
                told["query_reordered"],
                told["json_reordered"],
                told["unknown"],
            ]
        )
    columns = ("server", "query in another order", "JSON written in another way")
    return _table((*columns, "a request never recorded"), rows)


def in_process(results: Results) -> str:
    """Return a line for each client that VCR.py answers in its own process."""
    lines = []
    for row in results.rows:
        if row.get("group") == "process" and "rps" in row:
            lines.append(
                f"- {row['name']}: {row['ok']} of 200 right, {_number(row['cpu_us'])}"
                f" µs of CPU for a request, client included; {row['rps']:,.0f}"
                f" requests/s; {row['load_s']:.2f} s to read the cassette."
            )
    return "\n".join(lines) or UNMEASURED


def missing(results: Results) -> str:
    """Return what was asked for and has no figures, with the reason."""
    lines = []
    for name in dict.fromkeys(row["name"] for row in results.rows):
        rows = results.of(name)
        if any(row.get("loads") or "rps" in row for row in rows):
            continue
        why = rows[0].get("left_out") or "it did not run here"
        lines.append(f"- {name}: {why}.")
    return "\n".join(lines) or "Nothing."


def _bars(results: Results) -> Iterable[Bar]:
    for name in results.names("peer", "limit"):
        kind = "limit" if name in results.names("limit") else "peer"
        kind = "mine" if name == "mockforge" else kind
        if used := results.load(name, 32)["cpu_us"]:
            yield Bar(_short(name), used, kind)


def _short(name: str) -> str:
    return name.removeprefix("base: ").replace(" py3.13", "")


def _label(results: Results, name: str) -> str:
    is_ours = any(row.get("ours") for row in results.of(name))
    return f"**{_short(name)}**" if is_ours else _short(name)


def _right(results: Results, name: str) -> str:
    """Return how many answers were the recorded bytes, and what was wrong."""
    rows = [row for row in results.of(name) if row.get("loads")]
    if rows[0].get("kind") == "limit":
        return "sends a constant"
    checks = [row[k] for row in rows for k in ("check", "check_after") if k in row]
    worst = min(checks, key=lambda check: (check["exact"], check["json"]))
    text = str(worst["exact"])
    if worst["json"] > worst["exact"]:
        text += f" ({worst['json']} as JSON)"
    errors = [text for text in results.wrong(name) if "right" not in text]
    return "; ".join([text, *errors])


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _table(columns: Iterable[str], rows: Iterable[list[str]]) -> str:
    columns, rows = list(columns), list(rows)
    if not rows:
        return UNMEASURED
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
