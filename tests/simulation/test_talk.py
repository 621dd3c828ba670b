import asyncio

import pytest

from mockforge.load.tally import Trouble
from mockforge.load.target import Trust, find, parse
from mockforge.simulation.talk import Talk
from tests.load.servers import NOWHERE, answer, serving
from tests.worlds import request


async def asked(respond, *requests, patience=5.0, is_stream=False):
    with serving(respond) as server:
        target = await find(parse(server.url), trust=Trust())
        talk = Talk(target)
        try:
            return [
                await talk.ask(one, patience=patience, is_stream=is_stream)
                for one in requests
            ], server
        finally:
            await talk.close()


async def test_an_answer_comes_whole():
    told = answer(
        b'{"a": 1}', status=201, fields=(b"Set-Cookie: a=1", b"Set-Cookie: b")
    )

    (found,), server = await asked(lambda _: told, request("POST", body=b"{}"))

    assert found.trouble is None
    assert found.response.status == 201
    assert found.response.body == b'{"a": 1}'
    assert [
        value for name, value in found.response.headers if name == b"Set-Cookie"
    ] == [
        b"a=1",
        b"b",
    ]
    assert server.asked[0].endswith(b"\r\n\r\n{}")


async def test_an_interim_answer_is_passed_over():
    told = b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\n" + answer(b"[]")

    (found,), _ = await asked(lambda _: told, request())

    assert found.response.body == b"[]"
    assert found.response.header("Link") is None


async def test_an_answer_to_head_has_its_fields():
    told = b'HTTP/1.1 200 OK\r\nETag: "a"\r\nContent-Length: 5\r\n\r\n'

    (found, _), _ = await asked(lambda _: told, request("HEAD"), request("HEAD"))

    assert (found.response.status, found.response.header("etag")) == (200, '"a"')


async def test_a_connection_that_ended_is_made_anew():
    told = answer(fields=(b"Connection: close",))

    found, _ = await asked(lambda _: told, request(), request(), request())

    assert [each.response.status for each in found] == [200, 200, 200]


async def test_no_answer_is_told_by_its_trouble():
    (found,), _ = await asked(lambda _: None, request())
    assert found.trouble is Trouble.RESET

    talk = Talk(NOWHERE)
    assert (await talk.ask(request(), patience=1.0)).trouble is Trouble.REFUSED
    await talk.close()


async def test_a_stream_that_goes_on_is_heard_for_a_while():
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
    told = head + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"

    (stream,), _ = await asked(lambda _: told, request(), patience=0.05, is_stream=True)
    (other,), _ = await asked(lambda _: told, request(), patience=0.05)

    assert (stream.response.status, stream.response.body) == (200, b"hello")
    assert other.trouble is Trouble.TIMEOUT


@pytest.mark.parametrize("count", [1, 3])
async def test_many_talk_at_once(count):
    found = await asyncio.gather(
        *(asked(lambda _: answer(), request()) for _ in range(count))
    )

    assert all(each[0].response.status == 200 for each, _ in found)
