from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.learning.resources import Resources
from tests.learning.resources.told import CALLS, LIFE, resources_of, talk, user


def test_every_endpoint_gets_the_role_that_its_effect_shows():
    found = resources_of(*LIFE)

    assert {key: each.role for key, each in found.operations.items()} == {
        "POST /users": "create",
        "GET /users/{id}": "read",
        "GET /users": "list",
        "PATCH /users/{id}": "change",
        "POST /users/{user_id}/block": "change",
        "DELETE /users/{id}": "delete",
    }


def test_calls_are_told_apart_by_what_they_do():
    found = resources_of(*CALLS)

    roles = {
        key.rsplit(".", 1)[-1]: each.role for key, each in found.operations.items()
    }
    assert roles == {"add": "create", "get": "read", "drop": "delete"}


def test_what_was_there_before_is_born_and_what_was_made_is_not():
    found = resources_of(
        ("GET /users", None, 200, [user(1, "old"), user(2, "older")]),
        ("POST /users", {"name": "ann"}, 201, user(3, "ann")),
        ("GET /users/3", None, 200, user(3, "ann")),
        ("GET /users/1", None, 200, user(1, "old")),
    )

    assert sorted(each.id for each in found.born) == ["1", "2"]


def test_learning_does_not_depend_on_the_order_of_samples():
    exchanges = talk(*LIFE)
    from mockforge.learning.resources import learn_resources
    from tests.learning.resources.told import samples_of

    endpoints, samples = samples_of(exchanges)

    one, other = (
        learn_resources(each, endpoints).to_json() for each in (samples, samples[::-1])
    )
    assert one == other


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "items", "x"]), inner)
    ),
    max_leaves=8,
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(
            ["GET /a", "POST /a", "GET /a/1", "PUT /a/2", "DELETE /a/1", "POST /call"]
        ),
        ANYTHING,
        st.sampled_from([200, 201, 204, 400, 404, 409, 500]),
        ANYTHING,
    ),
    max_size=12,
)


@given(LINES)
@settings(max_examples=80, deadline=None)
def test_whatever_was_recorded_can_be_learned_from(lines):
    found = resources_of(*lines)

    assert Resources.from_json(found.to_json()) == found
