"""Sessions that are answered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from mockforge.bodies.messages import asked_of
from mockforge.http import Request
from mockforge.sources.rebound.deriving import Known
from mockforge.sources.rebound.facts import credential_of, text_for
from mockforge.sources.rebound.journal import Journal
from mockforge.sources.rebound.listing import Lister
from mockforge.sources.rebound.origins import Lookup
from mockforge.sources.rebound.repeating import Told

_SESSIONS = 500
_LAST = 50
_CREDENTIAL = 12
_MOMENTS = 5000


@dataclass(slots=True)
class Live:
    """A session that is answered."""

    journal: Journal
    lookup: Lookup
    lister: Lister
    known: Known
    told: Told = field(default_factory=Told)
    renamed: dict[str, str] = field(default_factory=dict)
    """What values of the recording are called here."""
    last: int = -1
    """The number of the recorded moment that was chosen last."""
    turn: int = 0
    is_moved: bool = False
    """Whether something happened that was not recorded like this."""


class Lives:
    """The sessions that are answered, the last ones."""

    def __init__(self, begin: Callable[[], Live]) -> None:
        """Have none; *begin* gives a new one."""
        self._begin = begin
        self._sessions: OrderedDict[str, Live] = OrderedDict()

    def get(self, session: str) -> Live | None:
        """Return the session called so, if there is one."""
        return self._sessions.get(session)

    def of(self, session: str, asked: Request) -> Live:
        """Return the session that *asked* belongs to."""
        live = self._sessions.get(session)
        if live is None:
            live = self._continued(asked)
        if live is None or len(live.journal.moments) >= _MOMENTS:
            live = self._begin()
        self._sessions[session] = live
        if len(self._sessions) > _SESSIONS:
            self._sessions.popitem(last=False)
        self._sessions.move_to_end(session)
        return live

    def _continued(self, asked: Request) -> Live | None:
        """Return the session that was given what *asked* shows to be let in."""
        named = [asked.header("authorization"), asked.header("x-api-key")]
        shown = [credential_of(each) for each in named if each]
        shown += [str(each) for each in asked_of(asked)["cookie"].values()]
        for text in shown:
            if len(text) < _CREDENTIAL:
                continue
            for live in [*reversed(self._sessions.values())][:_LAST]:
                postings = live.journal.before(text_for(text), _MOMENTS)
                if any(posting.is_told for posting in postings):
                    return live
        return None
