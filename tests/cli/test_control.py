"""Asking a running mockforge: one on this machine, and one that is one."""

import asyncio
import threading
from contextlib import contextmanager

import pytest

from mockforge.cli.control import post
from mockforge.config import Config
from mockforge.errors import ConfigError, MockforgeError, UpstreamError


@contextmanager
def answering(status, body):
    """Yield the address of what answers everything so, and what it was asked."""
    asked = []
    loop = asyncio.new_event_loop()

    async def answer(reader, writer):
        asked.append((await reader.readline()).decode().split()[:2])
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
