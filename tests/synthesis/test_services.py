"""Lines of bills are goods or services of the business."""

import pytest

from mockforge.synthesis.lexicons.services import SERVICES
from mockforge.synthesis.services import LINE, line_kind
from tests.synthesis.asks import ask, several, thing

LINES = several(thing("description quantity:i unit_price:n amount:n"))


def billed(path, prompt, name="lines", seed=1):
    made = ask(path, path, thing("id", **{name: LINES}), prompt=prompt, seed=seed)
    return [one["description"] for one in made[name]]


@pytest.mark.parametrize(
    ("fields", "whole", "noun", "kind"),
    [
        ("description quantity:i price:n", "invoice", "", LINE),
        ("description qty:i rate:n total:n", "", "estimate", LINE),
        ("sku description quantity:i price:n", "invoice", "", "item"),
        ("name quantity:i price:n", "order", "", "item"),
        ("id name", "invoice", "", ""),
    ],
)
def test_a_line_is_told_by_its_members(fields, whole, noun, kind):
    assert line_kind(thing(fields), whole, noun) == kind


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("invoices of a web design agency", "Logo Website UX Icon layout migration"),
        ("a plumbing company", "pipe Boiler Drain tap valve Water Call-out"),
        ("a law firm, legal advice", "Legal contract Review Court Trademark party"),
    ],
)
@pytest.mark.parametrize("name", ["lines", "items", "line_items", "positions"])
def test_services_are_those_of_the_business(prompt, words, name):
    signs = SERVICES[
        next(at for at, one in enumerate(SERVICES) if one.signs & {*prompt.split()})
    ]
    firsts = {one.split("{")[0].strip() for one in signs.lines}

    for one in billed("/invoices/7", prompt, name):
        assert any(one.startswith(first) for first in firsts), words


def test_a_shop_bills_what_it_sells():
    for one in billed("/invoices/7", "invoices of a furniture shop"):
        assert "Furniture" not in one
        assert len(one.split()) >= 2


@pytest.mark.parametrize("seed", range(5))
def test_what_is_billed_reads_like_a_bill(seed):
    for one in billed("/invoices/7", "", seed=seed):
        assert not one.endswith(".")
        assert len(one) < 60


def test_a_line_of_an_order_without_a_name_is_described_by_it():
    lines = several(thing("sku description quantity:i price:n"))
    made = ask("/orders/7", "/orders/7", thing("id", lines=lines))

    assert all(not one["description"].endswith(".") for one in made["lines"])
