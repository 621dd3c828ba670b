"""What is traded has one price."""

from typing import Any

from mockforge.synthesis.members import Members
from mockforge.synthesis.quotes import quote, spread
from tests.synthesis.things import entity


def test_the_same_symbol_has_the_same_price():
    thing = entity("stock")
    several: list[dict[str, Any]] = [
        {"symbol": "ACME", "price": price} for price in (50.0, 80.0)
    ]
    for made in several:
        thing.known["symbol"] = "ACME"
        quote(Members({}, made, set(), lambda *_: True), thing)

    assert several[0]["price"] == 50.0
    assert abs(several[1]["price"] - 50) < 1


def test_what_is_bid_is_less_than_what_is_asked():
    made = {"price": 100.0, "bid": 3.0, "ask": 1.0}
    spread(Members({}, made, set(), lambda *_: True))

    assert made["bid"] < 100 < made["ask"]
