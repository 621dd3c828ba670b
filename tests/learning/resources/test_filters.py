import pytest

from tests.learning.resources.told import LIFE, resources_of, user

ANN, BOB = user(7, "ann", state="new"), user(8, "bob", state="old")


@pytest.mark.parametrize(
    ("query", "items", "field", "way"),
    [
        ("state=old", [BOB], ("state",), "equal"),
        ("name=an", [ANN], ("name",), "prefix"),
        ("name=ob", [BOB], ("name",), "contains"),
    ],
)
def test_the_field_that_selects(query, items, field, way):
    lines = (*LIFE[:4], (f"GET /users?{query}", None, 200, items))

    (found,) = resources_of(*lines).operations["GET /users"].listing.filters

    assert (found.field, found.way) == (field, way)
