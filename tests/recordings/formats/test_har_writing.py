import gzip
import json
from dataclasses import replace

from mockforge.event import Event, Kind
from mockforge.exchange import Failure, FailureKind
from mockforge.recordings.formats import har_writing
from tests.worlds import exchange


def test_another_tool_finds_what_it_looks_for():
    one = exchange(
        "POST",
        "https://api.example/a?b=c%20d&b=e",
        b'{"x":1}',
        answer=b'{"y":2}',
        started=1680134339.303,
        elapsed=0.5,
        first_byte=0.2,
    )

    entry = har_writing.entry(one)

    assert entry["startedDateTime"] == "2023-03-29T23:58:59.303Z"
    assert entry["time"] == 500.0
    assert entry["timings"] == {"send": 0, "wait": 200.0, "receive": 300.0}
    request, response = entry["request"], entry["response"]
    assert request["url"] == "https://api.example/a?b=c%20d&b=e"
    assert request["queryString"] == [
        {"name": "b", "value": "c d"},
        {"name": "b", "value": "e"},
    ]
    assert request["postData"] == {"mimeType": "application/json", "text": '{"x":1}'}
    assert response["content"] == {
        "size": 7,
        "mimeType": "application/json",
        "text": '{"y":2}',
    }


def with_headers(one, *headers):
    return replace(one, response=replace(one.response, headers=headers))


def test_a_compressed_body_is_shown_as_text_and_kept_as_it_is():
    one = exchange(answer=gzip.compress(b"hello"))
    one = with_headers(one, (b"Content-Encoding", b"gzip"))

    entry = har_writing.entry(one)

    assert entry["response"]["content"]["text"] == "hello"
    assert "body" in entry["_mockforge"]["response"]


def test_bytes_that_are_no_text_are_base64():
    entry = har_writing.entry(exchange(answer=b"\0\xff"))

    assert entry["response"]["content"] == {
        "size": 2,
        "mimeType": "application/json",
        "text": "AP8=",
        "encoding": "base64",
    }


def test_text_in_another_charset_is_base64():
    one = exchange(answer="é".encode())
    one = with_headers(one, (b"Content-Type", b"text/html; charset=latin-1"))

    assert har_writing.entry(one)["response"]["content"]["encoding"] == "base64"


def test_cookies_are_listed():
    one = exchange(headers=[("Cookie", "a=1; b=2")])
    one = with_headers(one, (b"Set-Cookie", b"c=3; Path=/"))

    entry = har_writing.entry(one)

    assert entry["request"]["cookies"] == [
        {"name": "a", "value": "1"},
        {"name": "b", "value": "2"},
    ]
    assert entry["response"]["cookies"] == [{"name": "c", "value": "3"}]


def test_a_failure_is_what_browsers_write_for_one():
    one = exchange(response=None, failure=Failure(FailureKind.RESET, "gone"))

    entry = har_writing.entry(one)

    assert entry["response"]["status"] == 0
    assert entry["_mockforge"]["failure"] == {"kind": "reset", "message": "gone"}


def test_messages_are_also_written_as_chrome_does():
    events = (Event(b"hi", Kind.TEXT, True, 0.5), Event(b"\0", Kind.BINARY, False, 1.0))

    entry = har_writing.entry(exchange(started=10.0, events=events))

    assert entry["_webSocketMessages"] == [
        {"type": "send", "time": 10.5, "opcode": 1, "data": "hi"},
        {"type": "receive", "time": 11.5, "opcode": 2, "data": "AA=="},
    ]


def test_bytes_in_a_query_that_are_no_utf_8_stay_readable():
    entry = har_writing.entry(exchange(url="https://api.example/?a=%FF"))

    assert entry["request"]["queryString"] == [{"name": "a", "value": "%FF"}]
    json.dumps(entry).encode("utf-8")
