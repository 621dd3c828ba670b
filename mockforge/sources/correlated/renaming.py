"""Renaming: which live value stands for which recorded one, in a session, an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mockforge.http import Response
from mockforge.sources.correlated.names import Names, is_telling

if TYPE_CHECKING:
    from mockforge.bodies.document import Path
    from mockforge.sources.correlated.minted import Spots
    from mockforge.sources.turns import Pool


@dataclass(slots=True, eq=False)
class Renaming:
    """What one client's session has taught."""

    live: Names = field(default_factory=Names)
    """From recorded values to live ones; what was taught last."""
    recorded: Names = field(default_factory=Names)
    """From live values to recorded ones; several may stand for one."""

    def teach(self, recorded: str, live: str) -> bool:
        """Have *live* stand for *recorded*; return whether that was taken in.

        A value that may stand anywhere by chance is not.
        """
        if recorded == live:
            # What was something else before is itself again.
            self.live.drop(recorded)
            return False
        if not is_telling(recorded) or not is_telling(live):
            return False
        self.live.add(recorded, live)
        self.recorded.add(live, recorded)
        return True

    def __bool__(self) -> bool:
        return bool(self.live) or bool(self.recorded)


@dataclass(frozen=True, slots=True)
class Meant:
    """What a request stands for."""

    shelf: int
    pool: Pool
    """The exchanges that answer it; of those that differ in what is minted the
    first of each."""
    live: Spots | None = None
    """What its client minted; None if it is known by what was minted before."""
    first: Names | None = None
    """What was renamed in it, from recorded to live."""
    notes: tuple[str, ...] = ()
    """Where, for people."""


@dataclass(frozen=True, slots=True)
class Teaching:
    """What a request and the recorded one that answers it say of each other."""

    session: str
    first: Names | None = None
    """What stands for what in this answer, before all that is known."""
    echoes: tuple[tuple[Path, str, str], ...] = ()
    """Values that only their names tell: place, recorded and live."""
    notes: tuple[str, ...] = ()
    """What it is that is the client's, for people."""
    digests: tuple[tuple[str, str], ...] = ()
    """Of the recorded body and of the one that came."""


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it is given to a session."""

    response: Response
    is_plain: bool = True
    """Every session gets these bytes, now and later."""
    bindings: tuple[str, ...] = ()
    """What is not as it was recorded, for people."""
