"""Sessions in Redis: asked over TCP, decided as in memory, and told when it is gone."""

import pytest
from hypothesis import given, settings

from mockforge.clock import VirtualClock
from mockforge.errors import ConfigError
from mockforge.sources.redis_keeper import RedisState
from mockforge.sources.shared import SharedTurns, Unasked, adopts
from mockforge.sources.shelf import Shelf
from tests.sources.interleavings import (
    KEYS,
    TIMEOUT,
    interleavings,
    played,
    row,
    scene,
)
from tests.sources.redis_server import redis_server
from tests.worlds import recording


def workers(state, shelf, after_last, clock):
    """Return what three processes have of sessions that *state* keeps."""
    return [
        SharedTurns(
            state.keeper(shelf),
            adopts=adopts(shelf),
            after_last=after_last,
            timeout=TIMEOUT,
            clock=clock,
        )
        for _ in range(3)
    ]


@settings(max_examples=100)
@given(interleavings)
async def test_each_session_is_given_what_one_process_would_give(case):
    shelf, after_last, steps = case
    clock, alone = VirtualClock(), VirtualClock()
    async with redis_server() as port:
        state = RedisState(
            f"redis://127.0.0.1:{port}/0",
            "test",
            after_last=after_last,
            timeout=TIMEOUT,
            clock=clock,
        )
        await state.open()
        turns = workers(state, shelf, after_last, clock)
        got = await played(turns, shelf, steps, clock)
        for each in turns:
            await each.close()
        await state.close()

    assert got == await played(
        [scene(shelf, after_last, alone)] * 3, shelf, steps, alone
    )


def sequence():
    """Return a recording with three answers to one request, and its pool."""
    shelf = Shelf("shop", recording(), [row(n, KEYS[0], "auth:a") for n in (1, 2, 3)])
    return shelf, shelf.pool(KEYS[0], None)


async def test_runs_of_one_name_share_their_sessions():
    shelf, pool = sequence()
    async with redis_server() as port:
        given = {}
        for run, name in enumerate(["one", "one", "other"]):
            state = RedisState(f"redis://127.0.0.1:{port}/0", name)
            await state.open()
            given[run] = (await state.keeper(shelf).take(pool, "x")).turn.row.id
            await state.close()

    assert given == {0: 1, 1: 2, 2: 1}


async def test_another_recording_has_sessions_of_its_own():
    shelf, _ = sequence()
    other = Shelf("shop", recording(), [*shelf.rows, row(4, KEYS[1], "auth:a")])
    async with redis_server() as port:
        state = RedisState(f"redis://127.0.0.1:{port}/0", "one")
        await state.open()
        given = []
        for each in (shelf, other):
            pool = each.pool(KEYS[0], None)
            assert pool is not None
            given.append((await state.keeper(each).take(pool, "x")).turn.row.id)
        await state.close()

    assert given == [1, 1]


async def test_what_is_kept_goes_with_the_last_session():
    shelf, pool = sequence()
    async with redis_server() as port:
        state = RedisState(f"redis://127.0.0.1:{port}/0", "one", timeout=100)
        await state.open()
        await state.keeper(shelf).take(pool, "x")
        redis = state._redis
        assert redis is not None
        names = [str(name) for name in await redis.keys("*")]
        lives = [await redis.pttl(name) for name in names]
        await state.close()

    assert len(names) == 3
    assert all(name.startswith("mockforge:{one:") for name in names)
    assert all(100_000 < life <= 160_000 for life in lives)


async def test_a_redis_that_is_gone_is_told_and_asked_again_when_it_is_back():
    shelf, pool = sequence()
    async with redis_server() as port:
        state = RedisState(f"redis://127.0.0.1:{port}/0", "one")
        await state.open()
        keeper = state.keeper(shelf)
        before = (await keeper.take(pool, "x")).turn.row.id
    with pytest.raises(Unasked, match="cannot be asked whose turn it is"):
        await keeper.take(pool, "x")
    async with redis_server(port):
        after = (await keeper.take(pool, "x")).turn.row.id
        await state.close()

    assert (before, after) == (1, 1)


async def test_one_that_is_not_there_is_told_without_its_password():
    state = RedisState("redis://user:correct-horse@127.0.0.1:1/0", "one")

    with pytest.raises(Unasked) as caught:
        await state.open()

    assert "the Redis at redis://127.0.0.1:1/0 cannot be used" in str(caught.value)
    assert "correct-horse" not in str(caught.value)
    assert caught.value.exit_code == 5


@pytest.mark.parametrize(
    "url", ["redis://127.0.0.1:none/0", "redis://a:b@[::1/0", "redis://h/0?nonsense=1"]
)
async def test_an_address_that_is_none_is_told(url):
    with pytest.raises((ConfigError, Unasked)) as caught:
        await RedisState(url, "one").open()

    assert "a:b" not in str(caught.value)
