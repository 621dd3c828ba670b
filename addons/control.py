"""The control routes on a proxy's own port: of drift learning, and no others.

Whatever else a client asks for is its upstream's affair: that may be a mockforge too.
"""

from __future__ import annotations

from mitmproxy import http

from mockforge import flows
from mockforge.server.patterns import ROUTES, Learning, answered

APART = "mockforge.apart"
"""Key in a flow's metadata: it is for us, and its answer has to be waited for."""


def is_for_us(flow: http.HTTPFlow) -> bool:
    """Whether *flow* asks for a control route of a reverse proxy."""
    if not flow.request.path.startswith(ROUTES):
        return False
    return flows.upstream_of(flow.client_conn.proxy_mode) is not None


async def answer(flow: http.HTTPFlow, learning: Learning) -> None:
    """Answer *flow*, which is for us."""
    told = flows.to_response(await answered(flows.request_of(flow), learning))
    if flow.request.method == "HEAD":
        told.raw_content = b""
    flow.response = told
