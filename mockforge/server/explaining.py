"""The control route that explains an answer: `/__mockforge/provenance/ID`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mockforge.http import Response, problem

if TYPE_CHECKING:
    from mockforge.engine import Engine

ROUTE = "/__mockforge/provenance/"


def explained(path: str, engine: Engine) -> Response:
    """Return the account of the answer whose id ends *path*, which begins as ROUTE."""
    name = path.removeprefix(ROUTE)
    account = engine.account(name)
    if account is None:
        return problem(
            404,
            "there is no account of this answer",
            f"{name!r} is no id of the last answers; it stands in their"
            " X-MockForge-Source, and with several workers only the one that"
            " answered knows it",
        )
    body = json.dumps(account, indent=2).encode() + b"\n"
    headers = (
        (b"Content-Type", b"application/json"),
        (b"Content-Length", b"%d" % len(body)),
        (b"Cache-Control", b"no-store"),
    )
    return Response(200, headers, body, "OK")
