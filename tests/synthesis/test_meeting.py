"""What is said meets the fields that mean it, and no others."""

import pytest

from mockforge.learning.fields.composing import Composing
from mockforge.synthesis.facts import facts_in
from mockforge.synthesis.meeting import met
from mockforge.synthesis.scope import Scope
from mockforge.synthesis.spots import spots_in
from tests.synthesis.asks import ask, several, thing, wanted


def fields_met(pattern, url, fields, kind=("order",)):
    schema = thing(fields)
    scope = Scope(spots_in(schema, Composing({})), (), kind, is_list=False)
    return {spot.path[0]: values[0] for fact in facts_in(wanted(pattern, url))
            for spot, values in met(fact, scope)}  # fmt: skip


@pytest.mark.parametrize(
    ("query", "fields", "found"),
    [
        ("status=paid", "order_status payment_status", {"order_status": "paid"}),
        ("from=OSL", "fromAddress from_date origin", {"origin": "OSL"}),
        ("from=2026-01-01", "origin from:d", {"from": "2026-01-01"}),
        ("to=EUR", "to amount_to:n to_currency", {"to": "EUR", "to_currency": "EUR"}),
        ("category=x", "category_id:i category_name", {"category_name": "x"}),
        ("category=5", "category_id:i category_name", {"category_id": 5}),
        ("colour=x", "name", {}),
        ("base=EUR", "base_price:n base_currency", {"base_currency": "EUR"}),
    ],
)
def test_parameters_meet_fields(query, fields, found):
    assert fields_met("/orders", f"/orders?{query}", fields) == found


def test_whose_login_it_is_stands_in_each_item():
    row = thing("id activity username distance_km:n")

    rows = ask("/users/{username}/runs", "/users/kai_p/runs", several(row), count=3)

    assert {one["username"] for one in rows} == {"kai_p"}
