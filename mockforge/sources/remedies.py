"""The words of a miss: what separates a request from the recordings, and the fix."""

from __future__ import annotations

import re
from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING

from mockforge.exchange import Exchange
from mockforge.sources.misses import MissKind, NoMatch

if TYPE_CHECKING:
    from mockforge.sources.shelf import Shelf

# More than this many fields to ignore is another request, not a volatile field.
IGNORABLE = 3
DETAILS = {
    MissKind.NO_HOST: "nothing of {origin} is recorded, only {origins}",
    MissKind.NO_PATH: "its path is not recorded",
    MissKind.NO_METHOD: "its path is recorded, but only with {methods}",
    MissKind.CONSUMED: "all its recorded answers were given, and after_last is miss",
    MissKind.OUT_OF_SCOPE: "it is recorded, but not of {origin}",
}
_PASSWORD = re.compile(r"(?<=://)[^/@\s]*@")


def detail_of(miss: NoMatch, near: Exchange | None, shelves: Sequence[Shelf]) -> str:
    """Return a sentence on why *miss* has no answer.

    Args:
        miss: With its nearest recording, where there is one.
        near: The nearest exchange.
        shelves: What was searched.
    """
    if miss.kind is MissKind.INCOMPLETE:
        return _incomplete(near)
    if miss.kind is MissKind.WEBSOCKET:
        return _websocket(near)
    if miss.kind is MissKind.FIELD_DIFFERS:
        return _fields(miss)
    return DETAILS[miss.kind].format(
        origin=miss.request.origin,
        origins=_origins(shelves),
        methods=_methods(miss, shelves),
    )


def next_step_of(miss: NoMatch, shelves: Sequence[Shelf]) -> str:
    """Return the command, or the lines of config, that make *miss* an answer."""
    if miss.kind is MissKind.WEBSOCKET:
        return "replay the HTTP requests alone, and send this one to the real API"
    if miss.kind is MissKind.CONSUMED:
        return "repeat the last answer: mockforge replay --after-last last"
    if miss.kind in (MissKind.NO_HOST, MissKind.OUT_OF_SCOPE):
        known = _origins(shelves)
        return f"{_record(miss, shelves)}\nor ask for {known}" if known else ""
    steps = [_record(miss, shelves)]
    entries = [_ignore_entry(each.where) for each in miss.differences]
    if miss.kind is MissKind.FIELD_DIFFERS and _are_few(entries):
        listed = ", ".join(f'"{entry}"' for entry in entries)
        steps.append(
            "or, where the value does not matter, in mockforge.yaml:\n"
            f"matching:\n  ignore: [{listed}]"
        )
    return "\n".join(steps)


def place(location: str) -> str:
    """Return *location* without the user and password a database URL may hold."""
    return _PASSWORD.sub("", location)


def _record(miss: NoMatch, shelves: Sequence[Shelf]) -> str:
    origin = miss.request.origin
    known = [each for shelf in shelves for each in shelf.origins]
    if miss.kind is not MissKind.NO_HOST and origin not in known and known:
        origin = known[0]
    command = f"mockforge proxy --upstream {origin}"
    if miss.kind is MissKind.INCOMPLETE:
        command += " --max-body 1GB"
    location = place(shelves[0].recording.location)
    if "://" in location or location.endswith((".db", ".sqlite", ".sqlite3")):
        return f"record it: {command} --db {quote(location)}"
    return (
        f"record it: {command} --db new.db\n"
        f"then: mockforge recordings export new.db -o {quote(location)}"
    )


def _ignore_entry(where: str) -> str | None:
    part, _, name = where.partition(".")
    if not name:
        return None
    if part == "body" and name.startswith("$"):
        return name
    return f"{part}:{name}" if part in ("query", "header") else None


def _are_few(entries: Sequence[str | None]) -> bool:
    return 0 < len(entries) <= IGNORABLE and all(entries)


def _origins(shelves: Sequence[Shelf]) -> str:
    known = sorted({str(origin) for shelf in shelves for origin in shelf.origins})
    shown = ", ".join(known[:5])
    return f"{shown} and {len(known) - 5} more" if len(known) > 5 else shown


def _methods(miss: NoMatch, shelves: Sequence[Shelf]) -> str:
    known = {
        method
        for shelf in shelves
        for method, _ in shelf.by_path.get(miss.request.path, ())
    }
    return ", ".join(sorted(known))


def _fields(miss: NoMatch) -> str:
    if not miss.differences:
        return "its method and path are recorded, with other contents"
    named = ", ".join(each.where for each in miss.differences[:IGNORABLE])
    more = len(miss.differences) - IGNORABLE
    return f"it differs in {named}" + (f" and {more} more" if more > 0 else "")


def _incomplete(near: Exchange | None) -> str:
    response = near.response if near else None
    if response is None or response.size is None:
        return "the client had left before its answer was complete"
    return f"only {len(response.body)} of {response.size} bytes of its answer are kept"


def _websocket(near: Exchange | None) -> str:
    if near is None:
        return "it opens a WebSocket, and none is recorded here"
    return (
        f"it opens a WebSocket; the recording holds {len(near.events)} messages of one,"
        " but replaying them is not yet in this version"
    )
