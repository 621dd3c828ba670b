"""The control routes of drift learning: what was learned, and whether it counts."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mockforge.errors import MockforgeError
from mockforge.http import Request, Response
from mockforge.options import Json
from mockforge.server.enveloped import enveloped, only, refused, stranger

if TYPE_CHECKING:
    from mockforge.learning.patterns.options import DriftLearningOptions
    from mockforge.learning.patterns.part import Shown
    from mockforge.learning.patterns.patterns import Patterns
    from mockforge.learning.patterns.telling import Filter, Told

ROUTES = "/__mockforge/drift-learning/"


class Known(NamedTuple):
    """What was learned of one recording."""

    recording: str
    patterns: Patterns
    told: Told
    """Replaces secrets in a text."""


class Learning(Protocol):
    """Patterns that a running program learns or applies."""

    @property
    def options(self) -> DriftLearningOptions:
        """How it does."""

    @property
    def applied(self) -> dict[str, Json]:
        """What answers take over now."""

    @property
    def is_enabled(self) -> bool:
        """Whether it does at all."""

    def now(self) -> float:
        """Return seconds since the epoch."""

    async def switch(self, on: bool) -> None:
        """Do or do not from the next request on."""

    async def known(self) -> Sequence[Known]:
        """Return what was learned so far.

        Raises:
            RecordingError: If it cannot be read.
        """

    async def reset(self, chosen: Filter) -> None:
        """Forget what is *chosen*, and keep that it was.

        Raises:
            RecordingError: If that cannot be kept.
        """


async def answered(request: Request, learning: Learning) -> Response:
    """Return the answer to *request*, whose path begins as ROUTES."""
    from mockforge.learning.patterns.telling import Unfit

    name = request.path.removeprefix(ROUTES)
    route = _ROUTES.get(name)
    if route is None:
        return refused(404, f"there is no route {name!r}; {', '.join(_ROUTES)} are")
    method, do = route
    asked = "GET" if request.method == "HEAD" else request.method
    if asked != method:
        return only([method])
    if method == "POST" and (why := stranger(request)) is not None:
        return refused(403, why)
    try:
        return enveloped(200, await do(_given(request), learning))
    except Unfit as error:
        return refused(400, str(error))
    except MockforgeError as error:
        return refused(409, str(error))


async def _patterns(given: dict[str, str], learning: Learning) -> Json:
    from mockforge.learning.patterns.telling import Filter, row

    chosen, now = Filter.of(given), learning.now()
    return [
        {
            "recording": known.recording,
            **row(one, known.patterns.law, known.told, now=now),
        }
        for known, rows in await _chosen(chosen, learning)
        for one in rows
    ]


async def _status(given: dict[str, str], learning: Learning) -> Json:
    from mockforge.learning.patterns.telling import account, settings

    _nothing(given)
    return {
        "enabled": learning.is_enabled,
        **settings(learning.options),
        "applied": learning.applied,
        "recordings": [
            {
                "recording": known.recording,
                **account(known.patterns, known.patterns.shown()),
            }
            for known in await learning.known()
        ],
    }


async def _reset(given: dict[str, str], learning: Learning) -> Json:
    from mockforge.learning.patterns.telling import Filter

    chosen = Filter.of(given)
    count = sum(len(rows) for _, rows in await _chosen(chosen, learning))
    await learning.reset(chosen)
    return {"forgotten": count}


async def _enable(given: dict[str, str], learning: Learning) -> Json:
    _nothing(given)
    await learning.switch(True)
    return {"enabled": True}


async def _disable(given: dict[str, str], learning: Learning) -> Json:
    _nothing(given)
    await learning.switch(False)
    return {"enabled": False}


_ROUTES: dict[
    str, tuple[str, Callable[[dict[str, str], Learning], Awaitable[Json]]]
] = {
    "patterns": ("GET", _patterns),
    "status": ("GET", _status),
    "reset": ("POST", _reset),
    "enable": ("POST", _enable),
    "disable": ("POST", _disable),
}


async def _chosen(
    chosen: Filter, learning: Learning
) -> list[tuple[Known, Sequence[Shown]]]:
    """Return what is *chosen* of each recording.

    Raises:
        Unfit: If no recording knows the endpoint, or the persona.
    """
    from mockforge.learning.patterns.telling import Unfit

    found: list[tuple[Known, Sequence[Shown]]] = []
    wrong: list[Unfit] = []
    every = await learning.known()
    for known in every:
        try:
            found.append((known, chosen.chosen(known.patterns)))
        except Unfit as error:
            wrong.append(Unfit(known.told(str(error))))
    if wrong and len(wrong) == len(every):
        # Of several recordings the one that has something like it.
        raise max(wrong, key=lambda error: "did you mean" in str(error))
    return found


def _given(request: Request) -> dict[str, str]:
    """Return the filters of *request*: its query, and its body if that is JSON.

    Raises:
        Unfit: If the body is something else: it would be left out of account.
    """
    from mockforge.learning.patterns.telling import Unfit

    given = dict(request.query)
    if not request.body.strip():
        return given
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise Unfit("the body is no JSON object of filters")
    for name, value in said.items():
        if not isinstance(value, str):
            raise Unfit(f"{name!r} is no text")
    return given | said


def _nothing(given: dict[str, str]) -> None:
    from mockforge.learning.patterns.telling import Unfit

    for name in given:
        raise Unfit(f"{name!r} means nothing here")
