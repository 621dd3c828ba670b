"""What the path alone gives has the fields of its kind."""

import pytest

from tests.synthesis.asks import ask

KINDS = [
    ("/countries", "code capital population currency"),
    ("/languages", "code native_name"),
    ("/currencies", "code symbol"),
    ("/stations/3/departures", "line destination platform"),
    ("/parking/garages", "capacity available_spaces"),
    ("/bikeshare/stations", "bikes_available docks_available"),
    ("/rivers", "length_km mouth"),
    ("/ski-resorts", "slopes_km snow_depth_cm"),
    ("/toll-roads", "amount license_plate"),
]


@pytest.mark.parametrize(("path", "fields"), KINDS)
def test_a_path_alone_gives_things_of_the_kind(path, fields):
    for one in ask(path, path, count=3):
        assert {*fields.split()} <= {*one}, one
