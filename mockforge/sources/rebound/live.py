"""A session that is answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from mockforge.sources.rebound.deriving import Known
from mockforge.sources.rebound.journal import Journal
from mockforge.sources.rebound.listing import Lister
from mockforge.sources.rebound.origins import Lookup


@dataclass(slots=True)
class Live:
    """A session that is answered."""

    journal: Journal
    lookup: Lookup
    lister: Lister
    known: Known
    renamed: dict[str, str] = field(default_factory=dict)
    """What values of the recording are called here."""
    last: int = -1
    """The number of the recorded moment that was chosen last."""
    turn: int = 0
    is_moved: bool = False
    """Whether something happened that was not recorded like this."""
