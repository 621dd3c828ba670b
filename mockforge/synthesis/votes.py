"""Votes of an election: of those cast some are valid, and those are the parties'."""

from __future__ import annotations

from collections.abc import Sequence

from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.series import shared_out

_CAST = ("votescast", "ballotscast", "totalvotes", "turnoutcount", "totalballots",
         "votestotal", "castvotes")  # fmt: skip
_VALID = ("validvotes", "validballots", "validvotescast")
_INVALID = ("invalidvotes", "invalid", "spoiledballots", "spoilt", "rejectedvotes",
            "invalidballots", "spoiledvotes", "spoiled", "nullvotes")  # fmt: skip
_BLANK = ("blankvotes", "blank", "blankballots", "emptyvotes")
_VOTES = ("votes", "votecount", "votesreceived", "numvotes", "totalvotes")
_SEATS = ("seats", "seatswon", "mandates")
_WHOLE = ("totalseats", "seats", "seatstotal", "mandates")
_USUAL = 120
_MANY = 30.0
"""A share of the largest of which the others are made no less than."""


def cast(members: Members, several: Sequence[Members]) -> None:
    """Let the votes of all be those that are valid.

    Args:
        members: Those of the election.
        several: Those of the parties, or of the candidates.
    """
    whole, valid = members.number(*_CAST), members.number(*_VALID)
    names = [found[0] if (found := one.number(*_VOTES)) else "" for one in several]
    if (whole is None and valid is None) or not all(names) or len(several) < 2:
        return
    if any(one.is_given(name) for one, name in zip(several, names, strict=True)):
        return
    wrong = _wrong(members, whole)
    there = valid[1] if valid is not None else (whole or ("", 0.0))[1] - wrong
    held = [one.worth(name) or 0.0 for one, name in zip(several, names, strict=True)]
    if there < len(several) or (whole is not None and valid is None and not (
        members.number(*_INVALID) or _voters(members))):  # fmt: skip
        return
    sizes = [max(one, max(held) / _MANY, 1.0) for one in held]
    sizes = [size**0.6 for size in sizes]
    for one, name, made in zip(several, names, shared_out(sizes, there, 0),
                               strict=True):  # fmt: skip
        one.put(name, int(made))
    _seated(members, several, sizes)
    _shares(several, names, there)


def _voters(members: Members) -> bool:
    return any(one in members.names for one in ("electorate", "registeredvoters",
                                                "eligiblevoters"))  # fmt: skip


def _wrong(members: Members, whole: tuple[str, float] | None) -> float:
    """Return how many are not valid, which are few."""
    wrong = 0.0
    for several in (_INVALID, _BLANK):
        found = members.number(*several)
        if found is not None:
            if whole is not None and not found[1] <= whole[1] * 0.03:
                members.put_like(found[0], round(whole[1] * 0.011))
            wrong += members.worth(found[0]) or 0.0
    return wrong


def _seated(
    members: Members, several: Sequence[Members], sizes: Sequence[float]
) -> None:
    """Give seats by votes."""
    names = [found[0] if (found := one.number(*_SEATS)) else "" for one in several]
    if not all(names):
        return
    told = members.number(*_WHOLE)
    whole = told[1] if told is not None and told[1] > len(several) else _USUAL
    for one, name, made in zip(several, names, shared_out(sizes, whole, 0),
                               strict=True):  # fmt: skip
        if is_number(one.made[name]):
            one.put(name, int(made))


def _shares(several: Sequence[Members], names: Sequence[str], whole: float) -> None:
    for one, name in zip(several, names, strict=True):
        found = one.number("share", "percentage", "percent", "voteshare",
                           "votepercentage", "votepercent", "pct", "votesharepct",
                           "sharepct", "votepct")  # fmt: skip
        if found is not None:
            one.put_share(found[0], (one.worth(name) or 0.0) / whole)
