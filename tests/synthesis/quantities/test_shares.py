"""Shares, rates and scores have the size that is usual."""

import pytest

from mockforge.synthesis.naming import words_of
from mockforge.synthesis.quantities import shares
from mockforge.synthesis.quantities.choosing import Evidence, reading


@pytest.mark.parametrize("name", ["apr", "churn_rate", "credit_score", "ctr", "gpa"])
def test_the_words_of_the_trade_are_known(name):
    found = reading(words_of(name), Evidence())

    assert found is not None
    assert not found.dropped


def test_rows_are_written_in_one_form():
    rows = shares.ROWS.replace("\n  ", " ").strip().splitlines()

    assert all(1 <= row.count("|") <= 2 for row in rows if row)
