"""Amounts of money have the size that is usual."""

import pytest

from mockforge.synthesis.naming import words_of
from mockforge.synthesis.quantities import money
from mockforge.synthesis.quantities.choosing import Evidence, reading


@pytest.mark.parametrize(
    "name", ["deductible", "market_cap", "salary", "premium", "deposit"]
)
def test_the_words_of_the_trade_are_known(name):
    found = reading(words_of(name), Evidence())

    assert found is not None
    assert not found.dropped


def test_rows_are_written_in_one_form():
    rows = money.ROWS.replace("\n  ", " ").strip().splitlines()

    assert all(1 <= row.count("|") <= 2 for row in rows if row)
