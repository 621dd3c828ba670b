"""Lines of goods have what a product needs."""

import pytest

from mockforge.synthesis.lexicons import GOODS


@pytest.mark.parametrize("line", GOODS, ids=[line.category for line in GOODS])
def test_a_line_is_whole(line):
    assert line.brands
    assert line.series
    assert line.things
    assert len(line.features) > 1
    assert all(line.specs.values())
    assert 0 < line.price[0] < line.price[1]
