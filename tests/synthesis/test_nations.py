"""Accounts, taxes, companies and plates are those of their country."""

import re

import pytest

from mockforge.chance import rng
from mockforge.synthesis import checkdigits as checks
from mockforge.synthesis import nations
from mockforge.synthesis.places import PLACES

COUNTRIES = sorted({place.country.code for place in PLACES})
LENGTHS = {"DE": 22, "AT": 20, "CH": 21, "FR": 27, "GB": 22, "NL": 18, "BE": 16,
           "ES": 24, "IT": 27, "PT": 25, "SE": 24, "DK": 18, "NO": 15, "FI": 18,
           "PL": 28, "IE": 22}  # fmt: skip


@pytest.mark.parametrize("country", nations.ACCOUNTS)
def test_an_account_is_as_long_as_those_of_its_country_and_checks(country):
    number, bank = nations.account(country, rng(1, country))

    assert number.startswith(country)
    assert len(number) == LENGTHS[country]
    assert int(checks.valued(number[4:] + number[:4])) % 97 == 1
    assert bank[4:6] == country


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_has_all_numbers(country):
    chance = rng(2, country)
    every = (
        nations.bank(country, chance),
        nations.tax_number(country, chance),
        nations.company_number(country, chance),
        nations.plate(country, "Berlin", chance),
    )

    assert all(re.fullmatch(r"[A-Z0-9][A-Za-z0-9 ./-]{2,24}", one) for one in every)


def test_a_bank_is_in_its_country():
    known = [one for one in COUNTRIES if one in nations.BANKS]

    assert all(nations.bank(one, rng(1))[4:6] == one for one in known)


def test_tax_numbers_have_their_checks():
    german = nations.tax_number("DE", rng(3))
    italian = nations.tax_number("IT", rng(3))

    assert checks.mod11_10(german[2:-1]) == german[2:]
    assert checks.luhn(italian[2:-1]) == italian[2:]
