"""Outcomes: how an exchange ended, in a word."""

from __future__ import annotations

from mockforge.exchange import FailureKind
from mockforge.learning.patterns.observation import Observation

WELL = ""
"""The outcome of what did not fail."""

PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses of what may be well the next time (RFC 9110, 15; RFC 6585, 4)."""

LASTING = frozenset({501, 505, 506, 508, 510, 511})
"""Statuses from 500 on that say what the server is, not how it is just now."""

SAID = frozenset(
    {401, 402, 403, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 416, 417}
    | {422, 423, 424, 426, 428, 431, 451, *LASTING}
)
"""Statuses that say what is wrong with the request, or with what it is about."""

_KINDS = frozenset(kind.value for kind in FailureKind)


def outcome_of(seen: Observation) -> str | None:
    """Return how *seen* ended: `WELL`, a status from 400 on, or a kind of failure.

    None if that tells nothing: the client left, or nothing is known.
    """
    if seen.failure is not None and seen.failure is not FailureKind.CLIENT:
        return seen.failure.value
    if seen.status >= 400:
        return str(seen.status)
    return WELL if seen.status >= 100 else None


def may_pass(outcome: str) -> bool:
    """Whether *outcome* is one that may be well the next time, by what it says."""
    if not outcome.isdigit():
        return outcome in _KINDS
    status = int(outcome)
    return status in PASSING or (500 <= status < 600 and status not in LASTING)


def is_said(outcome: str) -> bool:
    """Whether *outcome* says that the request itself, or its subject, is wrong."""
    return outcome.isdigit() and int(outcome) in SAID


def status_of(outcome: str) -> int:
    """Return the status of *outcome*; 0 if no answer came."""
    return int(outcome) if outcome.isdigit() else 0
