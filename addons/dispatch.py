"""mitmproxy's events brought to our few addons at less cost than by its own way.

Its own way asks every addon for every event whether it has a function for it, and
starts a task per event. Here the functions of an event are looked up once, and those
that wait for nothing are called where the event arises.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mitmproxy import addonmanager, exceptions, hooks
from mitmproxy.proxy import commands, events, mode_servers
from mitmproxy.proxy.layer import Layer
from mockforge.addons import begun
from mockforge.addons.control import APART

if TYPE_CHECKING:
    from mitmproxy.master import Master

log = logging.getLogger(__name__)

Function = Callable[..., Any]

STREAMS_AT_MOST = 100
"""Connections to one upstream for one client: HTTP/2's usual limit of streams."""


@dataclass
class Waiting(commands.StartHook):
    """The rest of what addons began to do, and nobody can go on without."""

    name = "mockforge_waiting"
    rest: Awaitable[None]


class Dispatch(addonmanager.AddonManager):
    """The addons of a proxy, and the functions that each event leads to."""

    def __init__(self, master: Master) -> None:
        self._functions: dict[str, list[Function]] = {}
        self._inline: dict[str, list[Function] | None] = {}
        super().__init__(master)  # type: ignore[no-untyped-call]

    def add(self, *addons: object) -> None:
        """Add *addons* to the end of the chain."""
        self._forget()
        super().add(*addons)  # type: ignore[no-untyped-call]
        self._forget()

    def remove(self, addon: object) -> None:
        """Take *addon* out of the chain."""
        super().remove(addon)  # type: ignore[no-untyped-call]
        self._forget()

    def functions(self, name: str) -> list[Function]:
        """Return what is called when the event *name* happens, in order."""
        found = self._functions.get(name)
        if found is None:
            found = self._functions[name] = [
                getattr(addon, name)
                for addon in addonmanager.traverse(self.chain)
                if callable(getattr(addon, name, None))
            ]
        return found

    def inline(self, name: str) -> list[Function] | None:
        """Return the same if none of it waits for anything, else None."""
        try:
            return self._inline[name]
        except KeyError:
            found = self.functions(name)
            waits = any(inspect.iscoroutinefunction(function) for function in found)
            self._inline[name] = None if waits else found
            return self._inline[name]

    def begin(self, kind: type[commands.StartHook], about: Any) -> Waiting | None:
        """Call what the event *kind* leads to; return what has to be waited for.

        Args:
            kind: The event.
            about: Its only argument.
        """
        functions = self.inline(kind.name)
        if functions is not None and not _is_apart(about):
            if functions:
                _call(functions, kind.name, (about,))
            return None
        rest = begun.begin(self._called(kind.name, (about,)))
        return None if rest is None else Waiting(rest)

    async def trigger_event(self, event: hooks.Hook) -> None:
        """Call what *event* leads to, one after the other."""
        await self._called(event.name, event.args())

    async def handle_lifecycle(self, event: hooks.Hook) -> None:
        """Call what *event* leads to; nobody here listens to what it changed."""
        await self.trigger_event(event)

    async def _called(self, name: str, args: Sequence[Any]) -> None:
        for function in self.functions(name):
            try:
                result = function(*args)
                if inspect.isawaitable(result):
                    await result
            except exceptions.AddonHalt:
                return
            except exceptions.OptionsError:
                raise
            except Exception:
                _tell(name)

    def _forget(self) -> None:
        self._functions.clear()
        self._inline.clear()


class Shortcut:
    """A connection's layers, with the events that wait for nothing dealt with here."""

    def __init__(self, layer: Layer, dispatch: Dispatch) -> None:
        self.layer = layer
        self.context = layer.context
        self._dispatch = dispatch

    def handle_event(self, event: events.Event) -> Iterator[commands.Command]:
        """Give *event* to the layers; yield what is left for the connection to do."""
        pending = deque([event])
        while pending:
            for command in self.layer.handle_event(pending.popleft()):
                if not isinstance(command, commands.StartHook):
                    yield command
                    continue
                functions = self._dispatch.inline(command.name)
                if functions is None or _is_apart(getattr(command, "flow", None)):
                    yield command
                    continue
                if functions:
                    _call(functions, command.name, command.args())
                if command.blocking:
                    pending.append(events.HookCompleted(command))


class Connection(mode_servers.ProxyConnectionHandler):
    """mitmproxy's connection, its layers behind the shortcut."""

    _layer: Layer | Shortcut | None = None

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)  # type: ignore[no-untyped-call]
        # Five upstream connections for one HTTP/2 client, as by default, are taken by
        # five open event streams; then nothing moves.
        self.max_conns = defaultdict(lambda: asyncio.Semaphore(STREAMS_AT_MOST))

    @property
    def layer(self) -> Any:
        """The layers that this connection's events go through."""
        return self._layer

    @layer.setter
    def layer(self, layer: Layer) -> None:
        dispatch = self.master.addons
        if isinstance(dispatch, Dispatch):
            self._layer = Shortcut(layer, dispatch)
        else:
            # In mitmproxy's own program the addons are its own affair.
            self._layer = layer

    def log(
        self, message: str, level: int = logging.INFO, exc_info: Any = None
    ) -> None:
        """Log what happens on this connection; how it came about only for debugging."""
        if level < logging.ERROR and not log.isEnabledFor(logging.DEBUG):
            # What goes wrong with a peer is in the recording.
            return
        log.log(level, "%s%s", self.log_prefix, message)
        if exc_info:
            log.debug("how it came about", exc_info=exc_info)


def _is_apart(about: Any) -> bool:
    """Whether a function that seldom waits for anything may do so for *about*."""
    return APART in getattr(about, "metadata", ())


def _call(functions: list[Function], name: str, args: Sequence[Any]) -> None:
    for function in functions:
        try:
            function(*args)
        except exceptions.AddonHalt:
            return
        except Exception:
            _tell(name)


def _tell(name: str) -> None:
    # The text of an unforeseen exception may quote an exchange: only --debug shows it.
    log.error("a defect in %r: the exchange passed unrecorded", name)
    log.debug("the defect in %r", name, exc_info=True)
