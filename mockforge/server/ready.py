"""What the lane holds: requests that were answered, and their answers' bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockforge.server.fixed import Always
    from mockforge.sources.shared import SharedTurns
    from mockforge.sources.turns import Pool, Turns
    from mockforge.store.indexed import Indexed


@dataclass(slots=True, eq=False)
class Ready:
    """A request that was answered before."""

    turns: Turns | SharedTurns | Always
    pool: Pool
    session: str
    flavour: int
    """What its answers' bytes depend on beside the exchange."""
    only: Rendered | None
    """Its answer, if it has but one."""
    spellings: int = 0


@dataclass(slots=True, eq=False)
class Rendered:
    """An answer's bytes."""

    data: bytes
    row: Indexed
    place: tuple[str, int] | None
    """(recording, exchange id); None if it was not recorded."""
    tier: str
    status: int
    delay: float
    """Seconds from the request's arrival."""
    closes: bool
    """The connection ends with it."""
    uses: int = 0
    """How often it was sent since that was last asked."""


class Desk(dict[bytes, Ready]):
    """Requests by their bytes, from clients of one address."""

    __hash__ = object.__hash__  # type: ignore[assignment] # it is known by itself
    __eq__ = object.__eq__
    __ne__ = object.__ne__
