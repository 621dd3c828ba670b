"""Whose turn it is, asked of the first process, which keeps the sessions of all."""

from __future__ import annotations

from mockforge.http import Origin
from mockforge.options import Json
from mockforge.server.workers.channel import Channel, Gone, Message
from mockforge.sources.recorded import Recorded
from mockforge.sources.shared import Given, Unasked, row_at
from mockforge.sources.turns import Consumed, Pool, Turn, Turns


class Asking:
    """The sessions of one recording, kept by the first process."""

    def __init__(self, channel: Channel, shelf: int, *, is_scoped: bool) -> None:
        """Ask over *channel*.

        Args:
            channel: To the first process.
            shelf: The number of the recording, the same in every process.
            is_scoped: It has exchanges of several origins.
        """
        self._channel = channel
        self._shelf = shelf
        self._is_scoped = is_scoped

    async def take(self, pool: Pool, session: str) -> Given:
        """Return the exchange whose turn it is, and count it as given.

        Raises:
            Consumed: If all are used up.
            Unasked: If the first process is gone.
        """
        question = {
            "what": "turn",
            "shelf": self._shelf,
            "key": pool.key.hex(),
            "scope": self._scope(pool),
            "session": session,
        }
        try:
            reply = await self._channel.ask(question)
        except Gone as error:
            raise Unasked("the process that keeps the sessions is gone") from error
        if reply is None:
            raise Consumed
        started, number, is_last, is_settled = reply
        row = row_at(pool.rows, started, number)
        return Given(Turn(row, is_last), is_settled)

    def _scope(self, pool: Pool) -> str | None:
        """Return the origin under which the first process finds the same pool."""
        if not self._is_scoped:
            return None
        first, *others = {row.origin for row in pool.rows}
        return None if others else str(first)


def turn(recorded: Recorded, message: Message) -> Json:
    """Return the reply to a question of `Asking`, from the sessions kept here."""
    shelf = recorded.shelves[message["shelf"]]
    scope = message["scope"]
    pool = shelf.pool(
        bytes.fromhex(message["key"]), Origin.parse(scope) if scope else None
    )
    state = shelf.turns
    assert pool is not None, "every process reads the same recordings"
    assert isinstance(state, Turns), "the sessions are kept here"
    try:
        found = state.take(pool, message["session"])
    except Consumed:
        return None
    is_settled = state.adopted(message["session"]) is not None
    return [found.row.started, found.row.id, found.last, is_settled]
