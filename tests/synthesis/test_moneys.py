"""Amounts are as large as their money makes them."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made
from mockforge.synthesis.moneys import fitting, in_currency
from tests.synthesis.things import NOW, entity

NUMBER = {"type": "number"}


def one(members, seed=1, **wanted):
    schema = {"type": "object", "properties": members, "required": [*members]}
    return made(Wanted(schema, **wanted), rng(seed), now=NOW)


@pytest.mark.parametrize("is_first", [True, False])
def test_yen_are_counted_in_hundreds_and_have_no_parts(is_first):
    members = {"fee": NUMBER, "currency": {"const": "JPY"}}
    names = [*reversed(members)] if is_first else [*members]
    for seed in range(10):
        found = one({name: members[name] for name in names}, seed, path="/bookings")
        assert found["fee"] >= 100
        assert found["fee"] == int(found["fee"])


def test_what_is_in_an_order_is_in_its_money():
    charge = {"type": "object", "required": ["fee"], "properties": {"fee": NUMBER}}
    items = {"type": "array", "minItems": 2, "items": charge}
    found = one({"currency": {"const": "KRW"}, "charges": items})

    assert all(each["fee"] >= 1000 for each in found["charges"])


def test_money_that_is_chosen_later_fits_what_is_there():
    members = {"price": NUMBER, "currency": {"enum": ["JPY", "USD", "EUR"]}}
    found = {one(members, seed)["currency"] for seed in range(12)}

    assert found <= {"USD", "EUR"}


def test_bounds_count_for_more():
    members = {"currency": {"const": "JPY"}, "price": {**NUMBER, "maximum": 50}}

    assert one(members)["price"] <= 50


def test_dollars_are_left_as_they_are():
    assert in_currency(entity(), 12.5, None) == 12.5
    assert fitting(entity(), ("JPY",)) == ("JPY",)
