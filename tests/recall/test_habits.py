import json

import pytest

from mockforge.recall.habits import MOST, Habits


def habits(*values, place="query.kind"):
    found = Habits()
    for value in values:
        found.add("GET /o", {place: value})
    return found


@pytest.mark.parametrize(
    ("values", "asked", "unknown"),
    [
        (["a", "a", "b", "b"], "a", False),
        (["a", "a", "b", "b"], "c", True),
        (["a"], "b", True),
        (["ada", "bob", "eve", "joe"], "kim", False),
        ([str(n) for n in range(MOST + 1)] * 9, "x", False),
    ],
)
def test_what_was_never_chosen_is_told_from_a_new_name(values, asked, unknown):
    found = habits(*values)

    places = list(found.unknown("GET /o", {"query.kind": asked}))

    assert places == (["query.kind"] if unknown else [])


def test_a_place_that_never_was_says_nothing():
    assert list(habits("a").unknown("GET /o", {"query.other": "x"})) == []
    assert list(habits("a").unknown("GET /x", {"query.kind": "x"})) == []


def test_habits_are_told_and_read():
    found = habits(*"aabb")

    again = Habits.from_json(json.loads(json.dumps(found.to_json())))

    assert again.to_json() == found.to_json()


@pytest.mark.parametrize("told", [{"a": 1}, {"a": {"b": 1}}, {"a": {"b": ["x", []]}}])
def test_what_is_no_habit_is_refused(told):
    with pytest.raises(ValueError, match="no habits"):
        Habits.from_json(told)
