"""What was used does not come again before the rest was there."""

from mockforge.chance import rng
from mockforge.synthesis.shared import Shared


def test_every_choice_is_dealt_before_one_comes_again():
    shared = Shared(rng(1), 0.0)
    choices = ("a", "b", "b", "c")

    assert {shared.dealt("x", choices) for _ in range(3)} == {"a", "b", "c"}
    assert shared.dealt("x", choices) in choices


def test_something_fresh_is_made_while_there_is_some():
    shared = Shared(rng(1), 0.0)
    found = {shared.fresh("n", lambda: shared.rng.randrange(4)) for _ in range(4)}

    assert found == {0, 1, 2, 3}
    assert shared.fresh("n", lambda: 1) == 1


def test_little_is_tried_once_there_is_nothing_fresh_any_more():
    shared = Shared(rng(1), 0.0)
    made = []

    def another():
        made.append(shared.rng.randrange(1000))
        return made[-1]

    found = [shared.fresh("n", another) for _ in range(20_000)]

    assert len(set(found)) > 990
    assert len(made) < 3 * len(found)
