"""The control routes on a proxy's own port: those that show or turn what it does.

Whatever else a client asks for is its upstream's affair: that may be a mockforge too.
"""

from __future__ import annotations

from ipaddress import ip_address

from mitmproxy import http

from mockforge import flows
from mockforge.engine import Engine
from mockforge.http import Request, Response
from mockforge.server import continuum, drifts, explaining, patterns, renewing
from mockforge.server.patterns import Learning

APART = "mockforge.apart"
"""Key in a flow's metadata: it is for us, and its answer has to be waited for."""

_OURS = ("/__mockforge/", continuum.CONSISTENCY)


def is_for_us(flow: http.HTTPFlow, engine: Engine, learning: Learning | None) -> bool:
    """Whether *flow* asks for a control route, and asks us."""
    path = flow.request.path
    if not path.startswith(_OURS):
        return False
    if path.startswith(patterns.ROUTES):
        is_route = learning is not None
    elif path.startswith(drifts.ROUTES):
        is_route = engine.drifts is not None
    elif path.partition("?")[0] == renewing.ROUTE:
        is_route = engine.renewal is not None
    elif path.startswith(explaining.ROUTE):
        is_route = engine.accounts is not None
    elif path.startswith(continuum.CONSISTENCY):
        is_route = continuum.is_ours(flows.request_of(flow, b""), engine)
    else:
        # An upstream is not to be told how real our answers are to be.
        is_route = path.startswith(continuum.ROUTES)
    return is_route and _is_called(flow)


async def answer(
    flow: http.HTTPFlow, engine: Engine, learning: Learning | None
) -> None:
    """Answer *flow*, which is for us."""
    asked = flows.request_of(flow)
    told = flows.to_response(await _told(asked, engine, learning))
    if flow.request.method == "HEAD":
        told.raw_content = b""
    flow.response = told


async def _told(asked: Request, engine: Engine, learning: Learning | None) -> Response:
    if learning is not None and asked.path.startswith(patterns.ROUTES):
        return await patterns.answered(asked, learning)
    if asked.path.startswith(drifts.ROUTES):
        return await drifts.answered(asked, engine)
    if asked.path == renewing.ROUTE:
        return await renewing.answered(asked, engine.renewal)
    if asked.path.startswith(explaining.ROUTE):
        return explaining.explained(asked.path, engine)
    return continuum.answered(asked, engine)


def _is_called(flow: http.HTTPFlow) -> bool:
    """Whether the client of *flow* calls us, and no server through us."""
    if flows.upstream_of(flow.client_conn.proxy_mode) is not None:
        return True
    host, port, *_ = flow.client_conn.sockname
    called = flow.request.data
    if called.port != port:
        return False
    return called.host in (host, "localhost") and ip_address(host).is_loopback
