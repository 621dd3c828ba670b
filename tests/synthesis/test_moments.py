"""The times of a thing are in their order, whatever is asked for first."""

from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.moments import Moments, written

NOW = 1_763_700_000.0
STEPS = ["created", "confirmed", "started", "shipped", "delivered", "finished", "ends"]


@given(st.integers(0, 10**9), st.permutations([*STEPS, "updated", "future"]))
def test_steps_come_in_order(seed, order):
    moments = Moments(rng(seed), NOW, (0.1, 400))
    found = {step: moments.at(step) for step in order}
    times = [found[step] for step in STEPS]

    assert times == sorted(times)
    assert found["created"] <= found["updated"] <= NOW < found["future"]
    assert found["ends"] <= NOW + 1


@given(st.integers(0, 10**9), st.permutations([*STEPS, "updated", "deleted", "future"]))
def test_what_lies_ahead_as_a_whole_is_in_order_too(seed, order):
    moments = Moments(rng(seed), NOW, (-40, -30))
    found = {step: moments.at(step) for step in order}
    times = [found[step] for step in STEPS]

    assert min(times) > NOW
    assert times == sorted(times)
    assert found["created"] <= min(found[step] for step in ("updated", "deleted"))


def test_a_time_is_written_in_a_form():
    assert written(0, "date-time") == "1970-01-01T00:00:00Z"
    assert written(86_400, "date") == "1970-01-02"
    assert (written(5, "seconds"), written(5, "milliseconds")) == (5, 5000)
