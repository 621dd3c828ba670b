"""One screen of text about a demonstration."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping

from mockforge.demo.outcome import Learnt, Outcome, Replayed, Seen

WIDTH = 100
LABEL = 10
HEIGHT = 40
MOST_DEVIATIONS = 5


def render(outcome: Outcome) -> list[str]:
    """Return the screen, line by line: at most 40, of 100 columns."""
    above = [
        f"mockforge demo: a small shop was recorded, stopped and replayed"
        f"  (seed {outcome.seed}, {outcome.seconds:.1f} s)",
        "",
        *_labelled("recorded", _recorded(outcome)),
    ]
    below = [
        "",
        *_labelled("replayed", _replayed(outcome.replayed)),
        *_labelled("redacted", _redacted(outcome)),
        *_labelled("learned", _learned(outcome.learned)),
        *_labelled("kept", _kept(outcome)),
        "",
        *_labelled("next", _next(outcome)),
    ]
    room = HEIGHT - len(above) - len(below)
    lines = [*above, *_endpoints(outcome.seen, room), *below]
    return [_fitted(line) for line in lines]


def _recorded(outcome: Outcome) -> Iterator[str]:
    seen = outcome.seen
    yield (
        f"{_count(seen.exchanges, 'exchange')}, {_size(seen.size)},"
        f" by an ordinary client through {outcome.proxy}"
    )
    messages = _count(seen.messages, "message")
    parts = [
        f"{_count(seen.websockets, 'WebSocket')} with {messages}",
        _count(seen.streams, "event stream"),
    ]
    if seen.failures:
        parts.append(f"{_count(seen.failures, 'failure')} that the client retried")
    yield ", ".join(parts)
    if outcome.broken:
        yield f"NOT COMPLETE: {outcome.broken}"


def _endpoints(seen: Seen, room: int) -> Iterator[str]:
    rows = [(path, _methods(methods)) for path, methods in seen.endpoints.items()]
    shown = rows if len(rows) <= room else rows[: room - 1]
    width = min(max((len(path) for path, _ in shown), default=0), 62)
    for path, methods in shown:
        yield f"  {path:<{width}}  {methods}"
    if len(shown) < len(rows):
        yield f"  and {len(rows) - len(shown)} more paths"


def _replayed(replayed: Replayed) -> Iterator[str]:
    yield "the shop was stopped; the same client called the same address again"
    yield (
        f"{replayed.equal} of {replayed.asked} answers are the recorded ones, byte for"
        f" byte; {_count(len(replayed.misses), 'miss', 'misses')}"
    )
    for deviation in replayed.deviations[:MOST_DEVIATIONS]:
        yield f"NOT EQUAL: {deviation}"
    if (more := len(replayed.deviations) - MOST_DEVIATIONS) > 0:
        yield f"and {more} more"
    if replayed.broken:
        yield f"NOT COMPLETE: {replayed.broken}"
    if replayed.websocket:
        yield f"the WebSocket was not: {replayed.websocket}"


def _redacted(outcome: Outcome) -> Iterator[str]:
    count = sum(outcome.redacted.values())
    yield f"{_count(count, 'value')} got a stand-in before they reached the disk"
    yield f"({_tally(outcome.redacted)})"
    found = "none is" if not outcome.leaked else f"{outcome.leaked} ARE"
    yield f"of {outcome.secrets} passwords, tokens and cookies {found} in the recording"


def _learned(learned: Learnt) -> Iterator[str]:
    if learned.endpoints:
        things = ", ".join(learned.things)
        yield (
            f"{_count(learned.endpoints, 'endpoint')}; it keeps {things or 'nothing'};"
            f" of {_count(learned.values, 'value')} where they come from"
        )


def _kept(outcome: Outcome) -> Iterator[str]:
    if outcome.kept:
        yield f"{outcome.recording}"
    else:
        yield "nothing: the recording is deleted again; --keep DIR keeps it"


def _next(outcome: Outcome) -> Iterator[str]:
    if outcome.kept:
        place = shlex.quote(outcome.recording)
        yield f"mockforge recordings show {place}"
        yield f"mockforge replay {place} --port 8080 --on-miss invent"
    yield "on your own API:"
    yield "  mockforge proxy --upstream https://api.example.com --port 8080 --db api.db"
    yield "  (use http://127.0.0.1:8080 instead of the API, then press Ctrl-C)"
    yield "  mockforge replay api.db --port 8080"


def _labelled(label: str, lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield f"{label:<{LABEL}}{line}"
        label = ""


def _methods(methods: Mapping[str, Mapping[str, int]]) -> str:
    return ", ".join(
        f"{method} {_tally(statuses, times=True)}"
        for method, statuses in methods.items()
    )


def _tally(counts: Mapping[str, int], *, times: bool = False) -> str:
    if times:
        return " ".join(
            status if count == 1 else f"{status}x{count}"
            for status, count in sorted(counts.items())
        )
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{name} {count}" for name, count in ordered) or "none"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _size(count: int) -> str:
    return f"{count} bytes" if count < 10_000 else f"{count / 1000:.1f} kB"


def _fitted(line: str) -> str:
    return line if len(line) <= WIDTH else line[: WIDTH - 3] + "..."
