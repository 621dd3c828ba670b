"""What had been written when a request was recorded, as a mark to compare."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from mockforge.learning.resources.model import Operation, Resources
from mockforge.learning.resources.readings import Sources, is_name, text
from mockforge.learning.resources.timeline import Event, Timeline

MOST = 50_000
Chains = Mapping[tuple[str, str], str]


def what_of(key: str, sources: Sources) -> str:
    """Return a request as text: its endpoint and what it asked."""
    asked = {
        "/".join(map(str, path)): value
        for path, value in sources.items()
        if path[0] in ("param", "query", "body") and len(path) <= 2
    }
    return f"{key} {json.dumps(asked, sort_keys=True, default=str)}"


def request_mark(key: str, sources: Sources) -> str:
    """Return a short mark of a request."""
    return hashlib.blake2b(what_of(key, sources).encode(), digest_size=8).hexdigest()


def chained(before: str, what: str) -> str:
    """Return the mark of everything written so far, *what* being the last."""
    return hashlib.blake2b(f"{before}\n{what}".encode(), digest_size=8).hexdigest()


def mark_of(
    chains: Chains, resources: Resources, operation: Operation, sources: Sources
) -> str:
    """Return the mark of what was written to what a request is about."""
    marks = []
    by_collection = {
        kind.collection: kind.name
        for kind in resources.kinds.values()
        if kind.collection
    }
    for slot, collection in sorted(operation.scope.items(), key=repr):
        parent = by_collection.get(collection, "")
        marks.append(chains.get((parent, text(sources.get(slot))), ""))
    name = next(
        (
            text(sources.get(slot))
            for slot, field in operation.address
            if not field and is_name(sources.get(slot))
        ),
        "",
    )
    marks.append(chains.get((operation.kind, name), ""))
    return " ".join(marks)


def learn_histories(line: Timeline, resources: Resources) -> dict[str, tuple[str, ...]]:
    """Return by the mark of each request the marks of what was written before it."""
    found: dict[str, dict[str, None]] = {}
    sessions: dict[str, dict[tuple[str, str], str]] = {}
    for event in line.events:
        operation = resources.operations.get(event.reading.key)
        if operation is None or len(found) > MOST:
            continue
        chains = sessions.setdefault(event.reading.sample.session, {})
        sources = event.reading.sources
        mark = request_mark(operation.key, sources)
        before = mark_of(chains, resources, operation, sources)
        found.setdefault(mark, {})[before] = None
        _write(event, operation, chains)
    return {mark: tuple(marks) for mark, marks in found.items()}


def _write(
    event: Event, operation: Operation, chains: dict[tuple[str, str], str]
) -> None:
    is_write = operation.role in ("create", "change", "delete")
    if not event.reading.is_ok or not is_write or event.name is None:
        return
    what = what_of(operation.key, event.reading.sources)
    for key in ((operation.kind, ""), (operation.kind, event.name)):
        chains[key] = chained(chains.get(key, ""), what)
