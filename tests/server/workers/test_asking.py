"""Whose turn it is, asked over the line to the first process."""

import asyncio
import json

import pytest

from mockforge.server.workers.asking import Asking, turn
from mockforge.server.workers.channel import Gone
from mockforge.sources.shared import Unasked
from mockforge.sources.turns import Consumed
from tests.worlds import API, exchange, recorded, recording

OTHER = "https://other.example"


class Line:
    """The line, and the first process at its end."""

    def __init__(self, first) -> None:
        self.first = first

    async def ask(self, message):
        if self.first is None:
            raise Gone("the other process is gone")
        await asyncio.sleep(0)
        return json.loads(json.dumps(turn(self.first, json.loads(json.dumps(message)))))


async def asking(**options):
    """Return (three answers to one request of two hosts, what a worker asks)."""
    made = [exchange(url=f"{host}/x") for host in (API, OTHER, API)]
    mine, first = [await recorded(recording(*made), **options) for _ in range(2)]
    return mine.shelves[0], Asking(Line(first), 0, is_scoped=True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("host", "expected"), [(None, [1, 2, 3, 3]), (API, [1, 3, 3]), (OTHER, [2, 2])]
)
async def test_it_is_the_turn_of_what_the_request_is_for(host, expected):
    shelf, keeper = await asking()
    scope = next((each for each in shelf.origins if str(each) == host), None)
    pool = shelf.pool(shelf.rows[0].key, scope)
    given = [await keeper.take(pool, "x") for _ in expected]

    assert [each.turn.row.id for each in given] == expected
    assert [each.turn.last for each in given] == [
        number == expected[-1] for number in expected
    ]


async def test_who_stands_for_a_recorded_session_is_settled():
    shelf, keeper = await asking()
    pool = shelf.pool(shelf.rows[0].key, None)
    first, second = [await keeper.take(pool, name) for name in ("x", "y")]

    assert (first.is_settled, second.is_settled) == (True, False)


async def test_what_is_used_up_is_told():
    shelf, keeper = await asking(after_last="miss")
    pool = shelf.pool(shelf.rows[0].key, None)
    for _ in range(3):
        await keeper.take(pool, "x")

    with pytest.raises(Consumed):
        await keeper.take(pool, "x")


async def test_without_the_first_process_nobody_knows():
    shelf, _ = await asking()
    keeper = Asking(Line(None), 0, is_scoped=True)  # type: ignore[arg-type]

    with pytest.raises(Unasked, match="is gone"):
        await keeper.take(shelf.pool(shelf.rows[0].key, None), "x")
