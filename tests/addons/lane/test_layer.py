import pytest
from mitmproxy.http import Response
from mitmproxy.proxy import events
from mitmproxy.proxy.layers.http import HttpLayer, HTTPMode
from mockforge.addons.lane.again import Again
from mockforge.addons.lane.way import Way

from mockforge.engine import Engine

GET = b"GET /a HTTP/1.1\r\nHost: a.test\r\n\r\n"
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def heir(played):
    """Whoever has taken over the connection."""
    return getattr(played.layer, "_heir", None)


def test_requests_go_upstream_one_after_the_other_on_one_connection(play):
    played = play().say(GET + GET)
    assert played.asked() == GET
    played.reply(OK)
    assert (played.answer, played.asked()) == (OK, GET + GET)
    played.reply(OK)

    assert played.answer == OK + OK
    assert len(played.upstreams) == 1


def test_many_requests_at_once_are_answered_in_order(play):
    def request(flow):
        flow.response = Response.make(200, flow.request.path.encode(), {})

    played = play(request=request)
    played.say(b"".join(GET.replace(b"/a", b"/%d" % n) for n in range(2000)))

    found = [line for line in played.answer.split(b"\r\n") if line.startswith(b"/")]
    assert [line.partition(b"HTTP")[0] for line in found] == [
        b"/%d" % n for n in range(2000)
    ]


@pytest.mark.parametrize(
    "unusual",
    [
        b"GET /b HTTP/1.0\r\n\r\n",
        b"GET /b HTTP/1.1\nHost: a\n\n",
        b"GET /b HTTP/1.1\r\nHost: a\r\nUpgrade: a\r\n\r\n",
        b"POST /b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"1\r\na\r\n0\r\nT: u\r\n\r\n",
        b"POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n"
        + b"a" * 2_000_000,
    ],
    ids=["an old version", "line feeds", "an upgrade", "trailers", "a long body"],
)
def test_the_first_unusual_request_leaves_the_connection_to_mitmproxy(play, unusual):
    """What is open to the upstream is used on."""
    played = play().say(GET).reply(OK)
    assert heir(played) is None
    played.say(unusual)
    assert isinstance(heir(played), HttpLayer)
    played.reply(OK)

    assert len(played.upstreams) == 1
    assert b" /b " in played.asked()


def test_what_is_left_to_mitmproxy_stays_there(play):
    played = play().say(b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").reply(OK)
    layer = heir(played)
    played.say(GET).reply(OK)

    assert heir(played) is layer
    assert played.answer == OK + OK


def test_a_request_may_come_in_any_pieces(play):
    post = GET.replace(b"GET", b"POST")[:-2] + b"Content-Length: 4\r\n\r\nbody"
    played = play().say(*(bytes([byte]) for byte in post))

    assert played.asked() == post
    assert heir(played) is None


def test_what_comes_may_be_in_a_buffer(play):
    """As after a CONNECT whose client did not wait for the answer."""
    again = Again(Engine())
    played = play()
    played.layer._counter = again.counter(played.context)
    played.say(bytearray(GET)).reply(bytearray(OK))

    assert played.answer == OK


def test_a_head_without_an_end_is_refused_by_mitmproxy(play):
    played = play().say(GET[:-2] + b"A: " + b"a" * (300 << 10))

    assert played.answer.startswith(b"HTTP/1.1 431 ")


def test_a_client_that_leaves_between_requests_is_let_go(play):
    played = play().say(GET).reply(OK).leave()

    assert played.client in played.ends
    assert "error" not in played.hooks


def test_an_upstream_that_leaves_between_requests_is_replaced(play):
    played = play().say(GET).reply(OK)
    played.leave(played.upstreams[0])
    played.say(GET).reply(OK)

    assert played.answer == OK + OK
    assert len(played.upstreams) == 2


def test_an_upstream_that_speaks_unasked_is_not_listened_to(play):
    played = play().say(GET).reply(OK)
    played.reply(b"HTTP/1.1 200 Smuggled\r\n\r\n").say(GET)

    assert played.upstreams[0] in played.ends
    assert played.reply(OK).answer == OK + OK


def test_the_end_of_a_connection_that_was_done_with_concerns_nobody(play):
    """Not mitmproxy either, who has gone on since."""
    played = play().say(GET).reply(OK)
    played.reply(b"unasked").say(b"GET /b HTTP/1.0\r\n\r\n")
    played.leave(played.upstreams[0]).reply(OK)

    assert played.answer.startswith(OK + OK)


def test_nothing_is_read_after_the_last_answer(play):
    last = GET[:-2] + b"Connection: close\r\n\r\n"
    played = play().say(last + GET).reply(OK)

    assert (played.answer, played.asked()) == (OK, last)
    assert played.client in played.ends


def test_what_follows_a_switch_of_protocols_is_passed_on_as_it_is(play):
    switch = b"HTTP/1.1 101 Switching Protocols\r\n\r\n"
    played = play().say(GET).reply(switch + b"\x00hello").say(b"\x01")

    assert played.answer == switch + b"\x00hello"
    assert played.asked() == GET + b"\x01"


def test_a_forward_proxy_asks_whom_the_client_names(play):
    asked = b"GET http://%b/a HTTP/1.1\r\nHost: x\r\n\r\n"
    played = play(mode=HTTPMode.regular)
    for name in (b"a.test", b"b.test:81", b"a.test"):
        played.say(asked % name).reply(OK, by=1 if b"b" in name else 0)

    assert [server.address for server in played.upstreams] == [
        ("a.test", 80),
        ("b.test", 81),
    ]
    assert played.asked(0) == b"GET /a HTTP/1.1\r\nHost: x\r\n\r\n" * 2


def test_a_tunnel_is_left_to_mitmproxy(play):
    played = play(mode=HTTPMode.regular)
    played.say(b"CONNECT a.test:443 HTTP/1.1\r\nHost: a.test:443\r\n\r\n")

    assert isinstance(heir(played), HttpLayer)
    assert played.answer == b"HTTP/1.1 200 Connection established\r\n\r\n"


@pytest.mark.parametrize(
    ("alpn", "offers"), [(b"h2", ()), (None, (b"http/1.1", b"h2"))]
)
def test_who_may_speak_http2_is_left_to_mitmproxy(play, alpn, offers):
    played = play()
    played.client.alpn, played.client.alpn_offers = alpn, offers
    list(played.layer.handle_event(events.Start()))

    assert isinstance(heir(played), HttpLayer)


def test_a_lane_is_a_way(play):
    played = play()

    assert all(hasattr(played.layer, name) for name in Way.__annotations__)
