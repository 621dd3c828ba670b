"""Where our layer comes in: in the place of mitmproxy's, for HTTP/1.1."""

from __future__ import annotations

from collections.abc import Awaitable

from mitmproxy.proxy import layer, mode_specs
from mitmproxy.proxy.layers.http import HttpLayer, HTTPMode
from mockforge.addons.lane.again import Again
from mockforge.addons.lane.layer import Begin, Lane


class Junction:
    """Puts a lane where mitmproxy has chosen its own HTTP layer."""

    name = "mockforge-junction"

    def __init__(self, begin: Begin | None = None, again: Again | None = None) -> None:
        self._begin, self._again = begin, again

    async def mockforge_waiting(self, rest: Awaitable[None]) -> None:
        """Wait for what an errand waits for."""
        await rest

    def next_layer(self, chosen: layer.NextLayer) -> None:
        """Exchange the layer at the end of what was chosen."""
        above: object = chosen
        name = "layer"
        while not isinstance(found := getattr(above, name, None), HttpLayer):
            if found is None or isinstance(found, layer.NextLayer):
                return
            above, name = found, "child_layer"
        if _is_for_us(found):
            # In the stack it stands where the other would.
            found.context.layers.remove(found)
            lane = Lane(found.context, found.mode, begin=self._begin, again=self._again)
            setattr(above, name, lane)


def _is_for_us(found: HttpLayer) -> bool:
    client = found.context.client
    return (
        found.mode is not HTTPMode.upstream
        and client.transport_protocol == "tcp"
        and not isinstance(client.proxy_mode, mode_specs.UpstreamMode)
        and found.context.server.via is None
    )
