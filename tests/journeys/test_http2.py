"""What was recorded over HTTP/1.1, replayed over HTTP/2: all but its spelling."""

from dataclasses import replace

import pytest

from tests.journeys.test_wire import SHAPES, saying


def told(got):
    """Return *got* as HTTP/2 can say it."""
    headers = tuple((name.lower(), value) for name, value in got.headers)
    trailers = tuple((name.lower(), value) for name, value in got.trailers)
    return replace(got, reason="", headers=headers, trailers=trailers)


@pytest.mark.parametrize("surface", ["http2"], indirect=True)
@pytest.mark.parametrize("shape", SHAPES)
async def test_an_answer_of_this_shape_comes_back_as_it_was(journey, shape):
    async def script(client):
        return [await client.ask("GET", "/x"), await client.ask("GET", "/x")]

    direct, _ = await journey.record(saying(SHAPES[shape]), script)
    replayed, ledger = await journey.replay(script)

    assert replayed == [told(got) for got in direct]
    assert ledger.missed == 0


@pytest.mark.parametrize("surface", ["http2"], indirect=True)
async def test_a_body_that_means_the_same_is_the_same(journey):
    def sending(body):
        async def script(client):
            media = [("Content-Type", "application/json")]
            return await client.ask("POST", "/x", media, body)

        return script

    direct, _ = await journey.record(
        saying(SHAPES["trailers"]), sending(b'{"a": 1, "b": [1, 2.50]}')
    )
    same, _ = await journey.replay(sending(b'{ "b":[1,2.50],"a":1 }'))
    other, _ = await journey.replay(sending(b'{"a": 1, "b": [1, 2.51]}'))

    assert same == told(direct)
    assert other.status == 404
