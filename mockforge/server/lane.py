"""The lane: answers ready to be sent, in front of the engine.

The engine answers a request the first time. What it found is kept: which recorded
exchanges answer such a request, whose session it is, and the bytes that were sent.
The next time the same request only takes its turn in that session and is sent the
bytes. Turns are taken and answers counted as the engine does it; what is spared is
finding out anew what cannot have changed.
"""

from __future__ import annotations

from collections.abc import Collection
from sys import intern
from typing import TYPE_CHECKING
from weakref import WeakSet

from mockforge.server.fingerprint import Fingerprint
from mockforge.server.fixed import Fixed
from mockforge.server.flavours import Flavours
from mockforge.server.ready import Desk, Ready, Rendered
from mockforge.sources.turns import Consumed, Elsewhere

if TYPE_CHECKING:
    from mockforge.engine import Answer, Engine, Plan
    from mockforge.server.http1 import Asked
    from mockforge.server.journal import Journal

ROOM = 256 << 20
"""Bytes that are held, where nobody says how many."""

LONGEST = 16 << 10
"""Bytes of a request that is known again by its very bytes."""

SPELLINGS = 4
"""Ways to write one request that are known again by their bytes. A client that puts
a date or a number of its own into each request never writes it the same."""

# What the objects of one entry take beside the bytes they hold.
_ENTRY = 400
_HELD = 250
_PEERS = 10_000
# Requests that are known, by the exchanges that are loaded. There are more only if
# each differs from all before it, and then knowing them is of no use.
_KNOWN = 4
_KNOWN_AT_LEAST = 10_000


