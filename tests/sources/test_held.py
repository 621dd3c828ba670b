from mockforge.http import Response
from mockforge.sources.answering import HELD_BODY, Kept
from mockforge.sources.held import Held


def kept(size):
    return Kept(Response(200, (), b"x" * size))


def test_what_was_asked_for_longest_ago_makes_room():
    held = Held(10_000)
    for number in range(3):
        held.put((0, number), kept(10))
    assert held.get((0, 0)) is not None
    held.put((0, 3), kept(10))

    assert [held.get((0, number)) is None for number in range(4)] == [
        *(False, True, False, False)
    ]


def test_a_long_answer_is_not_held():
    held = Held(1 << 30)
    held.put((0, 0), kept(HELD_BODY))

    assert held.get((0, 0)) is None
