"""Messages with their texts changed, and everything else as it was."""

import gzip

from mockforge.http import Chunk, Request, Response
from mockforge.sources.correlated.rewriting import (
    LONGEST,
    request_changed,
    response_changed,
    text_of_body,
)

JSON = (b"Content-Type", b"application/json")


def change(text):
    """Return *text* with another word."""
    return text.replace("old", "newer")


def test_a_request_is_changed_in_target_header_and_body():
    asked = Request(
        *("POST", "https", "h", "/old?x=old"),
        (JSON, (b"X", b"old"), (b"Host", b"old")),
        b'{"old": 1}',
    )
    told = request_changed(asked, change)
    assert told.target == "/newer?x=newer"
    assert told.headers == (JSON, (b"X", b"newer"), (b"Host", b"old"))
    assert told.body == b'{"newer": 1}'


def test_what_does_not_change_is_the_same_object():
    asked = Request("GET", "https", "h", "/x", (JSON,), b"\xff\xfe old")
    answer = Response(200, (JSON,), b"\xff\xfe old")
    assert request_changed(asked, change) is asked
    assert response_changed(answer, change) is answer


def test_length_coding_and_pieces_of_an_answer_are_made_right():
    body = gzip.compress(b'["old"]', mtime=0)
    headers = (
        JSON,
        (b"Content-Encoding", b"gzip"),
        (b"Content-Length", b"%d" % len(body)),
        (b"ETag", b'"old"'),
    )
    pieces = (Chunk(0.0, 4), Chunk(0.1, len(body) - 4))
    told = response_changed(Response(200, headers, body, chunks=pieces), change)

    assert text_of_body(told) == '["newer"]'
    assert told.header("Content-Length") == str(len(told.body))
    assert told.header("ETag") == '"newer"'
    assert sum(chunk.size for chunk in told.chunks) == len(told.body)


def test_no_value_ends_a_header_field():
    answer = Response(200, ((b"X", b"old"),))
    assert response_changed(answer, lambda text: text + "\r\nY: 1") is answer


def test_very_long_bodies_and_beginnings_of_them_are_left_alone():
    long = Response(200, (), b"old" * LONGEST)
    part = Response(200, (), b"old", size=10)
    assert response_changed(long, change) is long
    assert response_changed(part, change) is part
