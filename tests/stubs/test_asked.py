"""What endpoints read of a request."""

import pytest

from mockforge.http import Request
from mockforge.stubs.asked import Asked


def asked(target="/a", headers=(), body=b"", method="POST"):
    pairs = tuple((name.encode(), value.encode()) for name, value in headers)
    return Asked(Request(method, "http", "h:1", target, pairs, body), "s", 5.0)


def test_its_parts_have_names():
    one = asked(
        "/a%20b/?x=1&y=2&y=3",
        [("X-One", "1"), ("content-type", "application/json")],
        b'{"n": 3}',
    )
    names = one.names({"id": "7"})

    assert {name: names[name] for name in names} == {
        "method": "POST",
        "path": "/a b",
        "params": {"id": "7"},
        "query": {"x": "1", "y": ["2", "3"]},
        "headers": {"x-one": "1", "content-type": "application/json"},
        "body": {"n": 3},
        "session": {"id": "s"},
        "state": {},
        "time": 5.0,
    }
    assert one.headers["X-ONE"] == "1"
    assert "x-One" in one.headers


def test_what_is_uploaded_is_read_whole():
    text = "x" * (5 << 20)
    typed = [("Content-Type", "application/json")]

    for headers, sent in ((typed, f'["{text}"]'), ([], text)):
        body = asked(headers=headers, body=sent.encode()).body
        assert body in (text, [text])


@pytest.mark.parametrize("target", ["/ä/%C3%A4?q=ä", "/%C3%A4/ä?q=%C3%A4"])
def test_raw_bytes_in_a_target_are_read_as_escaped_ones(target):
    for sent in (target, target.encode().decode("latin-1")):
        one = asked(sent)

        assert one.segments == ("ä", "ä")
        assert one.query == {"q": "ä"}


def test_the_same_request_is_known_wherever_it_is_sent():
    other = Asked(Request("POST", "http", "elsewhere:9", "/a", (), b""))

    assert asked().digest == other.digest
    assert asked().digest != asked(body=b"x").digest
    assert asked().digest != asked("/a?x").digest
    assert asked().digest != asked(method="GET").digest
