"""Numbers of works, ways, supplies and taxes belong together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made

SEEDS = st.integers(0, 10**9)


def one(path, seed, whole="", parts=""):
    told = {key: {"type": "integer"} for key in whole.split()}
    told |= {key: {"type": "number"} for key in parts.split()}
    schema = {"type": "object", "properties": told, "required": [*told]}
    return made(Wanted(schema, path=path), rng(seed), now=1_763_700_000.0)


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_shifts_of_a_line(seed):
    found = one("/lines/3/shifts", seed, "plannedMinutes runMinutes downtimeMinutes "
                "totalPieces goodPieces scrapPieces",
                "availability performance quality oee")  # fmt: skip

    assert found["runMinutes"] + found["downtimeMinutes"] == found["plannedMinutes"]
    assert found["goodPieces"] + found["scrapPieces"] == found["totalPieces"]
    assert found["oee"] == pytest.approx(
        found["availability"] * found["performance"] * found["quality"] / 10_000, abs=1
    )


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_a_supply_is_within_the_most_and_a_price_below_its_highest(seed):
    found = one("/coins/1", seed, "circulating_supply max_supply",
                "current_price ath atl")  # fmt: skip

    assert found["circulating_supply"] <= found["max_supply"]
    assert found["atl"] < found["current_price"] < found["ath"]


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_income_is_of_its_parts_and_taxed_less_what_is_taken_off(seed):
    found = one("/returns/1", seed, "", "wages interest dividends totalIncome "
                "deductions taxableIncome")  # fmt: skip

    parts = found["wages"] + found["interest"] + found["dividends"]
    assert found["totalIncome"] == pytest.approx(parts, abs=0.05)
    assert found["taxableIncome"] == pytest.approx(
        found["totalIncome"] - found["deductions"], abs=0.05
    )


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_prices_with_tax_and_without(seed):
    found = one("/rates/1", seed, "", "value_exc_vat value_inc_vat vat_rate")

    with_tax = found["value_exc_vat"] * (1 + found["vat_rate"] / 100)
    assert found["value_inc_vat"] == pytest.approx(with_tax, abs=0.02)
