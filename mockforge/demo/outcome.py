"""What a demonstration showed, in figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from mockforge.demo.comparison import Deviation
from mockforge.exchange import Exchange
from mockforge.options import Json


@dataclass(frozen=True, slots=True)
class Seen:
    """What is in the recording."""

    exchanges: int
    """HTTP requests with their answers."""
    size: int
    """Bytes of all bodies and WebSocket messages."""
    endpoints: Mapping[str, Mapping[str, Mapping[str, int]]]
    """Path, then method, then status, then how often; in order of first use."""
    websockets: int
    messages: int
    """On all WebSockets, both ways."""
    streams: int
    """Answers that were streams of server-sent events."""
    failures: int
    """Answers with status 500 or above."""

    @classmethod
    def of(cls, recorded: Iterable[Exchange]) -> Seen:
        """Count what was *recorded*."""
        whole = list(recorded)
        talks = [exchange for exchange in whole if _is_websocket(exchange)]
        plain = [exchange for exchange in whole if not _is_websocket(exchange)]
        # No Counter: asdict() cannot copy one.
        endpoints: dict[str, dict[str, dict[str, int]]] = {}
        for exchange in plain:
            methods = endpoints.setdefault(exchange.request.path, {})
            statuses = methods.setdefault(exchange.request.method, {})
            status = _status(exchange)
            statuses[status] = statuses.get(status, 0) + 1
        return cls(
            exchanges=len(plain),
            size=sum(map(_size, whole)),
            endpoints=endpoints,
            websockets=len(talks),
            messages=sum(
                event.kind != "close" for talk in talks for event in talk.events
            ),
            streams=sum(map(_is_stream, plain)),
            failures=sum(_status(exchange) >= "500" for exchange in plain),
        )


@dataclass(frozen=True, slots=True)
class Replayed:
    """How the session went the second time, with the shop gone."""

    asked: int
    """Requests of the first session."""
    equal: int
    """Answers that were the recorded ones, byte for byte."""
    deviations: tuple[Deviation, ...]
    misses: tuple[str, ...]
    """Why requests found no recording, one line each."""
    websocket: str | None
    """Why the WebSocket was not replayed; None if it was."""
    broken: str | None = None
    """Why the session ended before its time; None if it did not."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the recording teaches about the shop."""

    endpoints: int = 0
    things: tuple[str, ...] = ()
    """What the shop keeps."""
    values: int = 0
    """Places of answers whose values are known to come from somewhere."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a demonstration showed."""

    seed: int
    seconds: float
    """How long all of it took."""
    proxy: str
    """The address that the client called, both times."""
    upstream: str
    """Where the shop was."""
    recording: str
    kept: bool
    """Whether the recording is still there."""
    seen: Seen
    replayed: Replayed
    redacted: Mapping[str, int]
    """Values that got a stand-in, by the name of their field."""
    secrets: int
    """Passwords, tokens and cookies of the session."""
    leaked: int
    """How many of them are in the recording."""
    learned: Learnt = Learnt()
    broken: str | None = None
    """Why the session could not be recorded whole; None if it was."""

    @property
    def matched(self) -> bool:
        """Whether the replay was the recording, and the recording the session."""
        replayed = self.replayed
        whole = self.broken is None and self.seen.exchanges == replayed.asked > 0
        exact = not replayed.deviations and replayed.broken is None
        return whole and exact and replayed.equal == replayed.asked and not self.leaked

    def as_json(self) -> Json:
        """Return everything as JSON."""
        return {"matched": self.matched, **asdict(self)}


def _is_websocket(exchange: Exchange) -> bool:
    return exchange.response is not None and exchange.response.status == 101


def _is_stream(exchange: Exchange) -> bool:
    kind = exchange.response.header("content-type") if exchange.response else None
    return (kind or "").startswith("text/event-stream")


def _status(exchange: Exchange) -> str:
    return str(exchange.response.status) if exchange.response else "failed"


def _size(exchange: Exchange) -> int:
    answered = len(exchange.response.body) if exchange.response else 0
    events = sum(len(event.data) for event in exchange.events)
    return len(exchange.request.body) + answered + events
