"""Steps: what sequences are made of."""

from __future__ import annotations

from typing import Any, NamedTuple

from mockforge.bodies.document import Path


class Step(NamedTuple):
    """One exchange, as far as sequences look at it."""

    endpoint: str
    """The key of its endpoint; `START` and `END` have none."""
    status: int = 0
    """0 if no answer came."""
    state: str | None = None
    """What the answer says of the state of what was asked for."""

    def __str__(self) -> str:
        words = [self.endpoint, str(self.status) if self.status else ""]
        if self in (START, END):
            words = ["end" if self.status else "start"]
        elif not self.status:
            words[1] = "no answer"
        return " ".join([*words, self.state] if self.state else words)


START = Step("", 0)
"""What every session begins with."""

END = Step("", 1)
"""What every session ends with."""

SESSION_GAP = 1800.0
"""Seconds of silence after which a session has ended: what comes later begins anew."""

LONGEST_STATE = 60
"""Characters of a state that are told."""


def state_at(told: dict[str, Any] | None, path: Path | None) -> str | None:
    """Return what an answer says of a state; None if it says nothing.

    Args:
        told: The answer, as `bodies.messages.told_of` returns it.
        path: Where it says it, as `states_of` found.
    """
    if told is None or path is None:
        return None
    value: Any = told
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return text_of(value)


def text_of(value: object) -> str | None:
    """Return a leaf as a state is told; None if it cannot be one.

    >>> text_of(True), text_of("done"), text_of({})
    ('true', 'done', None)
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str) and value.strip():
        return value.strip()[:LONGEST_STATE]
    return None
