import pytest
from mitmproxy.connection import ConnectionState
from mitmproxy.proxy import commands, events
from mitmproxy.proxy.layers.tls import ServerTLSLayer, TlsStartServerHook
from mockforge.addons.lane.upstream import Opened, Opening, Upstream

HERE = ("a.test", 80)


@pytest.fixture
def context(play):
    return play().context


def test_a_connection_suits_its_own_address_while_it_is_open(context):
    upstream = Upstream(context, HERE, tls=False)
    assert not upstream.suits(HERE, tls=False)
    upstream.server.state = ConnectionState.OPEN

    assert upstream.suits(HERE, tls=False)
    assert not upstream.suits(("a.test", 81), tls=False)
    assert not upstream.suits(HERE, tls=True)


def test_what_comes_is_kept_until_it_is_read(context):
    upstream = Upstream(context, HERE, tls=False)
    for event in (
        events.DataReceived(upstream.server, b"b"),
        events.ConnectionClosed(upstream.server),
    ):
        assert list(upstream.handle(event)) == []
    upstream.buffer += b"a"
    first, second, end = upstream.unread()

    assert (first.data, second.data) == (b"a", b"b")
    assert isinstance(end, events.ConnectionClosed)
    assert list(upstream.unread()) == []


def test_a_plain_connection_is_opened_and_spoken_on_as_it_is(context):
    upstream = Upstream(context, HERE, tls=False)
    steps = upstream.open()
    assert isinstance(next(steps), commands.OpenConnection)
    with pytest.raises(StopIteration) as done:
        steps.send("refused")
    (sent,) = upstream.send(b"a")

    assert done.value.value == "refused"
    assert sent.data == b"a"


def test_tls_is_agreed_on_before_anything_is_said(context):
    """Who opens it is told when that is done, or what went wrong."""
    upstream = Upstream(context, HERE, tls=True)
    (asked,) = upstream.open()
    assert isinstance(asked, Opening)
    (opening,) = upstream.handle(events.Start())
    upstream.server.state = ConnectionState.OPEN
    (hook,) = upstream.handle(events.OpenConnectionCompleted(opening, None))
    assert isinstance(hook, TlsStartServerHook)
    # Nobody here knows how to begin.
    told = list(upstream.handle(events.HookCompleted(hook)))
    told += upstream.handle(events.ConnectionClosed(upstream.server))

    assert upstream.server.sni == "a.test"
    assert any(isinstance(each, commands.CloseConnection) for each in told)


def test_a_connection_in_tls_that_is_refused_is_told_of(context):
    upstream = Upstream(context, HERE, tls=True)
    (opening,) = upstream.handle(events.Start())
    (opened,) = upstream.handle(events.OpenConnectionCompleted(opening, "refused"))

    assert isinstance(opened, Opened)
    assert (opened.upstream, opened.error) == (upstream, "refused")


@pytest.mark.parametrize(
    ("server", "client", "address", "sni"),
    [
        (None, None, HERE, "a.test"),
        (None, "b.test", HERE, "b.test"),
        ("c.test", "b.test", HERE, "c.test"),
        ("c.test", "b.test", ("d.test", 443), "d.test"),
    ],
)
def test_an_upstream_is_called_by_its_own_name(context, server, client, address, sni):
    context.server.sni, context.client.sni = server, client

    assert Upstream(context, address, tls=True).server.sni == sni


@pytest.mark.parametrize("tls", [True, False])
def test_it_can_be_left_to_another_layer(context, tls):
    upstream = Upstream(context, HERE, tls=tls)
    heir = Upstream(context, HERE, tls=True)._tunnel
    assert heir is not None
    top = upstream.left_to(heir)

    assert isinstance(top, ServerTLSLayer)
    assert (top is heir) is not tls
