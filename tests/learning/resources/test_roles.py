import pytest

from mockforge.learning.resources.roles import lookup, role_of
from tests.learning.resources.told import LIFE, told, user


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("POST /users", "create"),
        ("GET /users", "list"),
        ("DELETE /users/{id}", "delete"),
        ("POST /users/{user_id}/block", "change"),
    ],
)
def test_the_effect_tells_the_role(key, role):
    assert role_of(told(*LIFE).by_key[key]) == role


def test_nothing_is_told_by_failures_alone():
    line = told(*LIFE)
    failed = [e for e in line.by_key["GET /users/{id}"] if not e.reading.is_ok]

    assert role_of(failed) is None


def test_a_read_may_name_another_field_than_the_id():
    line = told(*LIFE, ("GET /user-by?name=bob", None, 200, user(8, "bob")))

    assert lookup(line.by_key["GET /user-by"]) == (("query", "name"), ("name",))
