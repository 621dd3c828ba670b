from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.bindings.answers import (
    MOST_ITEMS,
    MOST_SAMPLES,
    MOST_VALUES,
    answers,
    spread,
)
from mockforge.learning.bindings.timeline import Timeline
from tests.learning.talks import Talk


def test_values_are_gathered_by_endpoint_status_and_place():
    talk = Talk()
    talk.say("GET /a", told={"items": [{"n": 1}, {"n": None}]}, answered=[("X", "y")])
    talk.say("GET /a", told={"error": True}, status=404)

    found = answers(Timeline(talk.samples))

    assert set(found) == {("GET /a", 200), ("GET /a", 404)}
    places = found["GET /a", 200]
    assert [one.value for one in places["body", "items", "*", "n"]] == [1, None]
    assert [one.text for one in places["header", "x"]] == ["y"]
    assert places["header", "x"][0].of("z").text == "z"


def test_samples_items_and_levels_are_bounded():
    talk = Talk()
    deep: list = []
    for _ in range(150):
        deep = [deep]
    for _ in range(MOST_SAMPLES + 20):
        talk.say("GET /a", told={"items": list(range(100)), "deep": deep})

    places = answers(Timeline(talk.samples))["GET /a", 200]

    assert len(places["header", "content-type"]) == MOST_SAMPLES
    assert len(places["body", "items", "*"]) == MOST_VALUES
    assert {one.path[-1] for one in places["body", "items", "*"]} <= set(
        range(MOST_ITEMS)
    )


@given(st.lists(st.integers()), st.integers(1, 20))
def test_a_spread_keeps_order_and_the_first(values, most):
    found = spread(values, most)

    assert len(found) == min(most, len(values))
    assert found[:1] == values[:1]
