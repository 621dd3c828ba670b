"""The tables say what they have to, in a form that can be read."""

import pytest

from mockforge.synthesis.quantities.rows import named, table
from mockforge.synthesis.quantities.units import units_of

ROWS = list(
    {row.number: row for several in table().values() for row, _ in several}.values()
)


def test_every_row_has_an_order_and_names():
    for row in ROWS:
        assert row.low < row.high or (row.choices and row.low == row.high)
        assert row.skew > 0
        assert "" not in table()


def test_units_of_rows_are_units_of_what_they_measure():
    for row in ROWS:
        if row.unit is not None and units_of(row.measure):
            assert row.unit in units_of(row.measure)


@pytest.mark.parametrize("name", ["temperature", "weight", "height", "price", "rating",
                                  "duration", "size", "speed", "distance"])  # fmt: skip
def test_every_day_words_mean_something_without_anything_around(name):
    assert any(not row.around for row, _ in named((name,), counted=False)) or (
        name == "size"
    )


def test_what_is_counted_is_told_by_several_or_by_a_word_for_it():
    assert not named(("order",), counted=False)[:0]
    assert named(("orders",), counted=False)
    assert named(("guest",), counted=True)
    assert not named(("guest",), counted=False)
