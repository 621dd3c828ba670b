"""The proxy: mitmproxy as a library in our own loop, with the addons it needs."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mitmproxy import exceptions, master, options
from mitmproxy.addons import next_layer, proxyserver, tlsconfig, upstream_auth
from mitmproxy.proxy import mode_specs
from mitmproxy.proxy.layer import NextLayer
from mockforge.addons import authority, patches
from mockforge.addons.dispatch import Dispatch
from mockforge.addons.lane import Junction
from mockforge.addons.record import Record

from mockforge.errors import ConfigError, ListenError

log = logging.getLogger(__name__)

DRAIN = 1.4
"""Seconds that what is in flight has to end when the proxy stops."""

# After which a connection that was told to close is cut.
_CUT = 0.2


@dataclass(frozen=True, slots=True)
class Trust:
    """Who the proxy is, and whom it believes."""

    confdir: Path
    """Where its authority is kept."""
    insecure: bool = False
    """Whether an upstream's certificate is believed unchecked."""
    upstream_ca: str | None = None
    """A file of authorities that vouch for upstreams, in place of the usual ones."""
    client_cert: str | None = None
    """A file with a key and certificate to show upstreams, or a directory of them."""


@dataclass(frozen=True, slots=True)
class Listening:
    """A mode and the address it listens on."""

    mode: str
    """As mitmproxy names it: `reverse`, `regular`, `upstream`, `socks5`."""
    host: str
    port: int

    @property
    def url(self) -> str:
        """The address for a client, which cannot call `0.0.0.0`."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}.get(
            self.host, self.host
        )
        shown = f"[{host}]" if ":" in host and not host.startswith("[") else host
        scheme = "socks5" if self.mode == "socks5" else "http"
        return f"{scheme}://{shown}:{self.port}"


class Proxy(master.Master):
    """Listens in one or several modes until it is told to stop.

    There is one in a process at a time: mitmproxy keeps the running one in a global.
    """

    def __init__(  # noqa: PLR0913 - all by name
        self,
        record: Record,
        modes: Sequence[str],
        *,
        trust: Trust,
        host: str = "127.0.0.1",
        addons: Iterable[object] = (),
        lane: bool = False,
    ) -> None:
        """Prepare a proxy; it must be made in the loop it is to run in.

        Args:
            record: The addon that plans and records.
            modes: As mitmproxy writes them: `reverse:http://api:80@8080`, `regular@0`.
            trust: Its authority, and how upstreams are checked.
            host: The address to listen on.
            addons: Others, asked before *record*.
            lane: Whether HTTP/1.1 goes through our own layer, as far as it can.

        Raises:
            ConfigError: If a mode or a file is unusable.
        """
        patches.install()
        for mode in modes:
            _check(mode)
        self.record = record
        self.ca = authority.certificate(trust.confdir)
        """The certificate that clients must trust."""
        self.listening: tuple[Listening, ...] = ()
        super().__init__(
            options.Options(
                confdir=str(self.ca.parent), mode=list(modes), listen_host=host
            )
        )
        # Every record of every logger would be formatted and sent round as an event.
        self._legacy_log_events.uninstall()
        self.addons = dispatch = Dispatch(self)
        self._server = proxyserver.Proxyserver()
        self.addons.add(
            self._server,
            Names(),
            next_layer.NextLayer(),
            *([Junction(dispatch.begin, record.again)] if lane else []),
            tlsconfig.TlsConfig(),
            upstream_auth.UpstreamAuth(),
            *addons,
            record,
        )
        self._configure(trust)

    async def start(self) -> None:
        """Listen.

        Raises:
            ListenError: If an address cannot be had; then none is listened on.
        """
        self._handler = self.event_loop.get_exception_handler()
        self.event_loop.set_exception_handler(_tell)
        # What fails is told below, once; mitmproxy's words for it come before ours.
        loud = logging.getLogger("mitmproxy.addons.proxyserver")
        loud.disabled = True
        try:
            await self._server.setup_servers()
        finally:
            loud.disabled = False
        failed = [
            server
            for server in self._server.servers
            if server.last_exception is not None
        ]
        if failed:
            error = _listen_error(failed[0], self.options.listen_host)
            await self.stop(drain=0)
            raise error from failed[0].last_exception
        self.listening = tuple(
            Listening(server.mode.type_name, *server.listen_addrs[0][:2])
            for server in self._server.servers
        )
        await self.running()

    async def stop(self, drain: float = DRAIN) -> None:
        """Stop listening, let what is in flight end, and record the rest as it is.

        Args:
            drain: Seconds that exchanges have to end by themselves.
        """
        self.record.draining = True
        await self._server.servers.update([])
        self._close_idle()
        try:
            async with asyncio.timeout(drain):
                await self._until_quiet()
        except TimeoutError:
            log.info("not ended in time: %d", len(self.record.passages))
        await self.record.abandon()
        self._close(self._handlers())
        try:
            async with asyncio.timeout(_CUT):
                await self._until_quiet()
        except TimeoutError:
            log.debug("%d connections were cut", len(self._server.connections))
        await self.done()
        self.event_loop.set_exception_handler(self._handler)

    def _configure(self, trust: Trust) -> None:
        chosen: dict[str, Any] = {
            # Nothing is opened that nobody asked for, and a dead upstream is told of.
            "connection_strategy": "lazy",
            # The client's own Host is needed to lead it back to us.
            "keep_host_header": True,
            "ssl_insecure": trust.insecure,
        }
        if trust.upstream_ca:
            chosen["ssl_verify_upstream_trusted_ca"] = trust.upstream_ca
        if trust.client_cert:
            chosen["client_certs"] = trust.client_cert
        if "tcp_timeout" in self.options:
            chosen["tcp_timeout"] = patches.IDLE
        for flag, path in (
            ("--upstream-ca", trust.upstream_ca),
            ("--client-cert", trust.client_cert),
        ):
            if path and not Path(path).expanduser().exists():
                raise ConfigError(f"no such file: {path!r}", where=flag)
        try:
            self.options.update(**chosen)
        except exceptions.OptionsError as error:
            raise ConfigError(str(error)) from error

    def _handlers(self) -> list[Any]:
        return list(self._server.connections.values())

    def _close_idle(self) -> None:
        busy = self.record.busy()
        self._close(h for h in self._handlers() if h.client.id not in busy)

    def _close(self, handlers: Iterable[Any]) -> None:
        for handler in handlers:
            if handler.client in handler.transports:
                handler.close_connection(handler.client)

    async def _until_quiet(self) -> None:
        while self._server.connections:
            await asyncio.sleep(0.01)
            self._close_idle()


class Names:
    """Tells upstreams their own name in TLS, not the one that the client called."""

    name = "mockforge-names"

    def next_layer(self, layer: NextLayer) -> None:
        """Set the name before a connection is thought of."""
        context = layer.context
        mode = context.client.proxy_mode
        if isinstance(mode, mode_specs.ReverseMode) and context.server.sni is None:
            context.server.sni = mode.address[0]


def _check(mode: str) -> None:
    try:
        # The same object is given to whoever parses this again. Its UDP side, for
        # HTTP/3, runs on threads that outlive the interpreter: now and then such a
        # process ended with a segmentation fault instead of its verdict.
        parsed: Any = mode_specs.ProxyMode.parse(mode)
        if parsed.transport_protocol == "both":
            parsed.transport_protocol = "tcp"
    except ValueError as error:
        raise ConfigError(
            f"{mode!r} is not a proxy mode: {error}",
            where="--mode",
            nearest="modes are reverse, regular, upstream:http://HOST:PORT and socks5,"
            " each with @PORT if it is to have its own",
        ) from None


def _listen_error(server: Any, default_host: str) -> ListenError:
    error, mode = server.last_exception, server.mode
    host, port = mode.listen_host(default_host), mode.listen_port()
    code = getattr(error, "errno", None)
    where = f"{mode.type_name} at {host}:{port}"
    if code == errno.EADDRINUSE:
        return ListenError(
            f"port {port} is taken",
            where=where,
            next_step="stop what listens there, or choose another; --port 0 takes any",
        )
    if code == errno.EACCES:
        return ListenError(
            f"port {port} is kept for the administrator of this machine",
            where=where,
            next_step="choose a port above 1023; --port 0 takes any",
        )
    if code in (None, errno.EADDRNOTAVAIL) or isinstance(error, socket.gaierror):
        return ListenError(
            f"{host!r} is not an address of this machine",
            where=where,
            next_step="--host 127.0.0.1 is this machine alone, --host 0.0.0.0 is"
            " whoever can reach it",
        )
    return ListenError(f"nothing can be listened on: {error}", where=where)


def _tell(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    # A peer that is gone in the middle of a close is nobody's defect.
    error = context.get("exception")
    if isinstance(error, OSError):
        log.debug("%s", context.get("message"), exc_info=error)
        return
    log.error("a task ended in %s", type(error).__name__ if error else "an error")
    log.debug("%s", context.get("message"), exc_info=error)
