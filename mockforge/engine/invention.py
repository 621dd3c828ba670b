"""Answers that nothing recorded gives, from whoever can make them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mockforge.http import Request, Response
from mockforge.sources.inventing import Dresser

if TYPE_CHECKING:
    from mockforge.sources.inventing import Invented, Inventor

Which = Literal["any", "bound", "made"]
"""Who may answer: everybody, who binds what was recorded, who makes it up."""

log = logging.getLogger(__name__)


class Inventions:
    """Everybody who can invent, asked in order."""

    def __init__(
        self, inventors: Sequence[tuple[str, Inventor]], *, first: bool = False
    ) -> None:
        """Ask *inventors*.

        Args:
            inventors: Each with the name of the recording it learned from.
            first: They are asked before what was recorded.
        """
        self._inventors = inventors
        self._first = first
        # A strict replay starts without it.
        from mockforge.learning.threads import Threads

        self._threads = Threads()

    def claim(self, asked: Request, session: str) -> bool:
        """Whether what was recorded is not to be asked first."""
        if self._first:
            return True
        thread = self._threads.of(asked, session)
        return any(self._claims(each, asked, thread) for _, each in self._inventors)

    def thread(self, asked: Request, session: str) -> str:
        """Return the thread of *session*, which goes on when its client logs in."""
        return self._threads.of(asked, session)

    def answer(
        self,
        asked: Request,
        session: str,
        now: float,
        *,
        which: Which = "any",
        is_noted: bool = True,
    ) -> tuple[str, Invented] | None:
        """Return an answer with the recording it comes from; None if nobody has one.

        Args:
            asked: In upstream space.
            session: Whose request it is.
            now: Seconds since the epoch.
            which: Who is asked.
            is_noted: Whether the others are told of it.
        """
        thread = self._threads.of(asked, session)
        for number, (name, inventor) in enumerate(self._inventors):
            if which != "any" and isinstance(inventor, Dresser) != (which == "bound"):
                continue
            try:
                invented = inventor.answer(asked, thread, now)
            except Exception as error:
                _tell(error)
                continue
            if invented is not None:
                if invented.tier is None:
                    invented = self._dressed(name, asked, invented, thread, now)
                if is_noted:
                    self._note(asked, invented.response, thread, now, but=number)
                return name, invented
        return None

    def _dressed(
        self, name: str, asked: Request, invented: Invented, session: str, now: float
    ) -> Invented:
        """Return what was made up with what its head took over bound to the request."""
        for recording, inventor in self._inventors:
            if recording != name or not isinstance(inventor, Dresser):
                continue
            try:
                made = inventor.dressed(asked, invented, session, now)
            except Exception as error:
                _tell(error)
                continue
            invented = replace(invented, response=made)
        return invented

    def note(
        self, asked: Request, response: Response, session: str, now: float
    ) -> None:
        """Tell everybody of an answer that was recorded."""
        thread = self._threads.of(asked, session)
        self._note(asked, response, thread, now, but=-1)

    def _note(
        self, asked: Request, response: Response, session: str, now: float, *, but: int
    ) -> None:
        self._threads.gave(response, session)
        for number, (_, inventor) in enumerate(self._inventors):
            if number == but:
                continue
            try:
                inventor.note(asked, response, session, now)
            except Exception as error:
                _tell(error)

    def _claims(self, inventor: Inventor, asked: Request, session: str) -> bool:
        try:
            return inventor.claims(asked, session)
        except Exception as error:
            _tell(error)
            return False


def _tell(error: Exception) -> None:
    # An answer that cannot be invented is a miss, never a failure of the replay. The
    # text of the error may quote the request.
    log.error("unexpected %s while inventing an answer", type(error).__name__)
    log.debug("the traceback", exc_info=True)
