from tests.learning.resources.told import LIFE, resources_of, user


def listing(*lines):
    return resources_of(*LIFE[:4], *lines).operations["GET /users"].listing


ANN, BOB = user(7, "ann", state="new"), user(8, "bob", state="new")


def test_the_order_is_that_of_making_unless_a_field_tells_another():
    assert listing(("GET /users", None, 200, [ANN, BOB])).descending is False
    assert listing(("GET /users", None, 200, [BOB, ANN])).descending is True


def test_a_parameter_that_sorts_is_no_filter():
    found = listing(
        ("GET /users?sort=name", None, 200, [ANN, BOB]),
        ("GET /users?sort=-name", None, 200, [BOB, ANN]),
    )

    assert found.sort_slot == ("query", "sort")
    assert found.filters == ()
