"""Answers that the settings give, on the port of a proxy that records."""

from __future__ import annotations

import asyncio
import logging

from mitmproxy import ctx, http
from mockforge.addons import http1

from mockforge import flows
from mockforge.engine import Answer, Ending, Engine, Plan
from mockforge.engine.plan import NOTHING
from mockforge.errors import MockforgeError
from mockforge.http import problem
from mockforge.provenance import Provenance
from mockforge.server.opening import break_at_end

LOOK = 0.2
"""Seconds between two looks whether a client is still there that is told nothing."""

log = logging.getLogger(__name__)


def may_answer(flow: http.HTTPFlow, engine: Engine) -> bool:
    """Whether the settings may answer what begins like *flow*.

    Where recordings answer, the engine is asked in any case, and need not be here.
    """
    stubbing = engine.stubbing
    if stubbing is None or engine.recorded is not None:
        return False
    asked = flows.request_of(flow, b"")
    return stubbing.stubs.may_answer(asked.method, asked.authority, asked.target)


async def failed(flow: http.HTTPFlow, ending: Ending, told: bytes = b"") -> None:
    """Break the connection of *flow*; where nothing is to come, when it is left.

    Args:
        flow: What is not answered.
        ending: How.
        told: What is sent first where that is no HTTP.
    """
    # mitmproxy tells a hook that waits of no client that leaves.
    while ending is Ending.SILENT and flow.client_conn.connected:  # noqa: ASYNC110
        await asyncio.sleep(LOOK)
    writer = _writer(flow)
    if writer is not None and ending is Ending.RESET:
        break_at_end(writer.transport)
    elif writer is not None and ending is Ending.RAW and not flow.client_conn.tls:
        writer.write(told)
    if flow.killable:
        flow.kill()


def _writer(flow: http.HTTPFlow) -> asyncio.StreamWriter | None:
    """Return what writes to the client of *flow*, if nobody else is told so, too."""
    if flow.request.is_http2 or flow.request.is_http3:
        return None
    open_ones = ctx.master.addons.get("proxyserver").connections
    handler = open_ones.get(flow.client_conn.id)
    known = None if handler is None else handler.transports.get(handler.client)
    writer = None if known is None else known.writer
    return writer if isinstance(writer, asyncio.StreamWriter) else None


async def answer(flow: http.HTTPFlow, engine: Engine, plan: Plan) -> None:
    """Answer *flow*, for which an endpoint of the settings was found.

    Args:
        flow: What is answered.
        engine: Answers.
        plan: Which endpoint it is.
    """
    loop = asyncio.get_running_loop()
    arrived = loop.time()
    try:
        found = await engine.finish(plan)
        response = found.response
        if found.delay:
            # What it took to find the answer is a part of its delay.
            await asyncio.sleep(arrived + found.delay - loop.time())
    except MockforgeError as error:
        log.error("%s", error)
        response = problem(500, "this request could not be answered", error.what)
        found = Answer(response, Provenance(None))
    if found.ending in NOTHING:
        await failed(flow, found.ending, found.response.body)
        return
    told = flows.to_response(response)
    if found.ending is not Ending.WHOLE:
        http1.cut(told)
    if flow.request.method == "HEAD":
        told.raw_content = b""
    flow.response = told
