"""Numbers that a client counts its requests with, as JSON-RPC does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from mockforge.bodies.document import Path
from mockforge.learning.bindings.requests import Place, Seen
from mockforge.learning.bindings.words import hint, is_paging


def calls(every: Sequence[Place]) -> set[tuple[str, Path]]:
    """Return where clients of JSON-RPC number their calls, by endpoint.

    Its specification (2.0, part 4) says that an id is the client's, and that the
    answer repeats it.
    """
    return {
        (place.endpoint, (*place.path[:-1], "id"))
        for place in every
        if place.path[-1] == "jsonrpc" and place.seen[0].text == "2.0"
    }


def counters(every: Sequence[Place]) -> set[Path]:
    """Return the paths, the same at all endpoints, that count requests.

    A page is counted too, but for one endpoint alone, and from one in each session.
    """
    seen: dict[Path, list[Seen]] = defaultdict(list)
    endpoints: dict[Path, set[str]] = defaultdict(set)
    for place in every:
        if place.part in ("query", "header", "body") and "*" not in place.path:
            seen[place.path] += place.seen
            endpoints[place.path].add(place.endpoint)
    return {
        path
        for path, found in seen.items()
        if _counts(path, found, len(endpoints[path]))
    }


def _counts(path: Path, seen: Sequence[Seen], endpoints: int) -> bool:
    if is_paging(path):
        return False
    by_session: dict[str, list[int]] = defaultdict(list)
    for one in sorted(seen, key=lambda one: one.number):
        if not one.text.isascii() or not one.text.isdigit() or len(one.text) > 18:
            return False
        by_session[one.session].append(int(one.text))
    sessions = sorted(by_session.values())
    if _goes_on(sessions):
        return True
    steps = [step for numbers in sessions for step in _steps(numbers)]
    is_counted = len(steps) > 1 and steps.count(1) >= 0.9 * len(steps)
    return is_counted and (endpoints > 1 or hint(path) >= 3)


def _goes_on(sessions: Sequence[Sequence[int]]) -> bool:
    """Tell whether sessions count on from each other, one after another."""
    steps = _steps([number for numbers in sessions for number in numbers])
    return (
        len(sessions) > 1 and len(steps) > 1 and all(0 < step < 1000 for step in steps)
    )


def _steps(numbers: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise(numbers)]
