"""Sessions that several processes share: the same answers as one process in memory."""

import asyncio

import pytest
from hypothesis import given, settings

from mockforge.clock import VirtualClock
from mockforge.sources.shared import Given, SharedTurns, Unasked, adopts, needs_state
from mockforge.sources.shelf import Shelf
from mockforge.sources.turns import AfterLast, Elsewhere, Turn, Turns
from tests.sources.interleavings import (
    KEYS,
    TIMEOUT,
    interleavings,
    played,
    row,
    scene,
)
from tests.worlds import recording


class Together:
    """What keeps the sessions, asked as another process is: with a wait between."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.asked = 0
        self.is_gone = False

    async def take(self, pool, session):
        self.asked += 1
        await asyncio.sleep(0)
        if self.is_gone:
            raise Unasked("it is gone")
        turn = self.turns.take(pool, session)
        return Given(turn, self.turns.adopted(session) is not None)


@settings(max_examples=200)
@given(interleavings)
async def test_each_session_is_given_what_one_process_would_give(case):
    """However the requests of the sessions come in, and whichever worker gets each."""
    shelf, after_last, steps = case
    clock, alone = VirtualClock(), VirtualClock()
    keeper = Together(scene(shelf, after_last, clock))
    workers = [
        SharedTurns(
            keeper,
            adopts=adopts(shelf),
            after_last=after_last,
            timeout=TIMEOUT,
            clock=clock,
        )
        for _ in range(3)
    ]
    expected = await played([scene(shelf, after_last, alone)] * 3, shelf, steps, alone)

    assert await played(workers, shelf, steps, clock) == expected


def shelf_of(*rows, after_last=AfterLast.LAST):
    return Shelf("shop", recording(), rows, after_last=after_last)


async def asking(*rows):
    """Return (shelf, its shared sessions, what keeps them, the clock)."""
    shelf, clock = shelf_of(*rows), VirtualClock()
    keeper = Together(scene(shelf, AfterLast.LAST, clock))
    turns = SharedTurns(keeper, adopts=adopts(shelf), timeout=TIMEOUT, clock=clock)
    return shelf, turns, keeper, clock


@pytest.mark.parametrize(
    ("rows", "after_last", "state", "adopting"),
    [
        ([row(1, KEYS[0], "s")], AfterLast.LAST, False, False),
        ([row(1, KEYS[0], "s")], AfterLast.CYCLE, False, False),
        ([row(1, KEYS[0], "s")], AfterLast.MISS, True, False),
        ([row(1, KEYS[0], "s"), row(2, KEYS[1], "t")], AfterLast.LAST, False, False),
        ([row(1, KEYS[0], "s"), row(2, KEYS[0], "s")], AfterLast.LAST, True, False),
        ([row(1, KEYS[0], "s"), row(2, KEYS[0], "t")], AfterLast.LAST, True, True),
    ],
)
def test_state_is_needed_where_an_answer_depends_on_it(
    rows, after_last, state, adopting
):
    shelf = shelf_of(*rows)

    assert needs_state(shelf, after_last) is state
    assert adopts(shelf) is adopting


async def test_nobody_is_asked_what_cannot_depend_on_it():
    """One recorded answer, or the last of a sequence: only that it is alive is told."""
    shelf, turns, keeper, clock = await asking(
        row(1, KEYS[0], "s"), row(2, KEYS[1], "s"), row(3, KEYS[1], "s")
    )
    for key in [KEYS[0]] * 5 + [KEYS[1]] * 9:
        await turns.take(shelf.pool(key, None), "x")
    await turns.close()
    told = keeper.asked
    clock.advance(TIMEOUT / 2)
    for _ in range(5):
        await turns.take(shelf.pool(KEYS[1], None), "x")
    await turns.close()

    # That it is alive, and both turns of the sequence; half a timeout later again.
    assert (told, keeper.asked) == (3, 4)


async def test_what_must_be_asked_is_not_told_at_once():
    shelf, turns, _, _ = await asking(row(1, KEYS[0], "s"), row(2, KEYS[0], "s"))

    with pytest.raises(Elsewhere):
        turns.look(shelf.pool(KEYS[0], None), "x")


async def test_an_only_answer_is_given_again_at_once():
    shelf, turns, _, _ = await asking(
        row(1, KEYS[0], "s"), row(2, KEYS[1], "s"), row(3, KEYS[1], "t")
    )
    (row_alone,) = shelf.pool(KEYS[0], None).rows
    only = Turn(row_alone, True)
    before = turns.again("x", only)
    await turns.take(shelf.pool(KEYS[0], None), "x")

    assert (before, turns.again("x", only)) == (False, True)
    assert turns.position("x") == row_alone.started
    await turns.close()


async def test_sessions_that_were_forgotten_begin_again():
    """What keeps them was started anew: what was the last answer is not any more."""
    shelf, turns, keeper, clock = await asking(
        row(1, KEYS[0], "s"), row(2, KEYS[0], "s")
    )
    pool = shelf.pool(KEYS[0], None)
    before = [(await turns.take(pool, "x")).row.id for _ in range(3)]
    keeper.turns = scene(shelf, AfterLast.LAST, clock)
    clock.advance(TIMEOUT / 2)
    await turns.take(pool, "x")
    await turns.close()

    assert before == [1, 2, 2]
    assert (await turns.take(pool, "x")).row.id == 2
    assert (await turns.take(pool, "y")).row.id == 1


async def test_what_is_known_is_given_while_nobody_can_be_asked():
    shelf, turns, keeper, _ = await asking(
        row(1, KEYS[0], "s"), row(2, KEYS[0], "s"), row(3, KEYS[1], "s")
    )
    keeper.is_gone = True

    assert (await turns.take(shelf.pool(KEYS[1], None), "x")).row.id == 3
    with pytest.raises(Unasked):
        await turns.take(shelf.pool(KEYS[0], None), "x")
    await turns.close()
