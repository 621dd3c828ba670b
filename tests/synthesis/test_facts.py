"""What a request says, apart from the fields that it meets."""

import pytest

from mockforge.synthesis.facts import edge_of, facts_in
from tests.synthesis.asks import wanted


@pytest.mark.parametrize(
    ("pattern", "url", "words", "values", "owner", "is_own"),
    [
        ("/orders/{id}", "/orders/7", ("id",), ("7",), ("order",), True),
        ("/orders/{orderId}", "/orders/7", ("order", "id"), ("7",), ("order",), True),
        ("/users/{id}/orders", "/users/7/orders", ("id",), ("7",), ("user",), False),
        ("/a", "/a?tags=x,y", ("tag",), ("x", "y"), (), False),
        ("/a", "/a?status__in=x,y", ("status",), ("x", "y"), (), False),
        ("/a", "/a?customer_id=5", ("customer", "id"), ("5",), ("customer",), False),
        ("/a", "/a?ids=1,2", ("id",), ("1", "2"), (), True),
        ("/a/status/{value}", "/a/status/x", ("status",), ("x",), ("status",), True),
    ],
)
def test_parts_of_a_request_are_named(pattern, url, words, values, owner, is_own):
    fact = facts_in(wanted(pattern, url))[0]

    assert (fact.words, fact.values) == (words, values)
    assert (fact.owner, fact.is_own) == (owner, is_own)


@pytest.mark.parametrize("query", ["page=2", "sort=x", "q=x", "status_ne=x", "limit=",
                                   "exclude=x", "cursor=abc"])  # fmt: skip
def test_what_is_no_value_of_a_field_is_none(query):
    assert facts_in(wanted("/a", f"/a?{query}")) == []


def test_two_parts_with_the_same_value_are_two():
    found = facts_in(wanted("/a/{x}/b/{y}/c", "/a/1/b/1/c"))

    assert [(fact.words, fact.owner) for fact in found] == [
        (("x",), ()), (("y",), ())
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "edge"),
    [
        ("min_price", ("low", ("price",))),
        ("price[lte]", ("high", ("price",))),
        ("priceFrom", ("low", ("price",))),
        ("price", ("", ("price",))),
    ],
)
def test_ends_of_ranges_are_known(name, edge):
    assert edge_of(name) == edge
