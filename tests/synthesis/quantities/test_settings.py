"""What a setting says has the size that is usual there."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made
from mockforge.synthesis.quantities import settings


@pytest.mark.parametrize(
    ("path", "name", "beside", "low", "high"),
    [("/games/1/boxscore", "turnovers", "rebounds", 5, 30),
     ("/rides/estimates", "surge_multiplier", "low_estimate", 1, 5),
     ("/switches/1/ports", "poePowerW", "vlan", 0, 95),
     ("/lorawan/uplinks", "fPort", "rssi", 1, 223),
     ("/printers/1", "nozzle", "bed", 170, 310),
     ("/towns/3/population", "births", "population", 1, 1_000_000)],
)  # fmt: skip
def test_it_is_of_the_setting(path, name, beside, low, high):
    told = {name: {"type": "integer"}, beside: {"type": "integer"}}
    schema = {"type": "object", "properties": told, "required": [*told]}
    for seed in range(8):
        found = made(Wanted(schema, path=path), rng(seed), now=1_763_700_000.0)
        assert low <= found[name] <= high


def test_rows_are_written_in_one_form():
    rows = settings.ROWS.replace("\n  ", " ").strip().splitlines()

    assert all(1 <= row.count("|") <= 2 for row in rows if row)
