"""What numbers make together is worked out by rows of laws."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.concepts import CONCEPTS
from mockforge.synthesis.members import Members
from mockforge.synthesis.reckoning import laws, reckon


def reckoned(made, kept=()):
    held = Members({}, made, set(kept), lambda schema, value: True)
    reckon(held, rng(1))
    return made


def test_laws_speak_of_what_is_known():
    for law in laws():
        assert {law.target, *law.operands, *law.unless, *law.beside} <= CONCEPTS


NUMBERS = st.floats(1, 10_000).map(lambda one: round(one, 2))


@settings(max_examples=40, deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_wages_add_up(gross, tax, pension, net):
    found = reckoned({"grossPay": gross, "incomeTax": tax, "pension": pension,
                      "totalDeductions": 1.0, "netPay": net})  # fmt: skip

    assert found["totalDeductions"] == pytest.approx(
        found["incomeTax"] + found["pension"], abs=0.02
    )
    assert found["netPay"] == pytest.approx(gross - found["totalDeductions"], abs=0.02)
    assert 0.1 * gross <= found["incomeTax"] <= 0.4 * gross


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 500), NUMBERS, NUMBERS)
def test_what_is_held_is_worth_its_price(shares, price, cost):
    found = reckoned({"shares": shares, "price": price, "avg_cost": cost,
                      "market_value": 1.5, "gain": 1.5})  # fmt: skip

    assert found["market_value"] == pytest.approx(shares * price, abs=0.01)
    assert found["gain"] == pytest.approx(
        (price - found["avg_cost"]) * shares, abs=0.01
    )


def test_what_is_given_stays_and_what_it_is_made_of_follows():
    found = reckoned({"amount": 50.5, "fee": 1.0, "net": 90.0}, ["net"])

    assert found["net"] == 90.0
    assert found["amount"] - found["fee"] == pytest.approx(90)


@pytest.mark.parametrize(
    ("made", "name", "value"),
    [
        ({"budget": 100.0, "spent": 40.0, "remaining": 1.0}, "remaining", 60.0),
        ({"budget": 100.0, "spent": 40.0, "percent_used": 3.0}, "percent_used", 40.0),
        ({"revenue": 100.0, "expenses": 80.0, "profit": 3.0}, "profit", 20.0),
        ({"wins": 3, "losses": 2, "gamesPlayed": 50}, "gamesPlayed", 5),
        ({"goalsFor": 5, "goalsAgainst": 4, "goalDifference": 9}, "goalDifference", 1),
        ({"adults": 2, "children": 1, "totalGuests": 9}, "totalGuests", 3),
        ({"prepTime": 10, "cookTime": 20, "totalTime": 5}, "totalTime", 30),
        ({"total_orders": 4, "revenue": 100.0, "aov": 3.0}, "aov", 25.0),
    ],
)
def test_sums_and_shares(made, name, value):
    assert reckoned(made)[name] == value
