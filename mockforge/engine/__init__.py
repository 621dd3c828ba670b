"""The engine: decides what a request is answered with, and keeps what happened.

In the order of reading: `pipeline` (plan, finish, observe), `plan` (what these take and
give), `ledger` (the account kept for the report),
`invention` (answers nobody recorded), `mirroring` (delays like those that were seen),
`disturbing` (failures like them),`accounts` (where each answer came from).
"""

from __future__ import annotations

from mockforge.engine.accounts import Accounts
from mockforge.engine.disturbing import Faults
from mockforge.engine.invention import Inventions
from mockforge.engine.ledger import Fetched, Ledger
from mockforge.engine.mirroring import Mirror, Mirroring
from mockforge.engine.pipeline import Engine
from mockforge.engine.plan import Answer, Ending, OnMiss, Opening, Plan, Records

__all__ = [
    "Accounts",
    "Answer",
    "Ending",
    "Engine",
    "Faults",
    "Fetched",
    "Inventions",
    "Ledger",
    "Mirror",
    "Mirroring",
    "OnMiss",
    "Opening",
    "Plan",
    "Records",
]
