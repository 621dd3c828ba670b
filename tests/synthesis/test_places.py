"""Cities have what belongs to them."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis.places import PLACES, filled, phone_of, street_of


@pytest.mark.parametrize("place", PLACES, ids=[place.city for place in PLACES])
def test_a_place_is_whole(place):
    assert -90 < place.lat < 90
    assert -180 < place.lng < 180
    assert "/" in place.timezone
    assert phone_of(place, rng(1)).startswith(
        place.country.dial + place.country.dial[:0]
    )
    assert any(mark.isdigit() for mark in street_of(place, rng(1)))


def test_shapes_are_filled():
    made = filled("@@-##", rng(1))

    assert made[:2].isalpha()
    assert made[3:].isdigit()
