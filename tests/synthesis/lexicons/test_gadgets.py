"""Lines of goods are told apart; what they have is tested with all goods."""

from mockforge.synthesis.lexicons import GOODS
from mockforge.synthesis.lexicons.gadgets import GADGETS


def test_its_lines_are_among_the_goods():
    called = [line.category for line in GADGETS]

    assert "Audio" in called
    assert len(called) == len(set(called))
    assert set(called) < {line.category for line in GOODS}
