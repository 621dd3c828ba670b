"""Laws are rows of words that are known."""

from mockforge.synthesis import notions
from mockforge.synthesis.laws import LAWS
from mockforge.synthesis.reckoning import laws


def test_every_row_is_read():
    rows = (LAWS + notions.LAWS.lstrip()).replace("\\\n", "").strip().splitlines()

    assert len(laws()) == len(rows)
    assert len(set(rows)) == len(rows)
