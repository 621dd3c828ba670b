"""Rows of cities are whole."""

import pytest

from mockforge.synthesis.atlas import countries
from mockforge.synthesis.gazetteer import CITIES

ROWS = [row.split("|") for row in CITIES.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_a_city_is_on_the_map(row):
    assert len(row) in (6, 9, 10)
    assert row[2] in countries()
    assert -90 < float(row[3]) < 90
    assert -180 < float(row[4]) < 180
    assert "/" in row[5]
