"""What is sold follows the shop, and the name that is given."""

import pytest

from mockforge.synthesis.lexicons import GOODS
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.shops import called, lines_for
from tests.synthesis.asks import ask, thing

PRODUCT = thing("id name description category price:n")


def lines(text):
    return lines_for(frozenset(words_of(text)), text=text)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("laptops", "Laptops"),
        ("a furniture store", "Furniture"),
        ("a shop for garden tools", "Garden"),
        ("pet supplies", "Pet Supplies"),
        ("a jewellery boutique", "Jewellery"),
        ("a bakery in Lyon", "Bakery"),
        ("office stationery", "Stationery"),
        ("bicycles", "Bicycles"),
    ],
)
def test_words_tell_lines_of_goods(text, category):
    assert [line.category for line in lines(text)] == [category]


def test_without_words_there_is_all_of_a_large_shop():
    assert lines_for(frozenset()) == GOODS


def test_what_is_named_in_all_its_words_is_all_there_is():
    things = [one for line in lines("running shoes") for one in line.choices()]

    assert {one.name for one in things} <= {"Running Shoes", "Trail Running Shoes"}


def test_a_shop_of_which_nothing_is_known_sells_what_it_says():
    (line,) = lines("products of a shop for surfboards")

    assert line.category == "Surfboards"
    assert all("Surfboard" in one.name for one in line.choices())


@pytest.mark.parametrize("text", ["a shop with orders", "our online shop", "a store"])
def test_a_shop_alone_tells_nothing(text):
    assert lines(text) == GOODS


def test_a_name_tells_what_it_is():
    assert {line.category for line in called("Walnut Desk")} == {"Furniture"}
    (line,) = called("Flux Capacitor")
    assert line.category == "Capacitors"


def test_what_is_posted_is_described_as_what_it_is():
    made = ask(
        "/shop/items",
        "/shop/items",
        PRODUCT,
        method="POST",
        body={"name": "Green Kettle", "price": 39},
    )

    assert made["name"] == "Green Kettle"
    assert made["category"] == "Home & Kitchen"
