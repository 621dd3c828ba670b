"""Blocks of mockforge.yaml that are known and not yet in this version.

Each is here with the keys it will have, so that a file that uses one is refused for
that reason alone, and a wrong key in it is still told from a right one. A block
becomes real when its line moves from `Later` to `Config` in `model.py`.
"""

from __future__ import annotations

from mockforge.config.later_behavior import BehaviorOptions
from mockforge.config.later_worlds import ConsistencyOptions, DataOptions
from mockforge.options import Options


class Later(Options):
    """The blocks that are not yet in this version."""

    intelligent_behavior: BehaviorOptions | None = None
    """State, rules and memory behind invented answers."""
    consistency: ConsistencyOptions | None = None
    """One world behind all endpoints: personas, their relations and life cycle."""
    data: DataOptions | None = None
    """Invented data."""
