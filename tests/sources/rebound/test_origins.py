"""Origins: one part of rebound answers, by itself."""

from hypothesis import given
from hypothesis import strategies as st

from mockforge.sources.rebound.facts import Facts, asked_facts
from mockforge.sources.rebound.journal import Moment
from mockforge.sources.rebound.origins import Found, Origin, fact_of, latest


def moment(number):
    return Moment(number, "PUT /x", "write", Facts(), b"", 0.0)


def test_the_latest_write_wins_and_the_request_before_all():
    old = Found("a", "a", moment(1))
    new = Found("b", "b", moment(2))

    assert latest([old, None, new]) is new
    assert latest([new, Found("c", "c", None)]) == ("c", "c", None)
    assert latest([None]) is None


NAMES = st.sampled_from(["a", "b", "c", "d"])
LABELS = st.dictionaries(NAMES, st.integers(0, 9), min_size=1)


def asking(body):
    asked = {"path": [], "query": {}, "header": {}, "cookie": {}, "body": body}
    facts = Facts.of(asked_facts(asked, {}))
    return Moment(0, "PUT /x", "write", facts, b"", 0.0)


@given(LABELS, NAMES)
def test_of_the_items_of_a_list_the_one_that_is_named_tells_its_value(labels, wanted):
    items = [{"key": key, "value": value} for key, value in labels.items()]
    wrote = asking({"labels": items})
    tie = (False, ("body", "labels", "*", "key"), ("body", "name"))
    origin = Origin("earlier", ("body", "labels", "*", "value"), ties=(tie,))

    found = fact_of(origin, wrote, asking({"name": wanted}))

    assert (found.value if found else None) == labels.get(wanted)


def test_an_item_that_lacks_a_field_is_not_told_that_of_another():
    wrote = asking({"labels": [{"key": "a"}, {"key": "b", "value": 1}]})
    tie = (False, ("body", "labels", "*", "key"), ("body", "name"))
    origin = Origin("earlier", ("body", "labels", "*", "value"), ties=(tie,))

    assert fact_of(origin, wrote, asking({"name": "a"})) is None
    found = fact_of(origin, wrote, asking({"name": "b"}))
    assert found is not None
    assert found.value == 1
