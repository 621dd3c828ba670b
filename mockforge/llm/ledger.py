"""The ledger: every call with its tokens and cost, and what a day's budget allows."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from mockforge.clock import Clock
from mockforge.llm.options import BudgetOptions
from mockforge.options import Json
from mockforge.store.kept import Kept

CALLS = "llm.calls"
"""The kind under which calls are kept, by day and time."""

AGAIN = 5.0
"""Seconds after which what other processes spent is looked up again."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request to a provider."""

    endpoint: str
    provider: str
    model: str
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = 0.0
    """None if the model's price is not known."""
    took: float = 0.0
    """Seconds."""
    outcome: str = "ok"
    """`ok`, or why there was no answer, without the provider's words."""


@dataclass(slots=True)
class Spent:
    """What calls came to."""

    calls: int = 0
    failed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    unknown: int = 0
    """Calls whose cost is not known; `cost` is without them."""

    def add(self, call: Json) -> None:
        """Count *call*, a mapping as it is kept."""
        self.calls += 1
        self.failed += call.get("outcome") != "ok"
        self.tokens_in += int(call.get("tokens_in") or 0)
        self.tokens_out += int(call.get("tokens_out") or 0)
        cost = call.get("cost", 0.0)
        if cost is None:
            self.unknown += 1
        else:
            self.cost += float(cost)


class Ledger:
    """Counts calls, and says when a budget does not allow another."""

    def __init__(self, kept: Kept, budget: BudgetOptions, clock: Clock) -> None:
        self._kept = kept
        self._budget = budget
        self._clock = clock
        self._number = 0
        self._under_way = 0
        self._day = ""
        self._spent = Spent()
        self._read: float | None = None

    async def refuses(self) -> str | None:
        """Return which budget is reached; None, and one call is reserved, if none."""
        await self._look()
        spent, budget = self._spent, self._budget
        calls = spent.calls + self._under_way
        tokens = spent.tokens_in + spent.tokens_out
        if budget.calls is not None and calls >= budget.calls:
            return f"the budget of {budget.calls} calls a day is reached"
        if budget.tokens is not None and tokens >= budget.tokens:
            return f"the budget of {budget.tokens} tokens a day is reached"
        if budget.cost is not None and spent.cost >= budget.cost:
            return f"the budget of {budget.cost:g} a day is reached"
        self._under_way += 1
        return None

    async def note(self, call: Call) -> None:
        """Count *call*, for which one was reserved."""
        self._under_way = max(0, self._under_way - 1)
        now = self._clock.now()
        self._turn(now)
        self._number += 1
        told: dict[str, Any] = asdict(call)
        self._spent.add(told)
        moment = datetime.fromtimestamp(now, UTC).isoformat(timespec="microseconds")
        # A name that no other process gives, in order of time.
        key = f"{moment} {os.getpid()}.{id(self) & 0xFFFF:04x}.{self._number}"
        await self._kept.put(CALLS, key, told)

    async def _look(self) -> None:
        """Bring what was spent today up to date, that of other processes too."""
        now, moment = self._clock.now(), self._clock.monotonic()
        is_new = self._turn(now)
        limits = (self._budget.calls, self._budget.tokens, self._budget.cost)
        if limits == (None, None, None):
            return
        if not is_new and self._read is not None and moment - self._read < AGAIN:
            return
        self._read = moment
        spent = Spent()
        for entry in await self._kept.every(CALLS, self._day):
            spent.add(entry.value)
        self._spent = spent

    def _turn(self, now: float) -> bool:
        """Begin anew if the day is another; return whether it is."""
        day = day_of(now)
        if day == self._day:
            return False
        self._day, self._spent = day, Spent()
        return True


def day_of(now: float) -> str:
    """Return the day in UTC, `2026-11-21`."""
    return datetime.fromtimestamp(now, UTC).date().isoformat()


async def summed(kept: Kept, *, since: str, by: str) -> dict[str, Spent]:
    """Return what calls came to.

    Args:
        kept: Where they are.
        since: The first day that counts, `2026-11-21`.
        by: `day`, `model` or `endpoint`.
    """
    found: dict[str, Spent] = {}
    for entry in await kept.every(CALLS):
        if entry.key[:10] < since or not isinstance(entry.value, dict):
            continue
        name = entry.key[:10] if by == "day" else str(entry.value.get(by, ""))
        found.setdefault(name, Spent()).add(entry.value)
    return dict(sorted(found.items()))
