"""Figures of the learning benchmark, for people."""

import json
from collections import Counter


def share(part, whole):
    """Return a percentage, or none where there is nothing to take one of."""
    return f"{100 * part / whole:.0f} %" if whole else "none"


def counts(runs):
    """Add up the figures of some runs."""
    total = Counter()
    for run in runs:
        for verdict in run["verdicts"]:
            total["requests"] += 1
            total["right"] += verdict.is_all_right
            total["status"] += verdict.is_right
            is_answered = verdict.mock is not None
            total["valid"] += is_answered and not verdict.invalid
            total["echoing"] += bool(verdict.echoes)
            total["echoed"] += bool(verdict.echoes) and not verdict.wrong
            total["values"] += verdict.values
            total["same"] += verdict.same
        total["steps"] += run["steps"]
        total["equal"] += run["equal"]
        total["raised"] += sum(run["raised"].values())
    return dict(total)


def row(result):
    """Return the figures of one server as plain data."""
    runs = result["runs"]
    return {
        "name": result["name"],
        "strict": {k: v for k, v in result["strict"].items() if k != "missing"},
        "alone": counts(runs),
        "pair": counts(result["pair"]) if result.get("pair") else None,
        "sources": dict(Counter(v.source for run in runs for v in run["verdicts"])),
    }


def table(rows):
    """Return the results as Markdown."""
    lines = [
        "| server | unchanged, strict | varied: requests | right | status"
        " | valid body | echoes | values | steps | exceptions"
        " | two at once: right | status | echoes |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for each in rows:
        strict, one, pair = each["strict"], each["alone"], each["pair"]
        cells = [
            each["name"],
            f"{strict['equal']} of {strict['steps']}",
            one["requests"],
            share(one["right"], one["requests"]),
            share(one["status"], one["requests"]),
            share(one["valid"], one["requests"]),
            share(one["echoed"], one["echoing"]),
            share(one["same"], one["values"]),
            f"{one['equal']} of {one['steps']}",
            one["raised"],
            share(pair["right"], pair["requests"]) if pair else "not apt",
            share(pair["status"], pair["requests"]) if pair else "not apt",
            share(pair["echoed"], pair["echoing"]) if pair else "not apt",
        ]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines) + "\n"


def page(rows, machine, varies):
    """Return the part of the page that the benchmark writes."""
    told = f"Measured with {machine}, VARY {', '.join(map(str, varies))}.\n\n"
    return told + table(rows)


def summary(result, figures, shown):
    """Return what one server's runs were like, with the first requests that differ."""
    lines = [f"== {result['name']}", json.dumps(figures)]
    for line in result["strict"]["missing"][:shown]:
        lines.append(f"  strict lacks {line}")
    for label, some in (("vary", result["runs"]), ("pair", result.get("pair") or [])):
        for run in some:
            lines += told(label, run, shown)
    return "\n".join(lines)


def told(label, run, shown):
    """Tell of one run."""
    figures = counts([run])
    lines = [f"-- {label} {run['vary']}: {json.dumps(figures)}"]
    if run["raised"]:
        lines.append(f"   raised {run['raised']}")
    wrong = [v for v in run["verdicts"] if not v.is_all_right]
    lines += [f"   {said(verdict)}" for verdict in wrong[:shown]]
    lines += [f"   {line[:200]}" for line in run["differs"][: 2 * shown]]
    return lines


def said(verdict):
    """Tell of one request in a line or two."""
    real, mock = verdict.real, verdict.mock
    target = real.exchange.request.target[:90]
    selector = " ".join(verdict.family[2][0])[:60]
    text = f"#{verdict.number} {real.method} {target} {selector}: {real.status}"
    if mock is None:
        return text + ", not asked"
    text += f", mock {mock.status} ({verdict.source})"
    if verdict.invalid:
        text += f"; invalid: {verdict.invalid}"
    for place in verdict.extra[:3]:
        text += f"; {'.'.join(map(str, place))} is too many"
    for place, expected, found in verdict.wrong[:3]:
        where = ".".join(map(str, place))
        text += f"; {where} is {found!r:.60}, not {expected!r:.60}"
    body = mock.told["body"] if mock.told else None
    if mock.status != real.status and body is not None:
        text += f"\n      {json.dumps(body)[:300]}"
    return text
