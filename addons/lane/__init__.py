"""HTTP/1.1 of our own under mitmproxy's connections and TLS.

mitmproxy's HTTP layer is made for every version and every oddity, and pays for that in
CPU. This one takes the requests that are as they should be, one after the other, and
tells the addons of them by the same events. From the first that is not, it leaves the
connection to mitmproxy's.

In the order of reading: `junction` (where it comes in), `layer` (events to requests),
`errand` (a request taken to its answer), `heads`, `wire` and `upstream`.
"""

from __future__ import annotations

from mockforge.addons.lane.junction import Junction
from mockforge.addons.lane.layer import Lane

__all__ = ["Junction", "Lane"]
