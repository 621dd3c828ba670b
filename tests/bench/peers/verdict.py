"""Whether what was measured is an answer: right before, during and after the load."""

import json
from pathlib import Path

from rows import Row, report_of

# wrk may stop anywhere in its round, and failures do not lie evenly in it.
ROUND = 20


def problems(row: Row, found: dict, folder: Path) -> list[str]:
    """Return what is wrong with a measurement; nothing is expected of a limit."""
    if "failed" in found:
        return ["it did not run"]
    told = _loads(row, found)
    if row.kind != "replay":
        return told
    told += _answers(row, found["check"], "before the load")
    if "check_after" in found:
        told += _answers(row, found["check_after"], "after the load")
    if row.is_ours:
        told += _counted(row, found, report_of(folder))
    return told


def _answers(row: Row, check: dict, when: str) -> list[str]:
    # Some peers parse and write JSON bodies anew: told in the table, not refused.
    same = "exact" if row.is_ours else "json"
    right = min(check[same], check["headers"]) if row.is_ours else check[same]
    return [f"{right} of {check['of']} right {when}"] if right < check["of"] else []


def _loads(row: Row, found: dict) -> list[str]:
    told = []
    for load in found.get("loads", []):
        where = f"at {load['conns']} connections"
        if load["errors"]:
            told.append(f"{load['errors']} socket errors {where}")
        slack = ROUND / max(load["requests"], 1)
        if row.kind == "replay" and abs(load["e_status"] - row.failing) > slack:
            share = f"{load['e_status']:.2%}, not {row.failing:.2%}"
            told.append(f"{share} of the statuses are failures {where}")
    return told


def _counted(row: Row, found: dict, report: Path) -> list[str]:
    """Return what is wrong with the counts that mockforge kept."""
    if not report.exists():
        return ["it wrote no report"]
    told = json.loads(report.read_text())
    found["served"] = told["served"]["total"]
    found["missed"] = told["missed"]["total"]
    asked = sum(load["requests"] for load in found.get("loads", []))
    asked += found["check"]["of"] + found.get("check_after", {}).get("of", 0)
    # Not wrong, but then the load paid for what is done once.
    is_cold = found["served"] - asked < row.requests
    found["cold"] = bool(found.get("loads")) and is_cold
    wrong = []
    if found["served"] < asked:
        wrong.append(f"it counted {found['served']} answers of at least {asked}")
    # One request that was never recorded is asked, to see what comes.
    if found["missed"] != 1:
        wrong.append(f"it counted {found['missed']} misses, not 1")
    return wrong
