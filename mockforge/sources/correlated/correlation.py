"""Correlation: what each session's live values stand for among the recorded ones.

A request that no recorded one equals is asked again with the values its session is
known by renamed to those that were recorded, and then without what its client mints.
Where that finds a recorded request, the two are laid side by side: each value that
differs is the live one for the recorded one, in this answer and from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from mockforge.clock import Clock, SystemClock
from mockforge.http import Origin, Request, Response
from mockforge.sources.correlated.candidates import Candidates, Keys
from mockforge.sources.correlated.digests import digests
from mockforge.sources.correlated.echoes import Heard, echoed
from mockforge.sources.correlated.lessons import Lesson, Lessons, nothing
from mockforge.sources.correlated.living import Living, revived
from mockforge.sources.correlated.names import Names, is_telling
from mockforge.sources.correlated.renaming import Meant, Teaching, Told
from mockforge.sources.correlated.rewriting import (
    request_changed,
    response_changed,
    text_of_body,
)
from mockforge.sources.correlated.sessions import Known, Sessions
from mockforge.sources.correlated.tokens import tokens

if TYPE_CHECKING:
    from mockforge.sources.shelf import Shelf
    from mockforge.sources.turns import Pool

Find = Callable[[Request, Origin | None], "tuple[int, Pool] | None"]
"""What is recorded of such requests: the recording's number, and the exchanges."""


