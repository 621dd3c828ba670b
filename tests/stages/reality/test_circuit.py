from hypothesis import given
from hypothesis import strategies as st

from mockforge.stages.reality.circuit import FIRST, LONGEST, Circuit


def test_an_upstream_that_is_silent_is_left_out_at_once_and_asked_again_by_one():
    circuit = Circuit()
    assert circuit.admits(0.0)

    circuit.ill(0.0, is_silent=True)
    assert not circuit.admits(FIRST - 0.1)
    assert circuit.admits(FIRST)

    circuit.asks(FIRST)
    assert not circuit.admits(FIRST + 0.1)

    circuit.well()
    assert circuit.admits(FIRST + 0.1)


def test_one_that_answers_badly_is_given_some_chances():
    circuit = Circuit()
    for _ in range(2):
        circuit.ill(0.0, is_silent=False)
        assert circuit.admits(0.0)

    circuit.ill(0.0, is_silent=False)

    assert not circuit.admits(0.1)


def test_an_answer_between_forgives():
    circuit = Circuit()
    for _ in range(10):
        circuit.ill(0.0, is_silent=False)
        circuit.ill(0.0, is_silent=False)
        circuit.well()

    assert circuit.admits(0.0)


def test_it_is_left_out_longer_each_time_up_to_a_bound():
    circuit, now, pauses = Circuit(), 0.0, []
    for _ in range(8):
        circuit.ill(now, is_silent=True)
        pauses.append(circuit.pause)
        now += circuit.pause
        assert circuit.admits(now)
        circuit.asks(now)

    assert pauses == [2, 4, 8, 16, 32, 60, 60, 60]


def test_failures_of_requests_that_were_on_their_way_do_not_add_up():
    circuit = Circuit()
    for _ in range(20):
        circuit.ill(1.0, is_silent=True)

    assert circuit.pause == FIRST


@given(
    st.lists(
        st.tuples(st.sampled_from(["ask", "well", "ill", "silent"]), st.floats(0, 100)),
        max_size=40,
    )
)
def test_it_is_always_asked_again_in_the_end(events):
    circuit, now = Circuit(), 0.0
    for what, later in events:
        now += later
        if what == "ask" and circuit.admits(now):
            circuit.asks(now)
        elif what == "well":
            circuit.well()
        elif what != "ask":
            circuit.ill(now, is_silent=what == "silent")

    assert circuit.admits(now + 2 * LONGEST)
