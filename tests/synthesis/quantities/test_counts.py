"""Counts and how long it lasts have the size that is usual."""

import pytest

from mockforge.synthesis.naming import words_of
from mockforge.synthesis.quantities import counts
from mockforge.synthesis.quantities.choosing import Evidence, reading


@pytest.mark.parametrize(
    "name", ["followers", "story_points", "wait_time", "reorder_level", "track_number"]
)
def test_the_words_of_the_trade_are_known(name):
    found = reading(words_of(name), Evidence())

    assert found is not None
    assert not found.dropped


def test_rows_are_written_in_one_form():
    rows = counts.ROWS.replace("\n  ", " ").strip().splitlines()

    assert all(1 <= row.count("|") <= 2 for row in rows if row)
