import pytest

from mockforge.learning.bindings import learn_bindings, read_pins
from mockforge.learning.bindings.hits import hits
from tests.learning.talks import Talk


def run(talk, session):
    """Make an order with a key of the client's, read it, and list."""
    order = talk.uuid()
    talk.say(
        "POST /orders",
        asked={"key": talk.uuid(), "name": "desk"},
        told={"id": order},
        session=session,
        status=201,
    )
    talk.say("GET /orders/{id}", f"/orders/{order}", session=session)
    talk.say("GET /orders", "/orders?page=1", session=session)


@pytest.mark.parametrize(("runs", "by"), [(1, "minted"), (3, "sessions")])
def test_what_follows_from_a_missed_request_is_missed_too(runs, by):
    talk = Talk()
    for number in range(runs):
        run(talk, f"s{number}")

    found = hits(talk.samples, learn_bindings(talk.samples))

    assert found.by == by
    assert (found.requests, found.without, found.with_) == (3 * runs, runs, 3 * runs)


def test_a_request_that_only_one_session_has_is_not_known():
    talk = Talk()
    for number in range(3):
        run(talk, f"s{number}")
        talk.say("GET /find", f"/find?q=word{number}", session=f"s{number}")

    found = hits(talk.samples, learn_bindings(talk.samples))

    assert (found.requests, found.with_) == (12, 9)


def test_pins_hold_for_what_is_learned_again():
    talk = Talk()
    for number in range(3):
        run(talk, f"s{number}")
    pins = read_pins("keep POST /orders body.$.key", "x")

    learned = learn_bindings(talk.samples).pinned(pins, [])
    found = hits(talk.samples, learned, lambda one: one.pinned(pins, []))

    assert found.with_ == found.without == 3


def test_nothing_recorded_is_nothing_known():
    found = hits([], learn_bindings([]))

    assert (found.requests, found.without, found.with_) == (0, 0, 0)
