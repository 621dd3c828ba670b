"""The recording that is nearest to a request without an answer, and what to do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

from mockforge.exchange import Exchange
from mockforge.http import Request
from mockforge.recordings.matchers import Difference, decoded
from mockforge.sources.misses import MissKind, Nearest, NoMatch
from mockforge.sources.remedies import detail_of, next_step_of

if TYPE_CHECKING:
    from mockforge.recordings.matchers import Matcher
    from mockforge.recordings.redact import NoRedaction, Redactor
    from mockforge.sources.shelf import Shelf
    from mockforge.store.indexed import Indexed

    Candidate = tuple[Shelf, Indexed]
    """An exchange that may be the nearest, and where it is."""

# Requests that are read and compared at a miss, however large the recording. Reading
# one takes about a millisecond.
COMPARED = 24
# Paths compared by their letters: those that sort beside the one asked, from the
# front and from the back.
NEIGHBOURS = 16
SHOWN_BODY = 300
SHOWN_DIFFERENCES = 12


@dataclass(frozen=True, slots=True)
class Found:
    """The nearest exchange so far."""

    shelf: Shelf
    id: int
    request: Request
    """Redacted."""
    exchange: Exchange
    differences: list[Difference]


def no_match(
    request: Request, session: str, kind: MissKind, shelves: Sequence[Shelf]
) -> NoMatch:
    """Return a miss that says what was asked and where it was looked for."""
    redactor = shelves[0].recording.redactor
    shown = redactor.request(request, keep_standins=True)
    return NoMatch(
        request,
        kind,
        session,
        url=redactor.text(shown.url),
        body=_preview(shown, redactor),
        looked_in=tuple(
            f"{shelf.name} ({len(shelf.rows)} exchanges)" for shelf in shelves
        ),
        detail=kind.value,
    )


async def explain(miss: NoMatch, shelves: Sequence[Shelf], matcher: Matcher) -> NoMatch:
    """Return *miss* with the nearest recording, what differs, and the next step."""
    found = await _nearest(miss, shelves, matcher)
    if found is not None:
        redactor = found.shelf.recording.redactor
        shown = Nearest(
            found.shelf.name,
            found.id,
            found.request.method,
            redactor.text(found.request.url),
            _preview(found.request, redactor),
        )
        told = _told(found.differences, redactor)
        miss = replace(miss, nearest=shown, differences=told)
    there = found.exchange if found else None
    miss = replace(miss, detail=detail_of(miss, there, shelves))
    return replace(miss, next_step=next_step_of(miss, shelves))


async def _nearest(
    miss: NoMatch, shelves: Sequence[Shelf], matcher: Matcher
) -> Found | None:
    asked: dict[str, Request] = {}
    best: Found | None = None
    for shelf, row in islice(_candidates(miss, shelves), COMPARED):
        redactor = shelf.recording.redactor
        if shelf.name not in asked:
            asked[shelf.name] = redactor.request(miss.request, keep_standins=True)
        (exchange,) = await shelf.recording.load([row.id])
        # An import may hold secrets, and a difference must not show them.
        recorded = redactor.request(exchange.request, keep_standins=True)
        differences = matcher.differences(asked[shelf.name], recorded)
        if best is None or len(differences) < len(best.differences):
            best = Found(shelf, row.id, recorded, exchange, differences)
        if len(best.differences) <= 1 or miss.kind is MissKind.NO_PATH:
            break
    return best


def _candidates(miss: NoMatch, shelves: Sequence[Shelf]) -> Iterator[Candidate]:
    if miss.kind is MissKind.WEBSOCKET:
        yield from _sockets(miss, shelves)
    elif miss.ids:
        yield from _known(miss.ids, shelves)
    elif miss.alike and miss.kind is not MissKind.FIELD_DIFFERS:
        yield from _known(miss.alike, shelves)
    elif miss.kind in (MissKind.NO_PATH, MissKind.NO_HOST):
        yield from _by_path(miss, shelves)
    else:
        yield from _by_fields(miss, shelves)
        yield from _known(miss.alike, shelves)


def _known(
    ids: Sequence[tuple[str, int]], shelves: Sequence[Shelf]
) -> Iterator[Candidate]:
    wanted = set(ids)
    found = {
        (shelf.name, row.id): (shelf, row)
        for shelf in shelves
        if wanted
        for row in shelf.rows
        if (shelf.name, row.id) in wanted
    }
    for one in ids:
        if one in found:
            yield found[one]


def _sockets(miss: NoMatch, shelves: Sequence[Shelf]) -> Iterator[Candidate]:
    path = miss.request.path
    for shelf in shelves:
        for row in shelf.sockets:
            if row.target.partition("?")[0] == path:
                yield (shelf, row)


def _by_path(miss: NoMatch, shelves: Sequence[Shelf]) -> Iterator[Candidate]:
    """Yield exchanges whose path looks most like the one asked."""
    path, method = miss.request.path, miss.request.method
    found: list[tuple[float, Candidate]] = []
    for shelf in shelves:
        for near in _neighbours(path, shelf):
            likeness = SequenceMatcher(None, near, path, autojunk=False).ratio()
            groups = shelf.by_path[near]
            same = [rows for (each, _), rows in groups.items() if each == method]
            row = (same or list(groups.values()))[0][0]
            # Another method counts like a letter or two.
            found.append((likeness + (0.05 if same else 0.0), (shelf, row)))
    found.sort(key=lambda pair: -pair[0])
    for _, candidate in found:
        yield candidate


def _neighbours(path: str, shelf: Shelf) -> Iterable[str]:
    forward, backward = shelf.paths
    near = dict.fromkeys(_around(forward, path))
    near.update(dict.fromkeys(each[::-1] for each in _around(backward, path[::-1])))
    return near


def _around(ordered: list[str], text: str) -> list[str]:
    at = bisect_left(ordered, text)
    return ordered[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]


def _by_fields(miss: NoMatch, shelves: Sequence[Shelf]) -> Iterator[Candidate]:
    """Yield exchanges of this path: what comes next in the session, then the rest."""
    request = miss.request
    for shelf in shelves:
        groups = shelf.by_path.get(request.path, {})
        same = [
            rows for (method, _), rows in groups.items() if method == request.method
        ]
        for rows in same or groups.values():
            at = bisect_left(
                rows, shelf.position(miss.session), key=lambda row: row.started
            )
            # A client that repeats its script asks next what was recorded next.
            ahead = rows[at : at + COMPARED // 2]
            like = _like(rows, request.target)
            chosen = {row.id: row for row in (*ahead, *like, *rows[: COMPARED // 4])}
            for row in chosen.values():
                yield (shelf, row)


def _like(rows: Sequence[Indexed], target: str) -> list[Indexed]:
    """Return the rows whose target sorts beside *target*; few rows are all taken."""
    if len(rows) <= COMPARED or not target.partition("?")[2]:
        return list(rows[:COMPARED])
    ordered = sorted(rows, key=lambda row: row.target)
    at = bisect_left(ordered, target, key=lambda row: row.target)
    return ordered[max(0, at - COMPARED // 4) : at + COMPARED // 4]


def _told(
    differences: Sequence[Difference], redactor: Redactor | NoRedaction
) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            each.where,
            recorded=redactor.text(each.recorded),
            asked=redactor.text(each.asked),
        )
        for each in differences[:SHOWN_DIFFERENCES]
    )


def _preview(request: Request, redactor: Redactor | NoRedaction) -> str:
    """Return the beginning of the body as text, or how much there is of it."""
    if not request.body:
        return ""
    try:
        text = decoded(request.headers, request.body).decode()
    except (ValueError, UnicodeDecodeError):
        return f"{len(request.body)} bytes"
    line = redactor.text(" ".join(text.split()))
    return line if len(line) <= SHOWN_BODY else f"{line[:SHOWN_BODY]}..."
