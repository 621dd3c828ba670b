"""Answers that the settings give, on the port of a proxy that records."""

from __future__ import annotations

import asyncio
import logging

from mitmproxy import http

from mockforge import flows
from mockforge.engine import Engine, Plan
from mockforge.errors import MockforgeError
from mockforge.http import problem

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
    told = flows.to_response(response)
    if flow.request.method == "HEAD":
        told.raw_content = b""
    flow.response = told
