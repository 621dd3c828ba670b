"""Asking a running mockforge: one on this machine, and one that is one."""

import asyncio
import threading
from contextlib import contextmanager

import pytest

from mockforge.cli.control import ask, listening, post, shown
from mockforge.config import Config
from mockforge.errors import ConfigError, MockforgeError, UpstreamError


@contextmanager
def answering(status, body):
    """Yield the address of what answers everything so, and what it was asked."""
    asked = []
    loop = asyncio.new_event_loop()

    async def answer(reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        asked.append(head.decode().split()[:2])
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length: ") and line != b"content-length: 0":
                asked.append(await reader.readexactly(int(line.split()[1])))
        head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n"
        writer.write(head.encode() + b"Connection: close\r\n\r\n" + body)
        await writer.drain()
        writer.close()

    server = loop.run_until_complete(asyncio.start_server(answer, "127.0.0.1", 0))
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked
    finally:

        async def close():
            server.close()
            await server.wait_closed()
            loop.stop()

        asyncio.run_coroutine_threadsafe(close(), loop)
        thread.join()
        loop.close()


def test_what_the_route_says_is_returned():
    with answering(200, b'{"success": true, "data": {"a": 1}}') as (url, asked):
        assert post(Config(), f"{url}/some/path", "drift-learning/enable") == {"a": 1}

    assert asked == [["POST", "/__mockforge/drift-learning/enable"]]


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (403, b'{"success": false, "error": "not you"}', "refuses: not you"),
        (404, b'{"title": "x", "detail": "no such route"}', "refuses: no such route"),
        (404, b"<html>", "it answers 404, as no mockforge does"),
        (200, b"<html>", "is no mockforge"),
    ],
)
def test_a_refusal_is_said_in_its_words(status, body, expected):
    with answering(status, body) as (url, _), pytest.raises(MockforgeError) as caught:
        post(Config(), url, "drift-learning/enable")

    assert expected in str(caught.value)


@pytest.mark.parametrize(
    "url", ["http://example.com", "10.0.0.1:80", "ftp://127.0.0.1", "http://", ""]
)
def test_only_this_machine_is_asked(url):
    with pytest.raises(ConfigError, match="no address of this machine"):
        post(Config(), url, "drift-learning/enable")


def test_where_nothing_answers_the_address_is_said():
    with answering(200, b"") as (url, _):
        pass

    with pytest.raises(UpstreamError, match="nothing answers at"):
        post(Config(), url, "drift-learning/enable")


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_what_is_given_is_sent_as_json(method):
    with answering(200, b'{"data": 1}') as (url, asked):
        assert ask(Config(), url, "x/y", method=method, given={"a": 1}) == 1

    assert asked == [[method, "/__mockforge/x/y"], b'{"a": 1}']


def test_what_is_in_no_envelope_is_returned_as_it_is():
    with answering(200, b'{"id": "a1"}') as (url, asked):
        assert shown(Config(), url, "provenance/a1") == {"id": "a1"}

    assert asked == [["GET", "/__mockforge/provenance/a1"]]


def test_what_to_do_next_is_told_as_such():
    body = b'{"error": "not so\\n  next: do this"}'
    with answering(404, body) as (url, _), pytest.raises(MockforgeError) as caught:
        ask(Config(), url, "x")

    assert str(caught.value) == f"{url} refuses: not so (--url)\n  next: do this"


@pytest.mark.parametrize(
    ("server", "url"),
    [
        ({}, "http://127.0.0.1:8080"),
        ({"host": "0.0.0.0", "port": 1}, "http://127.0.0.1:1"),
        ({"host": "::", "port": 1}, "http://[::1]:1"),
        ({"host": "localhost", "tls": True}, "https://localhost:8080"),
        ({"cert": "a.pem"}, "https://127.0.0.1:8080"),
    ],
)
def test_it_listens_where_the_settings_say(server, url):
    assert listening(Config.model_validate({"server": server})) == url
