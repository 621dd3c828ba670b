"""Amounts that are texts are amounts."""

import re

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made

TEXT = {"type": "string"}


def thing(**members):
    return {"type": "object", "properties": members, "required": [*members]}


@pytest.mark.parametrize("name", ["price", "total_amount", "unitPrice", "tax", "fee"])
def test_money_has_two_decimals(name):
    found = made(Wanted(thing(**{name: TEXT})), rng(1), now=1_763_700_000.0)

    assert re.fullmatch(r"-?\d+\.\d\d", found[name])


def test_a_value_is_money_beside_a_currency():
    schema = thing(price=thing(value=TEXT, currency=TEXT))
    found = made(Wanted(schema), rng(1), now=1_763_700_000.0)

    assert re.fullmatch(r"\d+\.\d\d", found["price"]["value"])