class Correlation:
    """The renamings of all sessions of a replay."""

    def __init__(  # noqa: PLR0913 - one for each collaborator, all but two by name
        self,
        shelves: Sequence[Shelf],
        find: Find,
        *,
        keys: Keys,
        lessons: Lessons | None = None,
        clock: Clock | None = None,
        idle: float = inf,
        shift_times: bool = True,
    ) -> None:
        """Begin with no session.

        Args:
            shelves: The recordings.
            find: Finds what is recorded of a request as it is.
            keys: Gives the keys of a request.
            lessons: What was learned of the recordings.
            clock: The system's if None.
            idle: Seconds after which a session not heard of has ended.
            shift_times: Whether what ends is moved to now.
        """
        self._shelves = shelves
        self._find = find
        self._lessons = lessons or Lessons(nothing)
        self._clock = clock or SystemClock()
        self.sessions = Sessions(clock, idle)
        self._shift_times = shift_times
        self._candidates = [Candidates(shelf, keys) for shelf in shelves]

    def back(self, asked: Request, session: str) -> Request:
        """Return *asked* with recorded values for those that stand for them here."""
        asked = self.sessions.recalled(asked, session)
        known = self.sessions.find(session)
        if known is None or not known.names:
            return asked
        return request_changed(asked, known.names.recorded.text)

    def forth(self, response: Response, session: str) -> Response:
        """Return *response* with what *session* knows for recorded values."""
        known = self.sessions.find(session)
        if known is None or not known.names:
            return response
        return response_changed(response, known.names.live.text)

    async def meant(
        self, asked: Request, session: str, scope: Origin | None
    ) -> Meant | str:
        """Return what *asked* stands for, which nothing recorded equals.

        A sentence about what was tried, if it stands for nothing.
        """
        known = self.sessions.find(session)
        back, used = asked, dict[str, str]()
        if known is not None and known.names:
            names = known.names.recorded
            back = request_changed(asked, lambda text: names.text(text, used=used))
        first = _overlay(used)
        is_learned = False
        for number, shelf in enumerate(self._shelves):
            lesson = await self._lessons.of(number, shelf.recording)
            if lesson is None:
                continue
            is_learned = True
            meant = await self._minted(number, lesson, (asked, back), scope)
            if meant is not None:
                return replace(meant, first=first)
        found = None if back is asked else self._find(back, scope)
        if found is not None:
            return Meant(*found, first=first, notes=(_renamed(len(used)),))
        if self._lessons.is_learning:
            return "the recording is still being learned: ask again"
        return _tried(len(used), is_learned=is_learned)

    def taught(
        self, asked: Request, session: str, meant: Meant, recorded: Request
    ) -> Teaching:
        """Return what *recorded*, which answers *asked*, says of it; from now on too.

        Args:
            asked: As the client sent it.
            session: Whose it is.
            meant: What it stands for.
            recorded: The request of the exchange whose turn it was.
        """
        from mockforge.bodies.document import shown
        from mockforge.sources.correlated.minted import pairs

        known = self.sessions.of(session)
        first = meant.first or Names()
        notes, echoes = list(meant.notes), []
        if meant.live is not None:
            for path, old, new in pairs(meant.live, recorded):
                notes.append(f"{shown(path)} is the client's")
                if known.names.teach(old, new):
                    first.add(old, new)
                else:
                    echoes.append((path, old, new))
        if known.names:
            self.sessions.apart.add(session)
        bodies = tuple(digests(recorded, asked))
        return Teaching(session, first, tuple(echoes), tuple(notes), bodies)

    def literal(self, asked: Request, session: str) -> Teaching | None:
        """Return what an exact match says: that what was recorded means itself here.

        None if the session knows of nothing else, and the answer is as recorded.
        """
        known = self.sessions.find(session)
        if known is None or not known.names:
            return None
        used: dict[str, str] = {}
        names = known.names.live
        request_changed(asked, lambda text: names.text(text, used=used))
        return Teaching(session, _overlay(dict.fromkeys(used, "")))

    def heard(
        self, asked: Request, session: str, heard: Heard, teaching: Teaching | None
    ) -> Teaching:
        """Return *teaching* with what the client calls this request by.

        Args:
            asked: As the client sent it.
            session: Whose it is.
            heard: What the recorded answer echoes of its request.
            teaching: What else the request says.
        """
        names, notes = Names(), []
        for name, old in heard:
            new = (asked.header(name) or "").strip()
            if new != old and is_telling(new):
                names.add(old, new)
                notes.append(f"header.{name.lower()} is the client's")
        if teaching is None:
            return Teaching(session, names, notes=tuple(notes))
        return replace(teaching, first=names.over(teaching.first))

    def told(
        self,
        response: Response,
        places: Living | None,
        teaching: Teaching | None,
        *,
        session: str,
        started: float,
    ) -> Told:
        """Return *response* as *session* is to have it.

        Args:
            response: As it was recorded.
            places: Where it holds times that must live.
            teaching: What its request has taught.
            session: Whose it is.
            started: When it was recorded.
        """
        if places is None and teaching is None:
            return Told(response)
        notes = list(teaching.notes) if teaching else []
        new, seconds = response, self._clock.now() - started
        is_moved = places is not None and self._shift_times and abs(seconds) >= 1.0
        if is_moved:
            assert places is not None
            known = self.sessions.of(session)
            new = revived(
                *(new, places, seconds, started),
                lambda token: self.sessions.token(token, known, started),
            )
            notes.append(f"what ends is {seconds:.0f} s later")
        if teaching is not None:
            new = self._renamed(new, teaching, notes)
            self.sessions.gave(session, new)
        return Told(new, teaching is None and not is_moved, tuple(notes))

    def _renamed(
        self, response: Response, teaching: Teaching, notes: list[str]
    ) -> Response:
        known = self.sessions.of(teaching.session)
        if teaching.digests:
            texts = "\n".join(_texts(response))
            for old, other in teaching.digests:
                if old in texts and known.names.teach(old, other):
                    self.sessions.apart.add(teaching.session)
        used: dict[str, str] = {}
        names = known.names.live

        def change(text: str) -> str:
            return names.text(text, teaching.first, used)

        new = response_changed(response, change)
        if new is not response:
            self._follow(response, new, known)
            notes.append(_renamed(len(used)))
        if not teaching.echoes:
            return new

        return echoed(new, teaching.echoes)

    async def close(self) -> None:
        """Learn no further."""
        await self._lessons.close()

    async def _minted(
        self,
        number: int,
        lesson: Lesson,
        requests: tuple[Request, Request],
        scope: Origin | None,
    ) -> Meant | None:
        """Return what answers a request but for what is minted anew in it.

        Args:
            number: The recording.
            lesson: What was learned of it.
            requests: As asked, and with what is known renamed back.
            scope: The only origin whose exchanges count; None for all.
        """
        # Half of what a start takes, and a replay may never need it.
        from mockforge.bodies.document import general
        from mockforge.sources.correlated.minted import Spots

        asked, back = requests
        minted = lesson.minted(back)
        now = self._clock.now()
        spots = Spots.of(back, minted)
        if spots is None:
            return None
        live = spots.as_in(asked)
        fresh = spots.fresh(live, now)
        if not fresh.values:
            return None
        places = {general(path) for path in fresh.values}
        candidates = self._candidates[number]
        pool = await candidates.find(fresh, places, now, scope)
        return None if pool is None else Meant(number, pool, live)

    def _follow(self, before: Response, after: Response, known: Known) -> None:
        """Know tokens that hold something renamed when they come back."""
        old, new = _tokens_of(before), _tokens_of(after)
        if len(old) != len(new):
            return
        for one, other in zip(old, new, strict=True):
            if one != other:
                self.sessions.issue(other, one, known)


def _overlay(used: dict[str, str]) -> Names:
    """Return the names that go before all others: live values that were *used*.

    An empty one stands for the recorded value itself.
    """
    names = Names()
    for one, other in used.items():
        names.add(other or one, one)
    return names


def _renamed(count: int) -> str:
    return f"{count} value{'s' if count != 1 else ''} renamed"


def _tried(used: int, *, is_learned: bool) -> str:
    """Return a sentence about what was tried in vain."""
    parts = [f"{_renamed(used)} as its session has taught"] if used else []
    if is_learned:
        parts.append("what its client mints left out")
    return ", ".join(parts)


def _texts(response: Response) -> list[str]:
    texts = [value.decode("latin-1") for _, value in response.headers]
    return [*texts, text_of_body(response) or ""]


def _tokens_of(response: Response) -> list[str]:
    return [token for text in _texts(response) for token in tokens(text)]
