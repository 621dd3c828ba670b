"""Numbers are told apart by what their names mean, however they are written."""

import pytest

from mockforge.synthesis.concepts import CONCEPTS, concepts_of, meant


@pytest.mark.parametrize(
    ("name", "concept"),
    [
        ("amountRefunded", "refunded"),
        ("refunded_amount", "refunded"),
        ("total-refunded", "refunded"),
        ("vatAmount", "tax"),
        ("tax_total", "tax"),
        ("grandTotal", "total"),
        ("invoice_total", "total"),
        ("orderSubTotal", "subtotal"),
        ("avgCost", "average cost"),
        ("goals_for", "goals for"),
        ("gross_pay", "gross pay"),
    ],
)
def test_what_a_name_means(name, concept):
    assert concept in concepts_of(name)[0]


@pytest.mark.parametrize("name", ["", "note", "customer_name", "x"])
def test_names_that_mean_no_such_number(name):
    assert concepts_of(name)[0] == ()


def test_names_come_first_whose_words_all_say_so():
    assert meant(("shipping_tax", "tax")).get("tax", ())[0] == "tax"


def test_there_are_concepts():
    assert {"total", "tax", "paid", "due"} <= CONCEPTS
