"""What a client left early gives way to what came whole."""

import pytest

from mockforge.exchange import Failure, FailureKind
from mockforge.http import Response
from mockforge.provenance import Tier
from mockforge.sources.answering import Kept, Match, answering
from mockforge.sources.correlated.renaming import Teaching
from tests.worlds import exchange, recording

LEFT = Failure(FailureKind.CLIENT, "left")


async def test_what_was_left_before_an_answer_answers_nothing():
    shop = recording(
        exchange(),
        exchange(failure=LEFT),
        exchange(failure=LEFT, response=None),
        exchange(url="https://api.example/other", failure=LEFT),
    )
    rows = await answering(shop, await shop.index())
    assert [row.id for row in rows] == [1, 4]


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (Kept(None, LEFT), False),
        (Kept(Response(200, (), b"a")), False),
        (Kept(Response(200, (), b"a", size=5)), True),
        (Kept(Response(200, (), b"a"), LEFT), False),
        (Kept(Response(200, ((b"Content-Length", b"5"),), b"a"), LEFT), True),
    ],
)
def test_an_answer_is_incomplete_if_nothing_says_where_it_ended(kept, told):
    assert kept.is_incomplete == told


def test_what_teaches_nothing_is_plain():
    assert Match("shop", 1, True).is_plain
    assert Match("shop", 1, True).tier is Tier.EXACT
    assert not Match("shop", 1, True, teaching=Teaching("s")).is_plain
