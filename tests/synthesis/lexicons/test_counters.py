"""More shops are read as the first are."""

from mockforge.synthesis.lexicons import SHELVES
from mockforge.synthesis.lexicons.counters import COUNTERS


def test_all_that_is_written_is_there():
    categories = {line.category for line in SHELVES}
    heads = [row for row in COUNTERS.splitlines() if row.startswith("= ")]

    assert heads
    assert {row[2:].partition(" | ")[0] for row in heads} <= categories
