import pytest

from mockforge.event import Event, Kind
from mockforge.exchange import FailureKind
from mockforge.recordings.formats import har_reading
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.shape import Fields

REQUEST = {"method": "GET", "url": "https://api.example/a?b=c", "headers": []}
RESPONSE = {
    "status": 200,
    "statusText": "OK",
    "httpVersion": "h2",
    "headers": [
        {"name": ":status", "value": "200"},
        {"name": "content-type", "value": "text/plain"},
    ],
    "content": {"size": 2, "mimeType": "text/plain", "text": "hi"},
}


def entry(request=None, response=None, **fields):
    notes = Notes()
    whole = {
        "startedDateTime": "2023-03-29T16:58:59.303-07:00",
        "time": 250.0,
        "request": {**REQUEST, **(request or {})},
        "response": {**RESPONSE, **(response or {})},
        **fields,
    }
    return har_reading.exchange(Fields(whole, "entry"), notes), notes.lines()


def test_what_a_browser_exports_is_an_exchange():
    found, notes = entry(timings={"blocked": 50, "dns": -1, "connect": 20, "wait": 30})

    assert notes == ()
    assert found.request.url == "https://api.example/a?b=c"
    assert found.response.body == b"hi"
    assert found.response.version == "HTTP/2.0"
    assert found.response.headers == ((b"content-type", b"text/plain"),)
    assert found.started == 1680134339.303
    assert found.elapsed == 0.25
    assert found.first_byte == pytest.approx(0.1)


def test_a_body_the_browser_decoded_is_told_as_it_is():
    headers = [
        {"name": "content-encoding", "value": "gzip"},
        {"name": "content-length", "value": "99"},
    ]

    found, notes = entry(response={"headers": headers})

    assert found.response.headers == ((b"content-length", b"2"),)
    assert len(notes) == 2


def test_an_answer_without_any_headers_gets_its_type():
    found, _ = entry(response={"headers": []})

    assert found.response.headers == ((b"Content-Type", b"text/plain"),)


def test_a_copy_from_the_cache_is_no_body():
    found, notes = entry(response={"status": 304})

    assert found.response.body == b""
    assert "carries no body" in notes[0]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("net::ERR_NAME_NOT_RESOLVED", FailureKind.DNS),
        ("net::ERR_CONNECTION_REFUSED", FailureKind.REFUSED),
        ("net::ERR_CERT_AUTHORITY_INVALID", FailureKind.TLS),
        ("net::ERR_CONNECTION_TIMED_OUT", FailureKind.TIMEOUT),
        ("net::ERR_HTTP2_PROTOCOL_ERROR", FailureKind.PROTOCOL),
        ("net::ERR_ABORTED", FailureKind.CLIENT),
        ("net::ERR_EMPTY_RESPONSE", FailureKind.RESET),
    ],
)
def test_a_failure_is_told_as_what_it_was(told, kind):
    found, _ = entry(response={"status": 0, "_error": told})

    assert found.response is None
    assert found.failure.kind is kind
    assert found.failure.message == told


def test_a_missing_response_is_a_failure():
    found, _ = entry()
    whole = {"request": REQUEST, "startedDateTime": "yesterday", "time": None}

    found = har_reading.exchange(Fields(whole, "entry"), Notes())

    assert found.failure is not None
    assert found.failure.kind is FailureKind.CLIENT
    assert found.started == 0.0


def test_messages_of_a_websocket_are_events():
    messages = [
        {"type": "send", "time": 1680134339.5, "opcode": 1, "data": "hé"},
        {"type": "receive", "time": 1680134340.0, "opcode": 2, "data": "AP8="},
    ]

    found, _ = entry(_webSocketMessages=messages)

    first, second = found.events
    assert first.data == "hé".encode()
    assert first.from_client
    assert second == Event(b"\0\xff", Kind.BINARY, False, 0.5)


@pytest.mark.parametrize(
    "time", [None, -1, "long", True, 10**400, float("nan"), float("inf")]
)
def test_a_time_that_is_none_is_not_known(time):
    found, _ = entry(time=time, timings={"wait": time})

    assert found.elapsed == 0.0
    assert found.first_byte is None
