"""Lists come in the order, and with the members, that are asked for."""

import pytest

from mockforge.synthesis.ordering import narrowed
from tests.synthesis.asks import ask, several, thing

ITEM = thing("id:i name price:n rating:n created_at:dt", owner=thing("name"))


@pytest.mark.parametrize(
    ("query", "name", "is_down"),
    [
        ("sort=price", "price", False),
        ("sort=-price", "price", True),
        ("sort=price:desc", "price", True),
        ("sort=price,asc", "price", False),
        ("order_by=name&order=desc", "name", True),
        ("_sort=price&_order=asc", "price", False),
        ("sort[price]=desc", "price", True),
        ("orderBy=price desc", "price", True),
        ("ordering=-created_at", "created_at", True),
        ("sort=createdAt", "created_at", False),
        ("sort=newest", "created_at", True),
        ("sort=price_asc", "price", False),
        ("sort=price-high-to-low", "price", True),
        ("sort=popular", "rating", True),
        ("sortBy=rating&sortOrder=DESC", "rating", True),
    ],
)
@pytest.mark.parametrize("shape", ["list", "around", "count"])
def test_lists_are_sorted(query, name, is_down, shape):
    schema = {"list": several(ITEM), "around": thing("total:i", data=several(ITEM)),
              "count": ITEM}[shape]  # fmt: skip
    found = ask("/products", f"/products?{query}", schema, count=7)
    items = found["data"] if shape == "around" else found
    values = [each[name] for each in items]

    assert len(values) == 7
    if name == "name":
        values = [value.casefold() for value in values]
    assert values == sorted(values, reverse=is_down)


def test_what_is_not_there_sorts_nothing_and_inner_fields_do():
    plain = ask("/products", "/products?sort=colour", several(ITEM), count=4)
    inner = ask("/products", "/products?sort=owner.name", several(ITEM), count=6)
    names = [each["owner"]["name"].casefold() for each in inner]

    assert len(plain) == 4
    assert names == sorted(names)


def test_the_members_that_are_asked_for_are_there_alone():
    loose = {**ITEM, "required": ["id", "rating"]}
    found = ask("/products", "/products?fields=name,price", several(loose), count=3)
    one = ask("/products/:id", "/products/3?fields=name", loose)
    free = ask("/products", "/products?fields=id,name", None, count=3)

    assert all({*each} == {"id", "rating", "name", "price"} for each in found)
    assert {*one} == {"id", "rating", "name"}
    assert all({*each} == {"id", "name"} for each in free)


def test_members_that_nobody_has_are_none():
    assert narrowed({"a": 1}, frozenset(("b",)), None) == {"a": 1}
    assert narrowed([1], frozenset(("b",)), None) == [1]
