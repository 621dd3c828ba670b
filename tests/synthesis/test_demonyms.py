"""Words for people tell of countries that are known."""

from mockforge.synthesis.atlas import countries, country_of
from mockforge.synthesis.demonyms import ADJECTIVES, CODES, REGIONS


def test_all_codes_are_known():
    told = {code for codes in (*ADJECTIVES.values(), *REGIONS.values())
            for code in codes.split()}  # fmt: skip

    assert told <= set(countries())
    assert all(country_of(code) is not None for code in CODES)
