import pytest

from tests.learning.resources.told import LIFE, resources_of, user

ANN, BOB = user(7, "ann", state="new"), user(8, "bob", state="new")


@pytest.mark.parametrize(
    ("first", "second", "slot"),
    [
        ("page=1", "page=2", "page_slot"),
        ("offset=0", "offset=1", "offset_slot"),
        ("limit=1&x=y", "limit=1&start=1", "offset_slot"),
        ("limit=1", "limit=1&after=7", "cursor_slot"),
    ],
)
def test_the_parameter_that_pages(first, second, slot):
    lines = (
        *LIFE[:4],
        (f"GET /users?{first}", None, 200, [ANN]),
        (f"GET /users?{second}", None, 200, [BOB]),
    )

    found = resources_of(*lines).operations["GET /users"].listing

    assert getattr(found, slot) is not None


def test_a_list_that_holds_less_than_is_there_is_a_page():
    lines = (
        *LIFE[:4],
        ("GET /users", None, 200, [ANN]),
        ("GET /users?page=2", None, 200, [BOB]),
    )

    assert resources_of(*lines).operations["GET /users"].listing.size == 1
