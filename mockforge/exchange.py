"""One request with its response, as a fact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mockforge.event import Event
from mockforge.http import Request, Response, problem
from mockforge.provenance import Source


class FailureKind(StrEnum):
    """How an exchange ended without a whole response."""

    DNS = "dns"
    """The upstream's name has no address."""
    REFUSED = "refused"
    """Nothing listens there, or no route leads there."""
    TLS = "tls"
    """No secure connection could be agreed on."""
    TIMEOUT = "timeout"
    """The upstream did not answer in time."""
    RESET = "reset"
    """The upstream broke off."""
    PROTOCOL = "protocol"
    """What the upstream said is not HTTP."""
    CLIENT = "client"
    """The client left before the answer was complete."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no whole response."""

    kind: FailureKind
    message: str
    """What the network said, for people."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request with its response or its failure, frozen and stored."""

    request: Request
    """As the upstream saw it: its authority, not the proxy's."""
    response: Response | None
    """None when nothing of an answer came. With a failure, what had come until then."""
    failure: Failure | None = None
    source: Source = Source.UPSTREAM
    session: str = ""
    started: float = 0.0
    """Seconds since the epoch, when the request's head had arrived."""
    first_byte: float | None = None
    """Seconds from *started* to the response's head."""
    elapsed: float = 0.0
    """Seconds from *started* to the end of the response."""
    events: tuple[Event, ...] = ()
    """The messages of a WebSocket conversation, in order."""
    endpoint: str = ""
    """Method and path template; see endpoint.py."""
    id: int | None = None
    """Its number in the recording; None until it is stored."""


_NEXT = {
    FailureKind.DNS: "correct the name in --upstream",
    FailureKind.REFUSED: "start the upstream, or correct the port in --upstream",
    FailureKind.TLS: "name who vouches for it with --upstream-ca FILE, or believe it"
    " unseen with --insecure; http:// if it speaks no TLS",
    FailureKind.TIMEOUT: "give it longer with --timeout",
    FailureKind.RESET: "ask again; look into the upstream's log if it stays so",
    FailureKind.PROTOCOL: "check that it speaks HTTP there; https:// if it wants TLS",
    FailureKind.CLIENT: "ask again",
}
"""What to do about a failure, by its kind."""


def failure_response(failure: Failure, asked: Request) -> Response:
    """Return the 502, or 504 after a time-out, that tells a client of *failure*."""
    status = 504 if failure.kind is FailureKind.TIMEOUT else 502
    return problem(
        status,
        "the upstream did not answer",
        f"{asked.origin}: {failure.message}",
        kind=f"urn:mockforge:upstream:{failure.kind}",
        failure=failure.kind.value,
        next=_NEXT[failure.kind],
    )
