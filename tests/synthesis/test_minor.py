"""Whole amounts are in cents where something tells that."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from tests.synthesis.asks import thing
from tests.synthesis.things import NOW

SMALL = {"type": "string", "pattern": "^[a-z]{3}$"}
TOLD = {"type": "integer", "description": "Amount in the smallest currency unit"}


def amounts(schema, name="amount"):
    return [
        Maker(schema).made(Wanted(schema, path="/payments/7"), rng(seed), now=NOW)[name]
        for seed in range(12)
    ]


@pytest.mark.parametrize(
    "schema",
    [
        thing("id amount:i", currency=SMALL),
        thing("id currency", amount=TOLD),
        thing("id object amount:i currency livemode:b"),
        thing("id amount:i currency payment_intent"),
    ],
)
def test_amounts_are_in_cents(schema):
    assert min(amounts(schema)) >= 400


@pytest.mark.parametrize(
    "schema", [thing("id amount:i currency"), thing("id amount:n currency livemode:b")]
)
def test_amounts_are_whole_where_nothing_tells_of_cents(schema):
    assert max(amounts(schema)) <= 2000


def test_a_unit_amount_is_in_cents():
    assert min(amounts(thing("id unit_amount:i"), "unit_amount")) >= 400


def test_a_text_of_an_amount_in_cents_has_no_point():
    told = {"type": "string", "description": "Total in cents"}
    made = amounts(thing("id", total=told), "total")

    assert all(one.isdigit() for one in made), made
