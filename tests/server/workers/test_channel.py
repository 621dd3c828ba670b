"""Messages between two processes of one run."""

import asyncio
import json
import socket
from contextlib import asynccontextmanager
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.server.workers.channel import WIDTH, Channel, Gone, Message


@asynccontextmanager
async def joined(hear, other=lambda message: None):
    """Yield two ends, the second of which hears with *hear*."""
    loop = asyncio.get_running_loop()
    lost = asyncio.Event()
    ends = []
    for line, ear in zip(socket.socketpair(), (other, hear), strict=True):
        _, channel = await loop.create_unix_connection(
            partial(Channel, ear, lost=lost.set), sock=line
        )
        ends.append(channel)
    try:
        yield (*ends, lost)
    finally:
        for channel in ends:
            await channel.close()


async def test_a_question_is_answered():
    async with joined(lambda message: {"twice": message["n"] * 2}) as (one, _, _):
        assert await one.ask({"n": 21}) == {"twice": 42}


async def test_questions_are_answered_in_any_order():
    """Nobody waits for a slow reply but who asked for it."""
    first = asyncio.Event()

    async def slow():
        await first.wait()
        return "slow"

    def hear(message):
        return slow() if message["n"] == 1 else "at once"

    async with joined(hear) as (one, _, _), asyncio.TaskGroup() as group:
        waiting = group.create_task(one.ask({"n": 1}))
        assert await one.ask({"n": 2}) == "at once"
        assert not waiting.done()
        first.set()

    assert waiting.result() == "slow"


async def test_both_sides_may_ask():
    async with joined(lambda message: "here", lambda message: "there") as (one, two, _):
        assert (await one.ask({}), await two.ask({})) == ("here", "there")


async def test_who_waits_is_told_that_the_other_is_gone():
    async def never():
        await asyncio.Event().wait()

    async with joined(lambda message: never()) as (one, two, lost):
        asked = asyncio.ensure_future(one.ask({}))
        await asyncio.sleep(0)
        await two.close()
        with pytest.raises(Gone):
            await asked
        with pytest.raises(Gone):
            await one.ask({})
        one.send({"nobody": "reads this"})

        assert lost.is_set()


@given(
    st.lists(st.dictionaries(st.text(), st.text() | st.integers()), max_size=5),
    st.lists(st.integers(0, 200), max_size=20),
)
def test_messages_are_whole_however_they_are_cut(messages, cuts):
    heard: list[Message] = []
    channel = Channel(heard.append, lost=lambda: None)
    wire = b""
    for message in messages:
        text = json.dumps({"m": message}).encode()
        wire += len(text).to_bytes(WIDTH, "big") + text
    edges = sorted({0, len(wire), *(cut for cut in cuts if cut < len(wire))})

    for start, end in pairwise(edges):
        channel.data_received(wire[start:end])

    assert heard == [{"m": message} for message in messages]


async def test_a_long_message_arrives():
    async with joined(lambda message: message["text"]) as (one, _, _):
        text = "x" * 5_000_000

        assert await one.ask({"text": text}) == text
