"""Requests whose answers depend on those before: the first process answers them.

What sessions asked and how far values have moved is in its memory, once for all.
"""

from __future__ import annotations

import logging
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

from mockforge.engine import Answer, Ending
from mockforge.errors import MockforgeError
from mockforge.http import Chunk, Headers, Request, Response
from mockforge.options import Json
from mockforge.provenance import Provenance
from mockforge.server import drifts, explaining, renewing

if TYPE_CHECKING:
    from mockforge.engine import Engine
    from mockforge.server.renewing import Renewing
    from mockforge.server.workers.channel import Message

log = logging.getLogger(__name__)


def asked(request: Request) -> dict[str, Json]:
    """Return *request* as a message."""
    return {
        "what": "answer",
        "of": [request.method, request.scheme, request.authority, request.target],
        "version": request.version,
        "client": request.client,
        **_parts(request.headers, request.body, request.trailers),
    }


async def answered(engine: Engine, renews: Renewing, message: Message) -> Json:
    """Return the reply to *message*, which `asked` made."""
    headers, body, trailers = _read(message)
    method, scheme, authority, target = message["of"]
    request = Request(
        method,
        scheme,
        authority,
        target,
        headers,
        body,
        message["version"],
        trailers,
        message["client"],
    )
    try:
        answer = await _answer(engine, renews, request)
    except MockforgeError as error:
        return {"failed": error.what}
    except Exception as error:
        # Whoever asked waits for a reply. Its text may quote the request.
        log.error("unexpected %s while answering", type(error).__name__)
        log.debug("the traceback", exc_info=True)
        return {"failed": "mockforge failed on this request; its log says more"}
    told = answer.response
    return {
        "status": told.status,
        "reason": told.reason,
        "chunks": [[each.wait, each.size] for each in told.chunks],
        "delay": answer.delay,
        "ending": answer.ending.value,
        "why": list(answer.why),
        **_parts(told.headers, told.body, told.trailers),
    }


def told(reply: Any) -> Answer:
    """Return the answer that is in *reply*, which `answered` made.

    Raises:
        MockforgeError: If there was none.
    """
    if "failed" in reply:
        raise MockforgeError(reply["failed"])
    headers, body, trailers = _read(reply)
    chunks = tuple(Chunk(wait, size) for wait, size in reply["chunks"])
    response = Response(
        reply["status"],
        headers,
        body,
        reply["reason"],
        trailers=trailers,
        chunks=chunks,
    )
    return Answer(
        response,
        Provenance(None),
        delay=reply["delay"],
        why=tuple(reply["why"]),
        ending=Ending(reply["ending"]),
    )


async def _answer(engine: Engine, renews: Renewing, request: Request) -> Answer:
    if request.path.startswith(drifts.ROUTES):
        return Answer(await drifts.answered(request, engine), Provenance(None))
    if request.path == renewing.ROUTE:
        return Answer(await renewing.answered(request, renews), Provenance(None))
    if request.path.startswith(explaining.ROUTE):
        return Answer(explaining.explained(request.path, engine), Provenance(None))
    return await engine.answer(request)


def _parts(headers: Headers, body: bytes, trailers: Headers) -> dict[str, Json]:
    return {
        "headers": [_pair(each) for each in headers],
        "trailers": [_pair(each) for each in trailers],
        "body": b64encode(body).decode(),
    }


def _read(message: Message) -> tuple[Headers, bytes, Headers]:
    headers, trailers = (
        tuple((n.encode("latin-1"), v.encode("latin-1")) for n, v in message[name])
        for name in ("headers", "trailers")
    )
    return headers, b64decode(message["body"]), trailers


def _pair(pair: tuple[bytes, bytes]) -> list[str]:
    return [each.decode("latin-1") for each in pair]
