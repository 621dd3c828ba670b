"""Counts and rates told in objects within: `{"sent": 9, "opens": {"rate": …}}`."""

from __future__ import annotations

from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone

from mockforge.options import Json
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.reckoning import reckon, steps_of

_TOLD = frozenset(("opened", "clicked", "bounced", "unsubscribed", "unique opens",
                   "all opens", "unique clicks", "all clicks", "open rate",
                   "click rate", "bounce rate", "delivery rate", "ctr", "delivered",
                   "conversion rate", "conversions", "clicks", "error rate",
                   "success rate", "turnout", "win rate"))  # fmt: skip
"""What is told of counts that stand beside it or around it."""


def across(members: Members, rng: Random) -> None:
    """Let counts and rates within be of the counts around them."""
    held = {name: value for name, value in members.made.items()
            if isinstance(value, dict) and not members.is_given(name)}  # fmt: skip
    if not held:
        return
    joined, owners = _joined(members, held)
    if not owners or not _is_told(tuple(joined), tuple(owners)):
        return
    before = dict(joined)
    around = {name for name in joined if name not in owners}
    reckon(Members({}, joined, around, lambda *_: True), rng)
    for name, owner in owners.items():
        inner = held[owner]
        if joined[name] != before[name]:
            made = {**inner, name: joined[name]}
            if members.allows(owner, made):
                inner[name] = joined[name]


def _joined(
    members: Members, held: dict[str, dict[str, Json]]
) -> tuple[dict[str, Json], dict[str, str]]:
    """Return all numbers by their names, and what those within are in."""
    joined = {name: one for name, one in members.made.items() if is_number(one)}
    owners: dict[str, str] = {}
    for owner, inner in held.items():
        for name, value in inner.items():
            if is_number(value) and name not in joined:
                joined[name] = value
                owners[name] = owner
    return dict(joined), owners


@lru_cache(maxsize=1024)
def _is_told(names: tuple[str, ...], within: tuple[str, ...]) -> bool:
    """Return whether what is within has to do with counts alone."""
    laws = steps_of(names)
    return len(within) < len(names) and bool(laws) and (
        {law.target for law in laws} <= _TOLD
    )  # fmt: skip
