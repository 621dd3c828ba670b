from mockforge.learning.resources.kinds import (
    kinds_by_path,
    own_parameter,
    plain_template,
)
from tests.learning.resources.told import LIFE, read, user


def test_the_last_parameter_is_what_a_path_names():
    assert own_parameter("/users/{user}/orders/{id}/pay") == (
        "/users/{}/orders",
        "id",
        ["pay"],
    )
    assert own_parameter("/users") is None


def test_a_notation_and_a_slash_at_the_end_name_nothing():
    assert own_parameter("/users/{id}.json") == ("/users", "id", [])
    assert own_parameter("/users/{id}/") == ("/users", "id", [])
    assert plain_template("/users.json") == plain_template("/users/") == "/users"


def test_the_field_that_paths_name_is_the_id():
    (found,) = kinds_by_path(*read(*LIFE))

    assert found.collection == "/users"
    assert found.id == ("id",)
    assert found.sites["GET /users"] == ("*",)
    assert found.sites["POST /users"] == ()


def test_a_field_that_several_have_alike_is_no_id():
    """Both are as big as the first's id says, by chance."""
    found = kinds_by_path(
        *read(
            ("POST /users", {"name": "ann"}, 201, user(1, "ann", size=1)),
            ("POST /users", {"name": "bob"}, 201, user(2, "bob", size=1)),
            ("GET /users/1", None, 200, user(1, "ann", size=1)),
        )
    )

    assert [each.id for each in found] == [("id",)]
