import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.recall.outlines import MOST, Outlines

PLACES = st.frozensets(st.sampled_from(["a", "b", "c.d", "c.e", "c.[].f"]), max_size=5)


def outlines(*requests):
    found = Outlines()
    for places in requests:
        found.add("POST /o", places)
    return found


@settings(max_examples=50)
@given(st.lists(PLACES, min_size=1, max_size=6), PLACES)
def test_what_was_asked_so_is_not_odd_and_what_nobody_gave_is(asked, other):
    found = outlines(*asked)

    assert [found.odd("POST /o", places) for places in asked] == [""] * len(asked)
    if len(asked) < 4 and not other <= frozenset().union(*asked):
        assert found.odd("POST /o", other).startswith("nothing was asked with ")
    if not frozenset.intersection(*asked) <= other:
        assert found.odd("POST /o", other).startswith("nothing was asked with")


@pytest.mark.parametrize(
    ("asked", "places", "odd"),
    [
        ([{"a", "b"}], {"a"}, "nothing was asked without b"),
        ([{"a", "b"}], {"a", "b", "c"}, "nothing was asked with c"),
        ([{"a", "b"}, {"a"}], {"a"}, ""),
        ([set()], {"now"}, "nothing was asked with now"),
        ([{"a"}] * 9, {"a", "b"}, "nothing was asked with b"),
        ([{"a", "b"}, *[{"a", "c"}] * 8], {"a", "d"}, "nothing was asked with d"),
    ],
)
def test_a_field_more_or_less_is_told(asked, places, odd):
    assert outlines(*asked).odd("POST /o", places) == odd


def test_names_that_clients_make_up_are_not_odd():
    found = outlines(*({"name", f"labels.l{number}"} for number in range(9)))

    assert found.odd("POST /o", {"name", "labels.new"}) == ""
    assert found.odd("POST /o", {"name", "labels.l1", "labels.l2"}) == ""
    assert found.odd("POST /o", {"name", "size"}) == "nothing was asked with size"


def test_nothing_is_odd_where_nothing_or_too_much_is_known():
    found = outlines({f"l{number}" for number in range(MOST + 1)}, {"a"})

    assert found.odd("POST /o", {"new"}) == ""
    assert found.odd("GET /x", {"new"}) == ""


def test_outlines_are_told_and_read():
    found = outlines({"a", "b"}, {"a"})
    found.add("GET /x", [f"l{number}" for number in range(MOST + 1)])

    again = Outlines.from_json(json.loads(json.dumps(found.to_json())))

    assert again.to_json() == found.to_json()


@pytest.mark.parametrize("told", [1, {"a": 1}, {"a": [1, 2]}, {"a": ["x", {}]}])
def test_what_is_no_outline_is_refused(told):
    with pytest.raises(ValueError, match="no outlines"):
        Outlines.from_json(told)
