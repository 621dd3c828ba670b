"""Subscriptions: a trial ends when its period does, and what is over has an end."""

from __future__ import annotations

from mockforge.synthesis import clocks
from mockforge.synthesis.bills import status_of
from mockforge.synthesis.members import Members

_TRIALS = ("trialend", "trialendsat", "trialenddate", "trialendat")
_STARTS = ("currentperiodstart", "periodstart", "currentperiodstartsat",
           "currenttermstart", "startdate", "startedat", "createdat")  # fmt: skip
_ENDS = ("currentperiodend", "periodend", "currentperiodendsat", "currenttermend",
         "nextbillingdate", "nextbillingat", "renewsat", "renewaldate")  # fmt: skip
_BEGUN = ("trialstart", "trialstartsat", "trialstartdate", "trialstartedat")


def renew(members: Members, now: float) -> None:
    """Let a trial, and what is to end with the period, be as the status says."""
    end = _first(members, _TRIALS)
    status = status_of(members)
    if end is None or not status:
        return
    start, period = _first(members, _STARTS), _first(members, _ENDS)
    if status in ("trialing", "trial", "in_trial"):
        if period is not None and period[1] > now:
            clocks.put(members, end[0], period[1])
    elif start is not None and end[1] > start[1]:
        if not members.drop(end[0]):
            clocks.put(members, end[0], start[1])
        begun = _first(members, _BEGUN)
        if begun is not None and begun[1] > start[1]:
            members.drop(begun[0])


def _first(members: Members, several: tuple[str, ...]) -> tuple[str, float] | None:
    for one in several:
        name = members.names.get(one, "")
        when = clocks.at(members, name) if name else None
        if when is not None:
            return name, when
    return None
