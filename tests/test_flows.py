from types import SimpleNamespace
from typing import Any

import pytest
from mitmproxy import http
from mitmproxy.connection import Client, Server
from mitmproxy.proxy.mode_specs import ProxyMode
from mitmproxy.websocket import WebSocketData, WebSocketMessage
from wsproto.frame_protocol import Opcode

from mockforge import flows
from mockforge.event import Kind
from mockforge.exchange import FailureKind
from mockforge.http import Origin, Request, Response


def flow_of(*, mode="reverse:http://api.test:9000", headers=(), **parts):
    client = Client(
        peername=("10.0.0.7", 5000),
        sockname=("127.0.0.1", 8080),
        timestamp_start=0.0,
        proxy_mode=ProxyMode.parse(mode),
    )
    flow = http.HTTPFlow(client, Server(address=("api.test", 9000)))
    given: dict[str, Any] = {
        "host": "api.test",
        "port": 9000,
        "method": b"GET",
        "scheme": b"http",
        "authority": b"",
        "path": b"/a%2Fb?x=1",
        "http_version": b"HTTP/1.1",
        "headers": http.Headers(headers),
        "content": b"",
        "trailers": None,
        "timestamp_start": 1.0,
        "timestamp_end": None,
    }
    flow.request = http.Request(**(given | parts))
    return flow


@pytest.mark.parametrize(
    ("mode", "origin"),
    [
        ("reverse:http://api.test:9000@0", Origin("http", "api.test:9000")),
        ("reverse:https://api.test@0", Origin("https", "api.test")),
        ("reverse:http://[::1]:80@0", Origin("http", "[::1]")),
        ("regular", None),
        ("socks5", None),
    ],
)
def test_a_mode_says_where_it_forwards_to(mode, origin):
    assert flows.upstream_of(ProxyMode.parse(mode)) == origin


def test_a_request_is_in_the_words_of_its_client():
    headers = ((b"Host", b"me.test:8080"), (b"X-A", b"1"), (b"x-a", b"\xff"))
    request = flows.request_of(flow_of(headers=headers, content=b"body"))

    assert request == Request(
        "GET",
        "http",
        "me.test:8080",
        "/a%2Fb?x=1",
        headers,
        b"body",
        client="10.0.0.7",
    )


def test_a_client_that_names_no_host_called_our_address():
    assert flows.request_of(flow_of()).authority == "127.0.0.1:8080"


def test_a_forward_proxys_client_names_its_target():
    flow = flow_of(mode="regular", headers=((b"Host", b"other.test"),), port=80)

    assert flows.request_of(flow).url == "http://api.test/a%2Fb?x=1"


def test_a_request_is_forwarded_as_planned():
    flow = flow_of(headers=((b"Host", b"me.test"),), content=b"old")
    asked = Request(
        "GET", "http", "api.test:9000", "/new", ((b"Host", b"api.test:9000"),), b"new"
    )

    flows.forward(flow, asked)

    assert flow.request.headers.fields == asked.headers
    assert flow.request.path == "/new"
    assert flow.request.raw_content == b"new"


@pytest.mark.parametrize(
    ("version", "authority"), [(b"HTTP/2.0", b"api.test"), (b"HTTP/1.1", b"")]
)
def test_an_authority_is_the_upstreams(version, authority):
    flow = flow_of(http_version=version, authority=b"me.test")
    flows.forward(flow, Request("GET", "https", "api.test", "/"))

    assert flow.request.data.authority == authority


def test_a_response_goes_there_and_back_again():
    response = Response(
        200,
        ((b"A", b"1"), (b"a", b"\xe9")),
        b"\x00body",
        "Fine",
        "HTTP/2",
        ((b"x-sum", b"1"),),
    )
    flow = flow_of()
    flow.response = flows.to_response(response)

    assert flows.response_of(flow) == response


def test_an_answer_is_delivered_as_shown():
    flow = flow_of()
    flow.response = flows.to_response(Response(200, ((b"A", b"1"),), b"old"))

    flows.deliver(flow, Response(200, ((b"A", b"2"),), b"new"))

    assert flow.response.headers.fields == ((b"A", b"2"),)
    assert flow.response.raw_content == b"new"


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("[Errno 111] Connect call failed ('127.0.0.1', 9)", FailureKind.REFUSED),
        (
            "Multiple exceptions: [Errno 111] Connect call failed ('::1', 9, 0, 0), "
            "[Errno 111] Connect call failed ('127.0.0.1', 9)",
            FailureKind.REFUSED,
        ),
        ("[Errno 113] No route to host", FailureKind.REFUSED),
        ("[Errno -2] Name or service not known", FailureKind.DNS),
        ("[Errno -3] Temporary failure in name resolution", FailureKind.DNS),
        ("[Errno 8] nodename nor servname provided", FailureKind.DNS),
        ("[Errno 110] Connect call failed", FailureKind.TIMEOUT),
        ("Certificate verify failed: self-signed certificate", FailureKind.TLS),
        ("The remote server does not speak TLS.", FailureKind.TLS),
        ("server closed connection", FailureKind.RESET),
        ("HTTP/1 protocol error: peer closed connection without", FailureKind.RESET),
        ("unexpected server response: b'SSH-2.0'", FailureKind.PROTOCOL),
        ("Cannot parse HTTP response: Bad HTTP", FailureKind.PROTOCOL),
        ("HTTP/2 protocol error: bad frame", FailureKind.PROTOCOL),
    ],
)
def test_a_failure_is_told_apart_by_what_was_said(message, kind):
    assert flows.failure_of(message).kind is kind
    assert flows.failure_of(message, by_client=True).kind is FailureKind.CLIENT


def conversation(**parts):
    data = WebSocketData(
        messages=[
            WebSocketMessage(Opcode.TEXT, True, b"a", timestamp=11.0),
            WebSocketMessage(Opcode.BINARY, False, b"\x00", timestamp=11.5),
        ]
    )
    for name, value in parts.items():
        setattr(data, name, value)
    return SimpleNamespace(websocket=data)


def test_a_conversation_is_its_messages_and_its_closing():
    flow = conversation(
        close_code=1000, close_reason="bye", closed_by_client=True, timestamp_end=12.0
    )
    events = flows.events_of(flow, 10.0)

    assert [(e.kind, e.data, e.from_client, e.wait) for e in events] == [
        (Kind.TEXT, b"a", True, 1.0),
        (Kind.BINARY, b"\x00", False, 0.5),
        (Kind.CLOSE, b"\x03\xe8bye", True, 0.5),
    ]
    assert flows.broken_off(flow) is None


def test_a_closing_without_a_code_says_nothing():
    flow = conversation(close_code=1005, closed_by_client=False, timestamp_end=12.0)

    assert flows.events_of(flow, 10.0)[-1].data == b""


@pytest.mark.parametrize(
    ("by_client", "kind"), [(True, FailureKind.CLIENT), (False, FailureKind.RESET)]
)
def test_a_conversation_that_broke_has_no_closing(by_client, kind):
    flow = conversation(close_code=1006, closed_by_client=by_client, timestamp_end=12.0)

    assert len(flows.events_of(flow, 10.0)) == 2
    failure = flows.broken_off(flow)
    assert failure is not None
    assert failure.kind is kind
