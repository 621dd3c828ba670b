"""What is drawn depends on what was said last of how."""

from mockforge.chance import rng
from mockforge.synthesis.streams import Drawn


def test_it_is_drawn_by_what_was_said_last():
    thing = Drawn(rng(1, "a"))
    first = thing.rng.random()
    assert first == rng(1, "a").random()

    thing.draw_by(2, "field", "price")
    thing.draw_by(2, "field", "stock")
    other = rng(2, "field", "stock")
    assert thing.rng.random() == other.random()
    assert thing.rng.random() == other.random()
