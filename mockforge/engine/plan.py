"""What the pipeline takes and gives: plans, answers, and the head of a streamed one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from mockforge.exchange import Exchange, FailureKind
from mockforge.http import Origin, Request, Response
from mockforge.provenance import Provenance
from mockforge.sources.misses import NoMatch
from mockforge.sources.recorded import Kept, Match
from mockforge.stages import origins

if TYPE_CHECKING:
    from mockforge.engine.weighing import Weighing
    from mockforge.stubs.stub import Found

FAILED = "the upstream had failed when recorded"
"""Why an answer is the account of a failure."""


class Records(Protocol):
    """Where exchanges go to be kept."""

    async def record(self, exchange: Exchange) -> None:
        """Keep *exchange*; return when it is as safe as was asked for."""

    def standin(self, secret: str) -> str:
        """Return what stands for *secret* in this recording."""


class Renews(Protocol):
    """What has an engine answer by settings that may be written differently later."""

    read: Callable[[], Any] | None
    """Reads them again; None where they are not from a file."""

    async def renewed(self) -> int:
        """Read the settings again, answer by them, and return how many endpoints.

        Raises:
            MockforgeError: If they cannot be meant; all stays as it was then.
        """


class OnMiss(StrEnum):
    """What a replay does with a request that nothing recorded answers."""

    FAIL = "fail"
    UPSTREAM = "upstream"
    RECALL = "recall"
    INVENT = "invent"


class Ending(StrEnum):
    """What the surface does when the last byte of the body is sent."""

    WHOLE = "whole"
    """The answer is complete."""
    BROKEN = "broken"
    """Break the connection: the upstream did, and what came until then was sent."""
    OPEN = "open"
    """Keep the stream open until the client leaves, as it was when recorded."""
    RESET = "reset"
    """Send nothing, and reset the connection."""
    EMPTY = "empty"
    """Send nothing, and end the connection as if that were all."""
    SILENT = "silent"
    """Send nothing until the client leaves."""
    RAW = "raw"
    """Send the body alone, which is no HTTP, and end the connection."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What was decided before anything is fetched."""

    request: Request
    """As the client sent it, addressed to us."""
    asked: Request
    """The same, addressed to the upstream: what is matched, forwarded and stored."""
    session: str
    wants_upstream: bool
    """The surface is to fetch *asked* and hand the response to finish."""
    match: Match | None = None
    """The recorded answer, if one was found and is to be used."""
    miss: NoMatch | None = None
    """Why no recorded answer was found, if one was looked for."""
    invents: bool = False
    """What was recorded is not asked first: it would be wrong by now."""
    is_named: bool = False
    """The client itself named the origin."""
    said: Request | None = None
    """*asked* with recorded values in the place of those that stand for them; None if
    none do."""
    upstreams: Collection[Origin] = ()
    """Origins that an answer may name and that lead the client back to us."""
    stub: Found | None = None
    """The endpoint of the settings that answers, if one does."""
    weighing: Weighing | None = None
    """How real the answer is to be; None where nothing is mixed."""

    @property
    def meant(self) -> Request:
        """What is asked in the words of the recordings, as inventors know them."""
        return self.said or self.asked

    @property
    def outward(self) -> origins.Outward | None:
        """How absolute URLs in the answer lead back to us; None if nothing changes."""
        if not self.upstreams or self.request.origin in self.upstreams:
            return None
        return origins.Outward(tuple(self.upstreams), self.request.origin)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be delivered, and when."""

    response: Response
    provenance: Provenance
    delay: float = 0.0
    """Seconds from the request's arrival; the surface subtracts what has passed."""
    why: tuple[str, ...] = ()
    """What was decided and what was fallen back from, one sentence each."""
    repeatable: bool = False
    """When it is the turn of this exchange, such a request gets these bytes."""
    ending: Ending = Ending.WHOLE


@dataclass(frozen=True, slots=True)
class Opening:
    """How an upstream's answer is delivered whose body passes through in pieces."""

    head: Response
    """Without a body."""
    rewriter: origins.BodyStream | None
    """What the pieces go through; None if they stay as they are."""


NOTHING = frozenset({Ending.RESET, Ending.EMPTY, Ending.SILENT, Ending.RAW})
"""Endings of answers that are none: no head is sent."""


def ending_of(kept: Kept) -> Ending:
    """Return what follows the last byte of what was recorded."""
    if kept.failure is None:
        return Ending.WHOLE
    if kept.failure.kind is FailureKind.CLIENT:
        return Ending.OPEN
    return Ending.BROKEN
