"""Joins: what an object tells of another thing by that thing's id."""

from mockforge.sources.rebound.joins import Joins, Things

PRODUCTS = [
    {"id": n, "title": f"thing {n}", "weight": n * 3, "colour": "red", "size": 1}
    for n in (7, 8, 9)
]


def order(number, title):
    return {"product_id": number, "title": title, "at": "noon"}


def test_a_field_is_looked_up_by_the_id_beside_it():
    joins = Joins([PRODUCTS, order(7, "thing 7"), order(8, "thing 8")])

    assert joins.applied(order(9, "thing 7"), Things(joins.things)) == order(
        9, "thing 9"
    )


def test_what_a_session_was_told_last_wins():
    joins = Joins([PRODUCTS, order(7, "thing 7"), order(8, "thing 8")])
    things = Things(joins.things)
    things.add({**PRODUCTS[2], "title": "renamed"})

    assert joins.applied([order(9, "x")], things) == [order(9, "renamed")]


def test_a_field_that_was_another_once_is_not_joined():
    joins = Joins(
        [PRODUCTS, order(7, "thing 7"), order(8, "thing 8"), order(9, "other")]
    )

    assert joins.applied(order(7, "x"), Things(joins.things)) == order(7, "x")


def test_one_example_is_none():
    joins = Joins([PRODUCTS, order(7, "thing 7")])

    assert joins.applied(order(8, "x"), Things(joins.things)) == order(8, "x")


def test_an_unknown_id_changes_nothing():
    joins = Joins([PRODUCTS, order(7, "thing 7"), order(8, "thing 8")])

    assert joins.applied(order(1, "x"), Things(joins.things)) == order(1, "x")
    assert joins.applied(None, Things()) is None
