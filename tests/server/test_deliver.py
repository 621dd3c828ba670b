"""Delivery through a channel that keeps what is written and waits for nothing."""

import pytest

from mockforge.engine import Answer, Ending
from mockforge.http import Chunk, Request, Response
from mockforge.provenance import Provenance
from mockforge.server.deliver import SLICE, Delivery, deliver

GET = Request("GET", "http", "a", "/")
TE = ((b"Transfer-Encoding", b"chunked"),)


class Kept:
    """A channel that remembers what was done with it."""

    def __init__(self, *, leaves_after=None, is_stopping=False, passed=0.0):
        self.is_stopping = is_stopping
        self.passed = passed
        self.done = []
        self._left = leaves_after

    @property
    def wire(self):
        return b"".join(each for each in self.done if isinstance(each, bytes))

    @property
    def waits(self):
        return [each for each in self.done if isinstance(each, float)]

    def write(self, data):
        self.done.append(bytes(data))

    async def drain(self):
        return self._is_there()

    async def pause(self, seconds):
        self.done.append(seconds)
        return self._is_there()

    async def held(self):
        self.done.append("held")

    def abort(self, *, resets=False):
        self.done.append("reset" if resets else "aborted")

    def _is_there(self):
        return self._left is None or len(self.waits) < self._left


async def send(response, channel=None, *, delay=0.0, ending=Ending.WHOLE, body=None):
    channel = channel or Kept()
    answer = Answer(response, Provenance(None), delay=delay, ending=ending)
    goes_on = await deliver(Delivery(answer, body), GET, channel, keep_alive=True)
    return channel, goes_on


async def test_an_answer_goes_out_in_one_write():
    response = Response(200, ((b"Content-Length", b"2"),), b"ok", "OK")

    channel, goes_on = await send(response)

    assert channel.done == [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"]
    assert goes_on


async def test_a_delay_is_waited_before_anything_is_sent():
    channel, _ = await send(Response(204), delay=0.25)

    assert channel.done[0] == 0.25
    assert channel.done[1].startswith(b"HTTP/1.1 204")


async def test_what_it_took_to_find_an_answer_is_a_part_of_its_delay():
    channel, _ = await send(Response(204), Kept(passed=0.0625), delay=0.25)

    assert channel.done[0] == 0.1875


async def test_a_client_that_left_during_the_delay_gets_nothing():
    channel, goes_on = await send(Response(204), Kept(leaves_after=1), delay=0.25)

    assert (channel.wire, goes_on) == (b"", False)


async def test_a_stream_is_sent_piece_by_piece_with_its_pauses():
    response = Response(
        200, TE, b"abcde", chunks=(Chunk(0.0, 2), Chunk(0.5, 2), Chunk(0.25, 1))
    )

    channel, goes_on = await send(response)

    head, *rest = channel.done
    assert head.endswith(b"\r\n\r\n")
    assert rest == [
        b"2\r\nab\r\n",
        0.5,
        b"2\r\ncd\r\n",
        0.25,
        b"1\r\ne\r\n",
        b"0\r\n\r\n",
    ]
    assert goes_on


async def test_a_stream_ends_when_its_client_leaves():
    response = Response(200, TE, b"abcd", chunks=(Chunk(0.5, 2), Chunk(0.5, 2)))

    channel, goes_on = await send(response, Kept(leaves_after=2))

    assert b"ab" in channel.wire
    assert b"cd" not in channel.wire
    assert not goes_on


async def test_chunks_without_pauses_keep_their_bounds_in_one_write():
    response = Response(
        200,
        TE,
        b"abc",
        chunks=(Chunk(0.0, 2), Chunk(0.0, 1)),
        trailers=((b"X-Sum", b"3"),),
    )

    channel, _ = await send(response)

    (wire,) = channel.done
    assert wire.endswith(b"\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\nX-Sum: 3\r\n\r\n")


async def test_a_large_body_goes_out_in_slices():
    body = bytes(range(256)) * 4096 * 2
    response = Response(200, ((b"Content-Length", b"%d" % len(body)),), body)

    channel, _ = await send(response)

    assert max(map(len, channel.done)) == SLICE
    assert channel.wire.partition(b"\r\n\r\n")[2] == body


@pytest.mark.parametrize("headers", [TE, ((b"Content-Length", b"900"),)])
async def test_what_broke_off_breaks_off_where_it_did(headers):
    response = Response(200, headers, b"abc")

    channel, goes_on = await send(response, ending=Ending.BROKEN)

    assert b"abc" in channel.wire
    assert not channel.wire.endswith(b"0\r\n\r\n")
    assert b"Connection: close" in channel.wire
    assert not goes_on


async def test_where_only_the_end_of_the_connection_ends_a_body_it_is_reset():
    response = Response(200, ((b"Connection", b"close"),), b"abc")

    channel, goes_on = await send(response, ending=Ending.BROKEN)

    assert channel.wire.endswith(b"\r\n\r\nabc")
    assert channel.done[-1] == "aborted"
    assert not goes_on


async def test_a_stream_its_client_had_left_stays_open():
    response = Response(200, TE, b"ab", chunks=(Chunk(0.1, 2),))

    channel, goes_on = await send(response, ending=Ending.OPEN)

    assert channel.done[-2:] == ["held", b"0\r\n\r\n"]
    assert not goes_on


async def pieces(*parts):
    for part in parts:
        if part is None:
            raise ConnectionResetError
        yield part


async def test_a_body_that_is_being_fetched_is_passed_on_as_it_comes():
    response = Response(200, ((b"Content-Length", b"4"),))

    channel, goes_on = await send(response, body=pieces(b"ab", b"cd"))

    assert channel.done[1:] == [b"ab", b"cd"]
    assert b"Content-Length: 4\r\n" in channel.wire
    assert goes_on


async def test_a_body_that_breaks_off_while_fetched_is_not_ended():
    channel, goes_on = await send(Response(200, TE), body=pieces(b"ab", None))

    assert channel.done[-1] == "aborted"
    assert b"0\r\n\r\n" not in channel.wire
    assert not goes_on


@pytest.mark.parametrize(
    ("ending", "done"),
    [
        (Ending.RESET, ["reset"]),
        (Ending.EMPTY, []),
        (Ending.SILENT, ["held"]),
        (Ending.RAW, [b"raw"]),
    ],
)
async def test_what_is_no_answer_has_no_head(ending, done):
    channel, goes_on = await send(Response(200, (), b"raw"), ending=ending)

    assert channel.done == done
    assert not goes_on
