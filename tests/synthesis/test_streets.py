"""A thing is in one street, with one postal code."""

from mockforge.synthesis.entity import Entity
from mockforge.synthesis.streets import postal, street
from tests.synthesis.things import entity


def test_where_a_thing_is_stays():
    thing = entity("order")

    assert (street(thing), postal(thing)) == (street(thing), postal(thing))


def test_a_part_that_is_elsewhere_has_a_street_of_its_own():
    thing = entity("order")
    part = Entity(thing.shared, "address", ("address",), thing)
    assert street(part) == street(thing)

    part.is_apart = True

    assert street(part) != street(thing)
