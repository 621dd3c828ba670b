"""What is issued looks like what it is, and belongs to what is beside it."""

import pytest

from mockforge.synthesis import checkdigits as checks
from mockforge.synthesis.issuing import AIRLINES, ISSUED
from tests.synthesis.things import entity, field


@pytest.mark.parametrize("name", ISSUED)
def test_everything_that_is_issued_is_a_text(name):
    made = ISSUED[name](entity("product"), field(name))

    assert isinstance(made, str)
    assert made


def test_a_bank_and_its_account_are_of_one_country():
    thing = entity("company")
    thing.candidates = tuple(
        one for one in thing.candidates if one.country.code == "NL"
    )
    account = ISSUED["iban"](thing, field("iban"))
    bank = ISSUED["bic"](thing, field("bic"))

    assert account.startswith("NL")
    assert account[4:8] == bank[:4]


def test_a_car_has_the_number_of_its_make_and_year():
    thing = entity("vehicle")
    thing.known |= {"make": "BMW", "year": 2021}
    made = ISSUED["vin"](thing, field("vin"))

    assert made.startswith("WBA")
    assert made[9] == "M"
    assert checks.vin(made) == made
    assert len(made) == 17


def test_a_card_has_the_first_digits_of_its_brand():
    thing = entity("card")
    thing.known["brand"] = "amex"

    assert ISSUED["bin"](thing, field("bin")).startswith("37")
    assert ISSUED["brand"](thing, field("network")) == "amex"


def test_the_last_four_digits_are_the_same_twice():
    thing = entity("card")
    last = ISSUED["last4"](thing, field("last4"))

    assert ISSUED["masked"](thing, field("masked_pan")).endswith(last)


def test_a_flight_is_of_its_airline():
    thing = entity("flight")
    code = ISSUED["airline"](thing, field("airline_code"))
    named = entity("flight")
    named.known["airline"] = "Skybridge"

    assert ISSUED["airlinename"](thing, field("airline")) == AIRLINES[code]
    assert ISSUED["airline"](named, field("airline_code")) == "SB"
