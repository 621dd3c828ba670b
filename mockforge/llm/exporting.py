"""What a model said as lines of JSON: to be committed, and answered from elsewhere.

A line is an answer or a template. The order is that of endpoints and keys, so that an
export that has not changed is the same text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from mockforge.errors import MockforgeError
from mockforge.llm import cache, templates
from mockforge.llm.cache import ANSWERS
from mockforge.llm.templates import TEMPLATES
from mockforge.options import Json
from mockforge.store.kept import Entry, Kept

_KINDS = {"answer": ANSWERS, "template": TEMPLATES}


async def exported(kept: Kept) -> Iterator[str]:
    """Return the lines of all answers and templates."""
    answers = await cache.every(kept)
    found = [("answer", one.key, one.value, one.at, one.expires) for one in answers]
    for one in await templates.every(kept):
        found.append(("template", one.key, one.to_json(), one.at, None))
    found.sort(key=lambda row: (str(row[2].get("endpoint")), row[0], row[1]))
    return (_line(*row) for row in found)


async def imported(kept: Kept, lines: Iterable[str], *, where: str) -> dict[str, int]:
    """Keep what *lines* say in place of what is there; return how many of each kind.

    Raises:
        MockforgeError: If a line is none of an export; nothing is kept then.
    """
    read: list[tuple[str, Entry]] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            read.append(_read(line, f"{where}:{number}"))
    counts = dict.fromkeys(_KINDS, 0)
    for name, entry in read:
        counts[name] += 1
        await kept.restore(_KINDS[name], entry)
    return counts


def _line(kind: str, key: str, value: Json, at: float, expires: float | None) -> str:
    told = {"kind": kind, "key": key, "at": at, "expires": expires, **value}
    return json.dumps(told, ensure_ascii=False)


def _read(line: str, where: str) -> tuple[str, Entry]:
    try:
        told = json.loads(line)
        name, key = told.pop("kind"), told.pop("key")
        at, expires = float(told.pop("at")), told.pop("expires", None)
        inner = told["value" if name == "answer" else "samples"]
        is_whole = isinstance(key, str) and isinstance(told.get("endpoint"), str)
        is_whole = is_whole and (name == "answer" or isinstance(inner, list))
        if name not in _KINDS or not is_whole:
            raise ValueError
        entry = Entry(key, told, at, None if expires is None else float(expires))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise MockforgeError(
            "this line is no answer or template of mockforge llm cache export",
            where=where,
            next_step="export it again: mockforge llm cache export -o FILE",
        ) from None
    return name, entry
