"""Fields: under which names a request speaks of things, where nothing was learned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mockforge.bodies.document import read
from mockforge.options import Json

if TYPE_CHECKING:
    from mockforge.engine.homes import Place
    from mockforge.http import Request, Response

FIELD = "field:"
"""What the collection of such a place begins with."""

DEEPEST = 4
"""Objects in one another that are looked at."""

MOST = 100
"""Such values that are looked at."""

# Names that say whose id it is: `run_id`, `runId`, `run_ids`; `id` alone does not.
_ID = re.compile(
    r"(?:.*[A-Za-z0-9][_-](?i:id|uuid|guid)|.*[a-z0-9](?:Id|ID|Uuid|UUID|Guid|GUID))s?"
)


def named_in(request: Request) -> list[Place]:
    """Return the ids that *request* has in its query and its body, by their fields."""
    found = [
        place for name, value in request.query for place in _places(name, value, 0)
    ]
    if request.body:
        found += _told(read(request.headers, request.body).value)
    return [*dict.fromkeys(found)][:MOST]


def minted_in(request: Request, response: Response) -> list[Place]:
    """Return the ids that *response* has, by their fields, and *request* has not.

    Items of lists are not looked at: who makes one thing is told of one.
    """
    said = {*named_in(request)}
    told = _told(read(response.headers, response.body).value, has_lists=False)
    return [place for place in dict.fromkeys(told) if place not in said][:MOST]


def _told(value: Json, *, has_lists: bool = True) -> Iterator[Place]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _places(str(name), each, 0, has_lists=has_lists)


def _places(
    name: str, value: Json, depth: int, *, has_lists: bool = True
) -> Iterator[Place]:
    """Yield the places of what stands at the field *name*."""
    if isinstance(value, dict) and depth < DEEPEST:
        for inner, each in value.items():
            yield from _places(str(inner), each, depth + 1, has_lists=has_lists)
    elif isinstance(value, list) and has_lists and depth < DEEPEST:
        for each in value[:MOST]:
            yield from _places(name, each, depth + 1)
    elif _is_id(value) and _ID.fullmatch(name):
        yield FIELD + _plain(name), str(value)


def _is_id(value: Json) -> bool:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return is_number or (isinstance(value, str) and value != "")


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "").removesuffix("s")
