"""A line is its price as often as it is taken."""

from mockforge.chance import rng
from mockforge.synthesis.lines import line
from mockforge.synthesis.members import Members
from tests.synthesis.things import entity


def members(made, kept=()):
    return Members({}, made, set(kept), lambda schema, value: True)


def test_a_line_is_its_price_as_often_as_it_is_taken():
    made = {"unitPrice": 2.5, "qty": 4, "discount": 1.0, "lineTotal": 99.0}
    line(members(made), entity("item"), rng(1))

    assert made["lineTotal"] == 9.0


def test_a_price_follows_a_line_total_that_is_given():
    made = {"price": 3.0, "quantity": 4, "total": 10.0}
    line(members(made, ["total"]), entity("item"), rng(1))

    assert made["price"] == 2.5


def test_what_is_bought_is_bought_by_the_piece():
    total = {"amount": "1.00", "currency": "EUR"}
    made = {"price": {"amount": "2.50", "currency": "EUR"}, "quantity": 340}
    made |= {"total": total}
    line(members(made), entity("item", path=("items", 0)), rng(1))

    bought = int(str(made["quantity"]))
    assert 1 <= bought <= 5
    assert total["amount"] == f"{2.5 * bought:.2f}"
