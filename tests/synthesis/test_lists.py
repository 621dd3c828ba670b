"""The list that a document is about."""

import pytest

from mockforge.learning.fields.composing import Composing
from mockforge.synthesis.lists import items_of, list_in, main_list, with_items
from tests.synthesis.asks import ask, several, thing

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}


def test_a_list_is_found():
    items = {"type": "array", "items": {"type": "object"}}
    tags = {"type": "array", "items": TEXT}
    for schema, expected in (
        (items, ()),
        ({"type": "object", "properties": {"data": items, "total": WHOLE}}, ("data",)),
        ({"type": "object", "properties": {"items": items, "address": TEXT}}, None),
        ({"type": "object", "properties": {"tags": tags}}, None),
        ({"type": "object"}, None),
    ):
        assert main_list(schema, Composing({})) == expected


def test_its_items_are_replaced_and_counted():
    items = {"type": "array", "items": {"type": "object"}}
    schema = {"type": "object", "properties": {"data": items, "total": WHOLE}}
    page = {"data": [{}, {}], "total": 2, "page": 2}

    assert list_in(schema) == ("data",)
    assert list_in(None) is None
    assert items_of(page, ("data",)) == [{}, {}]
    assert items_of(3, ("data",)) == []
    made = with_items(page, ("data",), [{}])
    assert made == {"data": [{}], "total": 1, "page": 2}
    assert with_items([1, 2], (), [3]) == [3]
    assert page["total"] == 2


@pytest.mark.parametrize("own", ["id", "orderId", "order_number", "orderNo"])
def test_what_is_told_from_others_is_no_list_of_its_lines(own):
    schema = thing(f"{own} customerName email currency",
                   items=several(thing("sku quantity:i")))  # fmt: skip

    made = ask("/orders", "/orders", schema, method="POST",
               body={"customerName": "Ola Hansen", "currency": "SEK",
                     "items": [{"sku": "CUP-1", "quantity": 3}]})  # fmt: skip

    assert (made["customerName"], made["currency"]) == ("Ola Hansen", "SEK")
    assert made["items"] == [{"sku": "CUP-1", "quantity": 3}]
    assert "hansen" in made["email"]


@pytest.mark.parametrize("name", ["products", "value", "points", "items"])
def test_as_many_are_in_an_envelope_as_are_asked_for(name):
    schema = thing(**{name: several(thing("id label"))})

    assert len(ask("/things", "/things", schema, count=6)[name]) == 6
