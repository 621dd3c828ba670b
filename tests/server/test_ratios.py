"""What the control routes are told, read or refused with the nearest right thing."""

import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.server import ratios
from mockforge.server.enveloped import Wrong
from mockforge.stages.reality.options import seconds

NOW = 1_735_689_600.0


@pytest.mark.parametrize("value", [0, 1, 0.5, "0.5", "1", 1e-300])
def test_a_ratio_is_a_number_from_0_to_1(value):
    assert ratios.ratio({"ratio": value}, "ratio") == float(value)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (50, "50 is not between 0 and 1; did you mean 0.5?"),
        (1.5, "1.5 is not between 0 and 1; did you mean 1?"),
        (-0.5, "-0.5 is not between 0 and 1; did you mean 0?"),
        (1e9, "1000000000.0 is not between 0 and 1; did you mean 1?"),
        ("half", "'half' is no number; write one as in 0.5"),
        ("50%", "'50%' is no number; did you mean 0.5?"),
        ("0,5", "'0,5' is no number; did you mean 0.5?"),
        (True, "True is no number; write one as in 0.5"),
        (None, "None is no number; write one as in 0.5"),
        ([1], "what stands there is no number; write one as in 0.5"),
        (math.nan, "nan is no number; write one as in 0.5"),
        (10**400, "is no number; write one as in 0.5"),
    ],
)
def test_what_is_none_is_told_with_what_was_meant(value, told):
    with pytest.raises(Wrong) as caught:
        ratios.ratio({"ratio": value}, "ratio")

    assert told in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_ratio_that_is_missing_is_told_how_to_write_it():
    with pytest.raises(Wrong, match=r"'ratio' is missing; write \{\"ratio\": 0.5\}"):
        ratios.ratio({}, "ratio")


@pytest.mark.parametrize("value", [-1, 1, 0, "-0.25"])
def test_a_step_may_go_back(value):
    assert ratios.step(value) == float(value)


def test_a_step_that_is_too_long_is_refused():
    with pytest.raises(Wrong, match=r"-10 is not between -1 and 1; did you mean -0.1"):
        ratios.step(-10)


@pytest.mark.parametrize("text", ["/api/users/*", "GET /orders/{id}", "/files/**"])
def test_a_pattern_is_that_of_an_endpoint(text):
    assert ratios.pattern({"pattern": text}) == text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, "'pattern' is missing"),
        ({"pattern": "api/*"}, "'api/*' is not an endpoint"),
        ({"pattern": "/a?b=1"}, "has a query"),
        ({"pattern": 3}, "'3' is not an endpoint"),
    ],
)
def test_a_pattern_that_would_never_match_is_refused(asked, told):
    with pytest.raises(Wrong) as caught:
        ratios.pattern(asked)

    assert told in str(caught.value)


def test_a_schedule_begins_now_and_lasts_as_long_as_said():
    made, mode = ratios.schedule({"end_time": "30m"}, NOW)

    assert (made.start_ratio, made.end_ratio, made.curve) == (0.0, 1.0, "linear")
    assert (seconds(made.start_time), seconds(made.end_time)) == (NOW, NOW + 1800)
    assert mode == "time_based"


def test_a_schedule_may_be_told_in_full():
    asked = {
        "start_time": "2025-01-01T00:00:00Z",
        "end_time": "2025-02-01T00:00:00Z",
        "start_ratio": 0.1,
        "end_ratio": 0.9,
        "curve": "sigmoid",
    }

    made, mode = ratios.schedule({**asked, "transition_mode": "scheduled"}, NOW)

    assert made.model_dump(mode="json") == asked
    assert mode == "scheduled"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, "'end_time' is missing"),
        ({"endtime": "30m"}, "'endtime' means nothing here; did you mean 'end_time'?"),
        ({"end_time": "soon"}, "'soon' is no time; write one as in 2025-01-31T08"),
        ({"end_time": "30m", "curve": "sigmoyd"}, "did you mean 'sigmoid'?"),
        ({"end_time": "30m", "curve": {}}, "what stands there is none of its values"),
        ({"end_time": "30m", "transition_mode": "manual"}, "'manual' is none of its"),
        ({"end_time": "30m", "start_ratio": 7}, "did you mean 0.07?"),
        ({"end_time": "0s"}, "is not after start_time"),
        ({"end_time": "1970-01-01T00:00:00Z"}, "is not after start_time"),
        ({"end_time": "99999999999d"}, "which no calendar has"),
    ],
)
def test_a_schedule_that_is_none_is_told_what_is_wrong(asked, told):
    with pytest.raises(Wrong) as caught:
        ratios.schedule(asked, NOW)

    assert told in str(caught.value)


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)


@given(st.dictionaries(st.sampled_from(["ratio", "pattern", "end_time"]), _values))
def test_whatever_is_told_is_read_or_refused(asked):
    for read in (
        lambda: ratios.ratio(asked, "ratio"),
        lambda: ratios.step(asked.get("ratio")),
        lambda: ratios.pattern(asked),
        lambda: ratios.schedule(asked, NOW),
    ):
        with suppress(Wrong):
            read()
