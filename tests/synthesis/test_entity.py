"""What is asked of a thing twice is the same twice."""

from mockforge.synthesis.entity import Entity
from tests.synthesis.things import entity


def test_people_places_and_times_stay():
    thing = entity("order")

    assert thing.person("customer") is thing.person("customer")
    assert thing.person("customer") is not thing.person("driver")
    assert thing.place() is thing.place()
    assert thing.moments() is thing.moments()


def test_a_part_has_what_the_whole_has():
    whole = entity("user")
    part = Entity(whole.shared, "address", ("address",), whole)

    assert part.place() is whole.place()
    assert part.person() is whole.person()


def test_a_customer_inside_is_the_customer_of_the_whole():
    order = entity("order")
    customer = Entity(order.shared, "customer", ("customer",), order)

    assert customer.person() is order.person("customer")
