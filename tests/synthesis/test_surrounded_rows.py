"""What stands together in objects with plain members."""

from __future__ import annotations

from mockforge.synthesis import surrounded_rows
from tests.synthesis.asks import several, thing
from tests.synthesis.test_surrounded import made


def test_groups_have_a_place_columns_and_rows():
    for block in surrounded_rows.GROUPS.strip().split("\n\n"):
        assert len(block.splitlines()) >= 3


def test_a_circuit_is_where_it_is():
    circuit = thing("name", location=thing("country"))
    found = made(several(thing("round:i", circuit=circuit)), "/races")

    for each in found:
        assert not each["circuit"]["name"][-1].isdigit()


def test_settings_of_a_camera_are_of_one_photo():
    exif = thing("make model exposure_time aperture focal_length")
    for seed in range(3):
        found = made(thing("id", exif=exif), "/photos/7", seed)["exif"]
        assert found["exposure_time"].startswith("1/")
        assert found["aperture"].startswith("f/")
        assert found["focal_length"].endswith(" mm")
