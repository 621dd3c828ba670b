"""What the parts of the lane share: the connection they belong to, and its ends."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Protocol

from mitmproxy import http
from mitmproxy.proxy import commands
from mitmproxy.proxy.context import Context

from mockforge.clock import Clock

Steps = Generator[commands.Command | None, Any, Any]
"""What is to be done, one after the other; None is to wait for something to happen."""


class Way(Protocol):
    """The client's connection, as an errand sees it."""

    context: Context
    clock: Clock
    has_left: bool
    """The client is gone."""
    unread: bytearray
    """What the client said and nobody has read."""

    def begin(
        self, kind: type[commands.StartHook], about: http.HTTPFlow
    ) -> commands.StartHook | None:
        """Tell the addons of something; return what is left to be waited for."""

    def upstream(self, address: tuple[str, int], *, tls: bool) -> Any:
        """Return a connection to *address*, open or not."""


class Left(Exception):
    """The client is gone."""


class Broken(Exception):
    """The upstream, or the way to it, has failed."""


class Ended(Exception):
    """There is nothing more to do."""


class Unfit(Exception):
    """The request turns out to be none for us, and nothing was done about it."""
