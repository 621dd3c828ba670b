"""What is asked of a thing twice is the same twice."""

from mockforge.synthesis.atlas import town_of
from mockforge.synthesis.entity import Entity
from tests.synthesis.asks import ask
from tests.synthesis.asks import thing as thing_of
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


def test_a_way_begins_and_ends_in_two_places():
    inner = thing_of("city country zip")

    for seed in range(8):
        made = ask("/shipments/{id}", "/shipments/4", seed=seed,
                   schema=thing_of("id", origin=inner, destination=inner))  # fmt: skip
        assert made["origin"]["city"] != made["destination"]["city"]
        for end in ("origin", "destination"):
            town = town_of(made[end]["city"])
            assert town is not None
            assert town.place.country.name == made[end]["country"]
