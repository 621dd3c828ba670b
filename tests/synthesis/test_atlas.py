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

    assert (town.place.city, town.place.country.code) == ("Oslo", "NO")


@pytest.mark.parametrize("text", ["sao-paulo", "São Paulo", "GRU", "sao paulo, BR"])
def test_signs_above_letters_may_lack(text):
    assert town_of(text).place.city == "São Paulo"


@pytest.mark.parametrize("text", ["DE", "deu", "Germany", "germany"])
def test_a_country_is_known_by_its_name_and_its_codes(text):
    assert (country_of(text).code, letters_of(country_of(text))) == ("DE", "DEU")


def test_others_are_unknown():
    assert town_of("Nowhere") is country_of("Nowhere") is nearest(0, -150) is None


def test_what_is_near_is_found():
    assert nearest(48.8, 2.3).city == "Paris"
    assert {place.city for place in places_in(country_of("PE"))} == {"Lima"}
