import pytest

from mockforge.stages.blend.identity import is_same, mark_of, told_apart


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"id": 1, "a": 1}, {"id": 1, "a": 2}, True),
        ({"id": 1}, {"id": 2}, False),
        ({"id": 1}, {"id": "1"}, False),
        ({"a": 1}, {"a": 2}, None),
        ({"id": 1}, {"a": 1}, False),
        ({"order_id": "x", "n": 1}, {"order_id": "y", "n": 1}, False),
        ({"n": 1, "order_id": "x"}, {"n": 1, "order_id": "y"}, None),
        ({"id": True}, {"id": False}, None),
    ],
)
def test_things_are_the_same_by_what_identifies_them(one, other, expected):
    assert is_same(one, other) is expected


def test_a_field_that_is_known_to_identify_comes_first():
    assert mark_of({"id": 1, "iban": "x"}, ["iban"]) == ("iban", "x")


@pytest.mark.parametrize(
    ("lists", "name"),
    [
        ([[{"id": 1}, {"id": 2}], [{"id": 3}]], "id"),
        ([[{"id": 1, "name": "a"}, {"id": 1, "name": "b"}], []], "name"),
        ([[{"sku": "a", "price": 1}], [{"sku": "b", "price": 1}]], None),
        ([[{"name": "a"}], [{"name": "a"}, {"title": "b"}]], None),
        ([[1, 2], [3]], None),
        ([[], []], None),
        ([[{"device_id": 4}], [{"device_id": 5}]], "device_id"),
    ],
)
def test_items_are_known_by_what_tells_them_all_apart(lists, name):
    found = told_apart(lists)

    assert (None if found is None else found[0]) == name
