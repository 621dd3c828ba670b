"""Cities and countries are known by names and codes."""

import pytest

from mockforge.synthesis.atlas import (
    country_of,
    letters_of,
    nearest,
    places_in,
    town_of,
)


@pytest.mark.parametrize("text", ["Oslo", "oslo", "OSL", "osl"])
def test_a_city_is_known_by_its_name_and_its_airport(text):
    town = town_of(text)

    assert town is not None
    assert (town.place.city, town.place.country.code) == ("Oslo", "NO")


@pytest.mark.parametrize("text", ["sao-paulo", "São Paulo", "GRU", "sao paulo, BR"])
def test_signs_above_letters_may_lack(text):
    town = town_of(text)

    assert town is not None
    assert town.place.city == "São Paulo"


@pytest.mark.parametrize("text", ["DE", "deu", "Germany", "germany"])
def test_a_country_is_known_by_its_name_and_its_codes(text):
    country = country_of(text)

    assert country is not None
    assert (country.code, letters_of(country)) == ("DE", "DEU")


def test_others_are_unknown():
    assert town_of("Nowhere") is None
    assert country_of("Nowhere") is None
    assert nearest(0, -150) is None


def test_what_is_near_is_found():
    place, peru = nearest(48.8, 2.3), country_of("PE")

    assert place is not None
    assert peru is not None
    assert place.city == "Paris"
    assert {place.city for place in places_in(peru)} == {"Lima"}
