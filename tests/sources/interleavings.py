"""Recordings with sequences, and requests of several sessions to several workers."""

import asyncio
from inspect import isawaitable
from random import Random

from hypothesis import strategies as st

from mockforge.clock import VirtualClock
from mockforge.http import Origin
from mockforge.sources.shelf import Shelf
from mockforge.sources.turns import AfterLast, Consumed, Turns
from mockforge.store.indexed import Indexed
from tests.worlds import recording

API = Origin("https", "api.example")
TIMEOUT = 100.0
KEYS = [bytes([number]) * 16 for number in range(4)]
RECORDED = ["", "auth:a", "auth:b", "addr:c"]
# None that ends where the state of being alive, which is told late, would matter.
WAITS = [*[0.0] * 12, TIMEOUT * 0.4, TIMEOUT * 2]
CLIENTS = [*RECORDED[1:3], "auth:x", "auth:y", "addr:z", "named:t/auth:x"]


def row(number, key, session):
    """Return what is known of an exchange."""
    return Indexed(number, key, session, API, "GET", "/", float(number), False, "http")


def interleaving(seed):
    """Return (shelf, after_last, steps), a step being (wait, worker, session, key).

    From a seed, because what Hypothesis builds up from nothing is too small to have
    a sequence of several sessions, and several that ask for it.
    """
    chance = Random(seed)
    rows = [
        row(number, chance.choice(KEYS), chance.choice(RECORDED))
        for number in range(1, chance.randint(4, 12))
    ]
    after_last = chance.choice(list(AfterLast))
    shelf = Shelf("shop", recording(), rows, after_last=after_last)
    keys = sorted({row.key for row in rows})
    steps = [
        (
            chance.choice(WAITS),
            chance.randrange(3),
            chance.choice(CLIENTS),
            chance.choice(keys),
        )
        for _ in range(chance.randint(1, 40))
    ]
    return shelf, after_last, steps


interleavings = st.integers(0, 2**32).map(interleaving)


def scene(shelf, after_last, clock):
    """Return the sessions of one process that answers from *shelf*."""
    recorded = {row.session for row in shelf.rows}
    return Turns(recorded, after_last=after_last, timeout=TIMEOUT, clock=clock)


async def played(workers, shelf, steps, clock: VirtualClock):
    """Return (session, exchange) for each of *steps*, 0 where all are used up."""
    given = []
    for wait, worker, session, key in steps:
        if wait:
            # What is only said, and not asked, arrives some time.
            for _ in range(4):
                await asyncio.sleep(0)
            clock.advance(wait)
        turns = workers[worker]
        try:
            turn = turns.take(shelf.pool(key, None), session)
            found = (await turn if isawaitable(turn) else turn).row.id
        except Consumed:
            found = 0
        given.append((session, found))
    return given
