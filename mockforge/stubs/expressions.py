"""Expressions: what rules of drift cannot be read to mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mockforge.stubs.checking import Where, Wrong

if TYPE_CHECKING:
    from mockforge.stubs.options import ResponseOptions


def unreadable(options: ResponseOptions, where: Where) -> Iterator[Wrong]:
    """Yield what is wrong with expressions and conditions of the drift of *options*."""
    if options.drift is None:
        return
    for number, rule in enumerate(options.drift.rules):
        for key in ("expression", "condition"):
            text = getattr(rule, key)
            if text is None:
                continue
            from mockforge.conditions import find_problems

            place = (*where, "drift", "rules", number, key)
            for each in find_problems(text, names=None):
                at = (1, each.column)
                yield Wrong(place, each.what, each.nearest or "", at=at)
