from mockforge.learning.resources.leading import parse_link, truth
from tests.learning.resources.told import LIFE, resources_of, user

ANN, BOB = user(7, "ann", state="new"), user(8, "bob", state="new")


def test_where_the_next_page_and_the_count_of_all_are():
    lines = (
        *LIFE[:4],
        ("GET /users", None, 200, {"items": [ANN], "next": "q9xZ", "total": 2}),
        ("GET /users?at=q9xZ", None, 200, {"items": [BOB], "next": None, "total": 2}),
    )

    found = resources_of(*lines).operations["GET /users"].listing

    assert (found.next_at, found.total_at) == (("next",), ("total",))
    assert found.cursor_slot == ("query", "at")


def test_the_addresses_of_a_link_header():
    value = '<http://a/u?page=2>; rel="next", <http://a/u?page=9>; rel="last"'

    assert parse_link(value) == {
        "next": "http://a/u?page=2",
        "last": "http://a/u?page=9",
    }
    assert parse_link(None) == {}


def test_truths_written_as_text():
    assert [truth(value) for value in (True, "False", "no", 1)] == [
        True,
        False,
        None,
        None,
    ]
