"""Bookings read like what they are; a symbol has one price and one name."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted, made
from tests.synthesis.things import NOW

TEXT, AMOUNT = {"type": "string"}, {"type": "number"}


def thing(**members):
    return {"type": "object", "properties": members, "required": [*members]}


@pytest.mark.parametrize("seed", range(5))
def test_a_booking_names_its_merchant(seed):
    wanted = Wanted(path="/transactions", count=12)
    for each in Maker().made(wanted, rng(seed), now=NOW):
        is_named = each["merchant"] in each["description"]
        assert is_named or each["category"] in ("rent", "fees")


def test_a_booking_is_of_the_categories_there_are():
    values = ["groceries", "salary"]
    schema = thing(
        description=TEXT,
        merchant=thing(name=TEXT),
        category={"type": "string", "enum": values},
        type={"enum": ["debit", "credit"]},
    )
    wanted = Wanted(schema, path="/transactions", count=12)
    for each in made(wanted, rng(1), now=NOW):
        assert (each["category"] == "salary") is ("Salary" in each["description"])
        assert (each["category"] == "salary") is (each["type"] == "credit")
        assert each["merchant"]["name"] in each["description"]


@pytest.mark.parametrize("names", [("symbol", "price"), ("price", "symbol")])
def test_the_same_symbol_has_the_same_price(names):
    members = {"symbol": {"enum": ["AAA", "BBB"]}, "price": AMOUNT, "bid": AMOUNT}
    schema = thing(**{name: members[name] for name in (*names, "bid")})
    found = made(Wanted(schema, path="/quotes", count=12), rng(3), now=NOW)

    for symbol in ("AAA", "BBB"):
        prices = [one["price"] for one in found if one["symbol"] == symbol]
        assert max(prices) < 1.02 * min(prices)


def test_a_symbol_and_a_name_belong_together():
    told = Maker().made(Wanted(path="/stocks", count=24), rng(2), now=NOW)
    pairs = {(one["symbol"], one["name"]) for one in told}

    assert len(pairs) == len({symbol for symbol, _ in pairs})
    assert ("NVDA", "NVIDIA Corporation") in pairs
