"""How often each client asked for each thing."""

from mockforge.stubs.turns import Turns


def test_each_thing_is_counted_for_itself():
    turns = Turns()

    assert [turns.take(key) for key in [("a",), ("a",), ("b",), ("a",)]] == [0, 1, 0, 2]


def test_what_is_oldest_is_forgotten():
    turns = Turns(2)
    for name in ("a", "b", "a", "c"):
        turns.take((name,))

    assert turns.take(("a",)) == 2
    assert turns.take(("b",)) == 0
