"""Lines, taxes, totals and what is due of a bill add up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.bills import bill, usual_rate
from mockforge.synthesis.lines import worth_of_lines
from mockforge.synthesis.members import Members
from tests.synthesis.things import entity

PRICES = st.floats(1, 500).map(lambda one: round(one, 2))


def members(made, kept=()):
    return Members({}, made, set(kept), lambda schema, value: True)


def billed(made, kept=(), rows=()):
    bill(members(made, kept), entity("order"), rng(1), rows)
    return made


NAMES = [
    ("subtotal", "tax", "shipping", "discount", "total"),
    ("subTotal", "vatAmount", "deliveryFee", "discountTotal", "grandTotal"),
    ("items-total", "sales-tax", "freight", "savings", "order-total"),
]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(NAMES), st.lists(PRICES, min_size=5, max_size=5))
def test_a_bill_adds_up(names, values):
    found = billed(dict(zip(names, values, strict=True)))
    worth, tax, shipping, off, total = (found[name] for name in names)

    assert total == pytest.approx(worth + tax + shipping - off, abs=0.02)
    assert off <= worth / 2 + 0.01
    assert 0.04 <= tax / (worth - off) <= 0.11


@pytest.mark.parametrize(
    ("currency", "rates"),
    [("EUR", {0.19, 0.07}), ("GBP", {0.2}), ("SEK", {0.25}), ("JPY", {0.1})],
)
def test_rates_are_those_of_the_country(currency, rates):
    made = {"currency": currency, "subtotal": 100.0, "tax_rate": 0.5, "tax": 1.0}

    assert billed(made)["tax_rate"] in rates
    assert made["tax"] == pytest.approx(100 * made["tax_rate"])


def test_a_rate_is_that_of_the_money_where_no_place_is_told():
    assert usual_rate(entity("order"), {"currency": "gbp"}, rng(1)) == 0.2


@pytest.mark.parametrize(
    ("status", "paid", "due"),
    [("paid", 100.0, 0.0), ("open", 0.0, 100.0), ("overdue", 0.0, 100.0)],
)
def test_what_is_due_is_what_is_not_paid(status, paid, due):
    made = {"status": status, "total": 100.0, "amount_paid": 7.5, "amount_due": 1.5}

    assert billed(made) | {"amount_paid": paid, "amount_due": due} == made


@settings(max_examples=30, deadline=None)
@given(st.integers(20, 5000), st.lists(PRICES, min_size=1, max_size=5))
def test_lines_follow_a_total_that_is_given(total, prices):
    items = [{"qty": 2, "price": one, "total": 2 * one} for one in prices]
    made = {"items": items, "subtotal": 1.0, "tax": 1.0, "total": float(total)}
    billed(made, ["total"], [members(one) for one in items])

    assert made["subtotal"] == pytest.approx(worth_of_lines(items), abs=0.01)
    both = float(str(made["subtotal"])) + float(str(made["tax"]))
    assert both == pytest.approx(total, abs=0.02)


def test_nights_are_what_is_paid_for():
    made = {"nights": 3, "roomRate": 80.0, "taxes": 5.0, "totalAmount": 9.0}

    assert billed(made)["totalAmount"] == pytest.approx(240 + made["taxes"])
