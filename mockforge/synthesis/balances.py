"""Balances that run: what there is after a movement is what there was, with it."""

from __future__ import annotations

from collections.abc import Sequence

from mockforge.synthesis.concepts import meant
from mockforge.synthesis.members import Members
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.payments import movement


def moves_in(several: Sequence[Members]) -> tuple[str, tuple[str, ...], str] | None:
    """Return what is moved, with what there is after and before it."""
    known = meant(tuple(several[0].made))
    after = tuple(known.get("after", known.get("due", ())))
    moved = next((one for one in known.get("amount", ()) if one not in after), "")
    before = next(iter(known.get("before", ())), "")
    told = {"type", "direction", "transactiontype", "entrytype"} & {*several[0].names}
    is_balance = any("balance" in words_of(one) for one in after)
    return (moved, after, before) if moved and is_balance and told else None


def run(
    several: Sequence[Members], moved: str, after: tuple[str, ...], before: str
) -> None:
    """What there is after a movement is what there was, with it."""
    moves = [movement(one, moved) for one in several]
    low = total = 0.0
    for worth in moves:
        total += worth
        low = min(low, total)
    held = several[0].worth(after[0]) or 0.0
    left = max(held, round(-low * 1.4 + 50, 2))
    for one, worth in zip(several, moves, strict=True):
        if before:
            one.put_number(before, left)
        left = round(left + worth, 2)
        for name in after:
            one.put_number(name, left)
