"""The control routes of drift: how far things have moved on, and having them begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockforge.http import Request, Response
from mockforge.options import Json
from mockforge.server.enveloped import (
    NotThere,
    Wrong,
    enveloped,
    given,
    known,
    only,
    refused,
    stranger,
)

if TYPE_CHECKING:
    from mockforge.engine import Engine
    from mockforge.engine.drifting import Drifts

ROUTES = "/__mockforge/drift/"

_METHODS = {"status": "GET", "reset": "POST"}


async def answered(request: Request, engine: Engine) -> Response:
    """Return the answer to *request*, whose path begins as ROUTES."""
    name = request.path.removeprefix(ROUTES)
    method = _METHODS.get(name)
    if method is None:
        return refused(404, f"there is no route {name!r}; {', '.join(_METHODS)} are")
    if engine.drifts is None:
        return refused(404, str(_UNMOVED))
    asked = "GET" if request.method == "HEAD" else request.method
    if asked != method:
        return only([method])
    if method == "POST" and (why := stranger(request)) is not None:
        return refused(403, why)
    try:
        do = _reset if name == "reset" else _status
        return enveloped(200, await do(request, engine, engine.drifts))
    except Wrong as error:
        return refused(error.status, str(error))


_UNMOVED = NotThere(
    "nothing drifts here",
    next_step="write drift: into an endpoint, as in docs/reference/drift.md",
)


async def _status(request: Request, engine: Engine, drifts: Drifts) -> Json:
    known(given(request), ())
    found = await drifts.advances.told()
    return {"endpoints": [{"endpoint": one, "things": count} for one, count in found]}


async def _reset(request: Request, engine: Engine, drifts: Drifts) -> Json:
    asked = given(request)
    known(asked, ("endpoint", "session"))
    for name, value in asked.items():
        if not isinstance(value, str) or not value:
            raise Wrong(f"{name!r} is no text")
    session = asked.get("session")
    sessions = None if session is None else engine.sessions_called(session)
    return {"reset": await drifts.advances.reset(asked.get("endpoint"), sessions)}