class Lane:
    """Answers what was answered before."""

    def __init__(
        self,
        engine: Engine,
        *,
        limit: int,
        significant: Collection[str] = (),
        journal: Journal | None = None,
    ) -> None:
        """Begin with nothing known.

        Args:
            engine: Whose answers these are.
            limit: Bytes that are held at most.
            significant: Header fields that the settings name.
            journal: Where what is answered is written down.
        """
        self._engine = engine
        self._ledger = engine.ledger
        self._ledger.settle.append(self._settle)
        engine.renewed.append(self.clear)
        self._limit = limit
        self._fingerprint = Fingerprint(significant).of
        self._journal = journal
        self._desks: dict[str, Desk] = {}
        self._open_desks: WeakSet[Desk] = WeakSet()
        """Those above, and older ones where a client still is."""
        self._known: dict[bytes, Ready] = {}
        self._rendered: dict[int, Rendered] = {}
        self._flavours = Flavours()
        self._fixed = Fixed()
        recorded = engine.recorded
        loaded = recorded.loaded if recorded else 0
        self._apart = recorded.correlation.sessions.apart if recorded else set()
        """Sessions whose answers are not as recorded: the engine gives them."""
        self._known_at_most = max(_KNOWN * loaded, _KNOWN_AT_LEAST)
        # Who goes round asks for all of it before anything is asked again.
        self._patience = max(2 * loaded, 1000)
        self._rendered_bytes = 0
        self._known_bytes = 0
        self._refused = self._unknown = 0
        self._full_since = 0

    @property
    def held(self) -> int:
        """About how many bytes it takes."""
        return self._rendered_bytes + self._known_bytes

    def desk(self, peer: str) -> Desk:
        """Return where requests of clients at *peer* are known by their bytes."""
        if len(self._desks) >= _PEERS:
            self._forget_requests()
            self._desks.clear()
        desk = self._desks.get(peer)
        if desk is None:
            desk = self._desks[peer] = Desk()
            self._open_desks.add(desk)
        return desk

    def answer(self, ready: Ready, asked: Asked | bytes) -> Rendered | None:
        """Take the turn of *ready* and return its answer; None if the engine must.

        Nothing is taken then.

        Args:
            ready: What was found under the request.
            asked: The request, or its bytes.
        """
        if self._apart and ready.session in self._apart:
            return None
        rendered = ready.only
        if rendered is None or not ready.turns.again(ready.session, rendered):
            rendered = self._turn(ready)
            if rendered is None:
                return None
        ledger = self._ledger
        ledger.seen += 1
        rendered.uses += 1
        ledger.answered[rendered.tier] += 1
        if self._journal is not None:
            self._note(rendered, asked)
        return rendered

    def _note(self, rendered: Rendered, asked: Asked | bytes) -> None:
        assert self._journal is not None
        request = asked if isinstance(asked, bytes) else asked.request
        self._journal.note(request, rendered.status, rendered.place, rendered.data)

    def rendered(self, asked: Asked, plan: Plan) -> Rendered | None:
        """Return the answer that *plan* came to, counted, if its bytes are here.

        The request itself was not known.
        """
        match = plan.match
        if match is None or not match.is_plain:
            return None
        flavour = self._flavours.of(asked, match.shelf)
        if flavour is None:
            return None
        rendered = self._rendered.get(flavour | match.id)
        if rendered is not None:
            self._know(asked, plan, rendered, flavour)
            rendered.uses += 1
            self._ledger.answered[rendered.tier] += 1
            if self._journal is not None:
                self._note(rendered, asked)
        return rendered

    def _turn(self, ready: Ready) -> Rendered | None:
        try:
            turn = ready.turns.look(ready.pool, ready.session)
        except (Consumed, Elsewhere):
            return None
        rendered = self._rendered.get(ready.flavour | turn.row.id)
        if rendered is not None:
            ready.turns.give(ready.pool, ready.session, turn)
        return rendered

    def find(self, asked: Asked) -> Ready | None:
        """Return what is known of a request that has arrived whole."""
        digest = self._fingerprint(asked)
        return None if digest is None else self._known.get(digest)

    def keep(
        self, asked: Asked, plan: Plan, answer: Answer, data: bytes, closes: bool
    ) -> None:
        """Know the request from now on.

        Args:
            asked: The request.
            plan: How it was answered.
            answer: What it was answered with.
            data: What was sent: head and body, with nothing to follow.
            closes: Whether the connection ended with it.
        """
        if plan.stub is not None:
            stubbing = self._engine.stubbing
            is_current = stubbing is not None and stubbing.stubs.owns(plan.stub.stub)
            if answer.repeatable and is_current:
                self._keep_fixed(asked, answer, data, closes)
            return
        match = plan.match
        if match is None or match.row is None or not answer.repeatable:
            return
        flavour, tier = self._flavours.of(asked, match.shelf), answer.provenance.tier
        if flavour is None or tier is None or not self._has_room(len(data)):
            return
        # Another client may have been answered by it while this one's was read. There
        # is one of each, or what is counted with the other would be lost.
        rendered = self._rendered.get(flavour | match.id)
        if rendered is None:
            rendered = self._rendered[flavour | match.id] = Rendered(
                data,
                match.row,
                (match.recording, match.id),
                tier,
                answer.response.status,
                # Not a zero of its own: looking at it would cost a cache line.
                answer.delay or 0.0,
                closes,
            )
            self._rendered_bytes += len(data) + _HELD
        self._know(asked, plan, rendered, flavour)

    def _keep_fixed(
        self, asked: Asked, answer: Answer, data: bytes, closes: bool
    ) -> None:
        digest = self._fingerprint(asked)
        if digest is None or digest in self._known or not self._has_room(len(data)):
            return
        ready, is_new = self._fixed.ready(answer, data, closes=closes)
        self._rendered_bytes += len(data) + _HELD if is_new else 0
        if self._has_room_for_request():
            self._known_bytes += _ENTRY
            self._known[digest] = ready

    def _know(self, asked: Asked, plan: Plan, rendered: Rendered, flavour: int) -> None:
        match, recorded = plan.match, self._engine.recorded
        assert match is not None
        assert recorded is not None
        digest = self._fingerprint(asked)
        if digest is None or match.pool is None:
            return
        if digest not in self._known and self._has_room_for_request():
            self._known_bytes += _ENTRY
            self._known[digest] = Ready(
                recorded.shelves[match.shelf].turns,
                match.pool,
                intern(plan.session),
                flavour,
                rendered if len(match.pool.rows) == 1 else None,
            )

    def _has_room_for_request(self) -> bool:
        if len(self._known) >= self._known_at_most:
            self._forget_ended()
            if len(self._known) >= self._known_at_most:
                self._forget_requests()
        elif not self._fits(0):
            # Looking through all of them is paid by as many requests of the engine.
            self._unknown += 1
            if self._unknown > len(self._known) // 8:
                self._unknown = 0
                self._forget_ended()
        return self._fits(0)

    def spell(self, desk: Desk, raw: bytes, ready: Ready) -> None:
        """Know the request of *ready* by the bytes *raw* from now on."""
        if ready.spellings >= SPELLINGS or len(raw) > LONGEST:
            return
        if self._fits(len(raw)):
            ready.spellings += 1
            self._known_bytes += len(raw) + _ENTRY
            desk[raw] = ready

    def _has_room(self, size: int) -> bool:
        """Whether an answer of *size* bytes more may be held; asked once for each.

        What came first is kept as long as it is of use: requests that go round and
        round through more than there is room for would otherwise drive each other
        out. If eight in nine are not found, others are asked now: it begins anew.
        """
        seen = self._ledger.seen
        if self._fits(size):
            return True
        if not self._refused:
            self._full_since = seen
        self._refused += 1
        if (
            self._refused < self._patience
            or self._refused * 9 < (seen - self._full_since) * 8
        ):
            return False
        self.clear()
        return self._fits(size)

    def _fits(self, size: int) -> bool:
        return self.held + size + _ENTRY <= self._limit

    def _settle(self) -> None:
        for each in self._rendered.values():
            if each.uses and each.place is not None:
                self._ledger.use(each.place, each.uses)
                each.uses = 0

    def clear(self) -> None:
        """Know nothing any more."""
        self._settle()
        self._forget_requests()
        self._rendered.clear()
        self._fixed.clear()
        self._flavours.clear()
        self._rendered_bytes = self._refused = 0

    def _forget_ended(self) -> None:
        """Forget the requests of sessions that nobody speaks for any more."""
        ended = {
            id(ready)
            for ready in self._known.values()
            if not ready.turns.has(ready.session)
        }
        if not ended:
            return
        for known in (self._known, *self._open_desks):
            gone = [name for name, ready in known.items() if id(ready) in ended]
            for name in gone:
                del known[name]
                size = 0 if known is self._known else len(name)
                self._known_bytes -= _ENTRY + size

    def _forget_requests(self) -> None:
        for desk in self._open_desks:
            desk.clear()
        self._known.clear()
        self._known_bytes = 0
