"""Resets: what a recording is not to be learned of again."""

from __future__ import annotations

import json
from collections.abc import Sequence

from mockforge.learning.patterns.resets import Reset
from mockforge.store import patterns as stored
from mockforge.store.reader import Reader


async def reset_in(
    reader: Reader,
    *,
    endpoint: str | None = None,
    kind: str | None = None,
    persona: str | None = None,
) -> Reset:
    """Let the database behind *reader* know what is not to be learned again.

    The arguments are those of `reset_patterns`.

    Raises:
        RecordingError: If it cannot be read or written.
        ValueError: If *kind* is none, or *endpoint* no pattern.
    """
    asked = Reset.of((await reader.extent())[1], endpoint, kind, persona)
    before = resets_in(await stored.resets(reader))
    # What came before a reset of everything is in it.
    every = (asked,) if asked.is_whole else (*before, asked)
    text = json.dumps([reset.to_json() for reset in every])
    await stored.keep_resets(reader, text)
    return asked


def resets_in(text: str | None) -> tuple[Reset, ...]:
    """Return the resets that *text*, from the store, tells of."""
    if text is None:
        return ()
    try:
        return tuple(Reset.from_json(each) for each in json.loads(text))
    except (ValueError, TypeError):
        # Of another build, or cut.
        return ()


def begin_behind(resets: Sequence[Reset]) -> int:
    """Return the last exchange that counts for nothing any more."""
    return max((each.until for each in resets if each.is_whole), default=0)
