from mockforge.learning.resources.refusals import traits
from tests.learning.resources.told import LIFE, resources_of


def refusals(*lines, key="POST /users"):
    return resources_of(*LIFE[:4], *lines).operations[key].refusals


def test_what_accepted_requests_have_and_a_refused_one_lacks():
    (found,) = refusals(("POST /users", {"nick": "x"}, 422, {"error": "name missing"}))

    assert found.lacks == ("body", "name")
    assert found.outcome.status == 422


def test_a_value_of_another_kind_than_accepted_ones():
    (found,) = refusals(("POST /users", {"name": 5}, 400, {"error": "name: no text"}))

    assert found.place == ("body", "name")
    assert "number" in found.traits


def test_a_state_that_forbids_it():
    known = resources_of(
        *LIFE[:8], ("POST /users/8/block", None, 409, {"error": "is blocked"})
    )
    (found,) = known.operations["POST /users/{user_id}/block"].refusals

    assert (found.state, found.values) == (("state",), ("blocked",))


def test_what_may_not_be_there_twice_is_unique():
    twice = ("POST /users", {"name": "ann"}, 409, {"error": "ann exists"})
    found = resources_of(*LIFE[:4], twice).operations["POST /users"]

    assert found.unique == ((("body", "name"), ("name",)),)
    assert found.outcomes["exists"].status == 409


def test_traits_say_what_kind_of_value_it_is():
    assert "negative" in traits(-1)
    assert "empty" in traits("")
    assert traits(3) == traits(4.5)
