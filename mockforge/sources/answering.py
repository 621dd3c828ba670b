"""What answers a request: which recorded exchange, and what was kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Request, Response
from mockforge.provenance import Tier
from mockforge.sources.correlated.echoes import Heard, echoes, may_echo
from mockforge.sources.correlated.living import Living, living

if TYPE_CHECKING:
    from mockforge.recordings.files import Recording
    from mockforge.sources.correlated.renaming import Teaching
    from mockforge.sources.turns import Pool
    from mockforge.store.indexed import Indexed

# The answers that are asked for again and again are held as they are sent; these are
# for whoever needs the message itself. A long one is read again each time, which
# takes less than sending it does.
HELD_BODY = 1 << 20


@dataclass(frozen=True, slots=True)
class Match:
    """The recorded exchange that answers a request."""

    recording: str
    id: int
    last: bool
    """The same request will be answered by it from now on."""
    shelf: int = 0
    """The number of its recording."""
    row: Indexed | None = None
    """Its entry."""
    pool: Pool | None = None
    """Everything that answers the request's key."""
    tier: Tier = Tier.EXACT
    """How it was found."""
    teaching: Teaching | None = None
    """What its request says of what was recorded; None if it says nothing."""
    asked: Request | None = None
    """The recorded request, if it differs from the one that is answered."""
    score: float | None = None
    """How well it fits, if it is only the nearest."""
    drawn: str = ""
    """Why it was drawn, if it was, in place of what answers the request."""

    @property
    def is_plain(self) -> bool:
        """Its answer is as recorded, whoever asks, if no time in it must live."""
        return self.teaching is None and not self.drawn


@dataclass(frozen=True, slots=True)
class Kept:
    """What was recorded of an answer."""

    response: Response | None
    failure: Failure | None = None
    first_byte: float | None = None
    """Seconds from the request to the response's head."""
    living: Living | None = None
    """Where it holds times that must live."""
    heard: Heard = ()
    """What it echoes of its request's header."""

    @property
    def is_incomplete(self) -> bool:
        """Only a beginning of the answer was kept, and nothing says where it ended.

        What a client left early is incomplete if its length was announced. A stream
        has none: what came until then is what there was.
        """
        if self.response is None:
            return False
        if self.response.size is not None:
            return True
        return (
            self.failure is not None
            and self.failure.kind is FailureKind.CLIENT
            and self.response.header("Content-Length") is not None
        )


async def read(recording: Recording, row: Indexed) -> Kept:
    """Return what was recorded as the answer of the exchange at *row*.

    Raises:
        RecordingError: If it cannot be read any more.
    """
    reply = await recording.reply(row)
    kept = Kept(reply.response, reply.failure, reply.first_byte)
    told = reply.response
    if told is None or len(told.body) > HELD_BODY:
        return kept
    places = living(told, row.started, reply.first_byte or 0.0)
    heard: Heard = ()
    if may_echo(told):
        heard = echoes(reply.asked(), told)
    return replace(kept, living=places, heard=heard)


async def answering(recording: Recording, index: Sequence[Indexed]) -> list[Indexed]:
    """Return the rows of *index* that can answer a request.

    What a client left before an answer began answers nothing. What it left before an
    answer ended gives way to a whole answer with the same key.
    """
    weak: set[int] = set()
    gone: set[int] = set()
    failed = [row.id for row in index if row.failed and row.kind == "http"]
    for start in range(0, len(failed), 500):
        for exchange in await recording.load(failed[start : start + 500]):
            assert exchange.id is not None
            if _left_early(exchange):
                (weak if exchange.response else gone).add(exchange.id)
    if not weak and not gone:
        return list(index)
    whole = {row.key for row in index if row.id not in weak and row.id not in gone}
    return [
        row
        for row in index
        if row.id not in gone and not (row.id in weak and row.key in whole)
    ]


def _left_early(exchange: Exchange) -> bool:
    failure = exchange.failure
    return failure is not None and failure.kind is FailureKind.CLIENT
