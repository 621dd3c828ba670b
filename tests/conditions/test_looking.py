import pytest

from mockforge.conditions.comparing import ABSENT
from mockforge.conditions.looking import header, item


@pytest.mark.parametrize(
    ("value", "key", "found"),
    [
        ({"a": None}, "a", None),
        ({"1": 2}, 1, 2),
        ({}, "a", ABSENT),
        ([5, 6], -1, 6),
        ([5, 6], "1", 6),
        ([5, 6], "length", 2),
        ([5], 7, ABSENT),
        ([5], "append", ABSENT),
        ("abc", 0, ABSENT),
        (5, "real", ABSENT),
    ],
)
def test_keys_and_places_are_looked_up(value, key, found):
    assert item(value, key) is found or item(value, key) == found


def test_headers_are_found_in_whatever_case():
    assert header({"headers": {"X-A": 1}}, "x-a") == 1
    assert header({"headers": {"X-A": 1}}, "x-b") is ABSENT
    assert header({}, "x-a") is ABSENT
