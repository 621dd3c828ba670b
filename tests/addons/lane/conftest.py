"""A play of events for one layer, and a note of what came of them."""

import pytest
from mitmproxy import options
from mitmproxy.addons import proxyserver
from mitmproxy.connection import Client, Connection, ConnectionState
from mitmproxy.proxy import commands, events, mode_specs
from mitmproxy.proxy.context import Context
from mitmproxy.proxy.layers.http import HttpLayer, HTTPMode
from mockforge.addons import patches
from mockforge.addons.lane.layer import Lane

LAYERS = {"mitmproxy": HttpLayer, "own": Lane}


class Play:
    """One layer between a client and its upstreams, and addons that are functions."""

    def __init__(self, options, kind, mode, *, tls=False, **addons):
        self.client = Client(
            peername=("127.0.0.1", 40_000),
            sockname=("127.0.0.1", 8080),
            state=ConnectionState.OPEN,
            proxy_mode=mode_specs.ProxyMode.parse(
                "reverse:http://a.test" if mode is HTTPMode.transparent else "regular"
            ),
        )
        context = Context(self.client, options)
        if mode is HTTPMode.transparent:
            context.server.address = ("a.test", 80)
            context.server.tls = tls
        self.context = context
        self.layer = LAYERS[kind](context, mode)
        self.addons = addons
        self.refuses = None
        """What is said of the next connection, if it is not to be had."""
        self.waits = False
        """Whether hooks are answered later, by `go_on`."""
        self.hooks = []
        self.upstreams = []
        self.told: dict[Connection, bytes] = {self.client: b""}
        self.ends = set()
        self._held = []
        self._feed(events.Start())

    @property
    def answer(self):
        """What the client was told."""
        return self.told[self.client]

    def asked(self, number=-1):
        """What an upstream was told."""
        return self.told[self.upstreams[number]]

    def say(self, *pieces):
        """Let the client say something, piece by piece."""
        for piece in pieces:
            self._feed(events.DataReceived(self.client, piece))
        return self

    def reply(self, *pieces, by=-1):
        """Let an upstream say something, piece by piece."""
        for piece in pieces:
            self._feed(events.DataReceived(self.upstreams[by], piece))
        return self

    def leave(self, connection=None):
        """Let one side close."""
        connection = connection or self.client
        connection.state &= ~ConnectionState.CAN_READ
        self._feed(events.ConnectionClosed(connection))
        return self

    def go_on(self):
        """Let the addons be done with what they were asked."""
        self.waits = False
        held, self._held = self._held, []
        for hook in held:
            self._call(hook)
            self._feed(events.HookCompleted(hook))
        return self

    def _feed(self, event):
        pending = [event]
        while pending:
            for command in self.layer.handle_event(pending.pop(0)):
                pending += self._done(command)

    def _done(self, command):
        if isinstance(command, commands.StartHook):
            return self._hooked(command)
        if isinstance(command, commands.OpenConnection):
            server, error = command.connection, self.refuses
            if error is None:
                server.state, server.timestamp_start = ConnectionState.OPEN, 1.0
                self.upstreams.append(server)
                self.told[server] = b""
            return [events.OpenConnectionCompleted(command, error)]
        if isinstance(command, commands.SendData):
            assert command.connection not in self.ends, "it was closed"
            self.told[command.connection] += command.data
        elif isinstance(command, commands.CloseConnection):
            command.connection.state = ConnectionState.CLOSED
            self.ends.add(command.connection)
        return []

    def _hooked(self, hook):
        self.hooks.append(hook.name)
        if self.waits:
            self._held.append(hook)
            return []
        self._call(hook)
        return [events.HookCompleted(hook)] if hook.blocking else []

    def _call(self, hook):
        function = self.addons.get(hook.name)
        if function is not None:
            function(*hook.args())


@pytest.fixture(scope="session")
def mitmproxy_options():
    patches.install()
    chosen = options.Options()
    proxyserver.Proxyserver().load(chosen)
    chosen.update(keep_host_header=True, connection_strategy="lazy")
    return chosen


@pytest.fixture
def play(mitmproxy_options):
    def begun(kind="own", mode=HTTPMode.transparent, **more):
        return Play(mitmproxy_options, kind, mode, **more)

    return begun
