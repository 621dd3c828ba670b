"""Learned patterns on a terminal: a table for each kind, with small plots."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from mockforge.cli import output

if TYPE_CHECKING:
    from mockforge.learning.patterns.law import Law
    from mockforge.learning.patterns.part import Shown
    from mockforge.learning.patterns.telling import Told

BLOCKS = "▁▂▃▄▅▆▇█"
DIGITS = "0123456789"
WIDE = 24
"""Columns of a plot, at most."""

_UNITS = ((86_400.0, "d"), (3_600.0, "h"), (60.0, "min"), (1.0, "s"))


def tables(rows: Sequence[Shown], law: Law, told: Told, *, now: float) -> None:
    """Write *rows* to stdout, a table for each kind.

    Args:
        rows: Those of one kind stand together.
        law: When they are applied.
        told: Replaces secrets in a text.
        now: Seconds since the epoch.
    """
    steps = BLOCKS if draws() else DIGITS
    kinds = list(dict.fromkeys(row.kind for row in rows))
    for number, kind in enumerate(kinds):
        if number:
            output.data("")
        some = [row for row in rows if row.kind == kind]
        named = any(row.subject.persona for row in some)
        columns = (kind, *(["persona"] if named else []), *_COLUMNS)
        output.table(
            columns, [_cells(row, law, told, now, steps, named) for row in some]
        )


_COLUMNS = ("samples", "confidence", "age", "applied", "changing", "plot", "pattern")


def _cells(  # noqa: PLR0913 - one row of one table
    row: Shown, law: Law, told: Told, now: float, steps: str, named: bool
) -> list[str]:
    from mockforge.learning.patterns.telling import is_applied

    persona = row.subject.persona
    return [
        told(row.subject.endpoint),
        *([told(persona or "-")] if named else []),
        f"{row.samples:.0f}",
        f"{row.confidence:.2f}",
        "-" if row.seen is None else age(now - row.seen),
        "yes" if is_applied(row, law) else "no",
        f"{row.changing:.0%}" if row.changing else "-",
        plot(row.plot, steps) or "-",
        told(row.told),
    ]


def plot(values: Sequence[float], steps: str = BLOCKS) -> str:
    """Return *values* as one character each, the highest being the last of *steps*.

    What is above zero, however little, is told from what is not.

    >>> plot([0.0, 0.001, 1.0, 2.0])
    '▁▂▄█'
    """
    known = [value if 0.0 < value < float("inf") else 0.0 for value in values]
    known = _narrowed(known)
    most = max(known, default=0.0)
    if not most:
        return steps[0] * len(known)
    last = len(steps) - 1
    return "".join(
        steps[max(1, round(value / most * last)) if value else 0] for value in known
    )


def age(seconds: float) -> str:
    """Return *seconds* in the unit that suits them.

    >>> age(7200.0)
    '2 h'
    """
    for length, unit in _UNITS:
        if seconds >= length:
            return f"{seconds / length:.0f} {unit}"
    return "0 s"


def draws() -> bool:
    """Whether stdout is a terminal that can show blocks; others get digits."""
    if os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    try:
        BLOCKS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _narrowed(values: list[float]) -> list[float]:
    """Return at most WIDE *values*: of neighbours that share a place their mean."""
    count = len(values)
    if count <= WIDE:
        return values
    edges = [number * count // WIDE for number in range(WIDE + 1)]
    return [sum(values[start:end]) / (end - start) for start, end in pairwise(edges)]
