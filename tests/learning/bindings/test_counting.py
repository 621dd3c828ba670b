import pytest

from mockforge.learning.bindings.counting import counters
from mockforge.learning.bindings.requests import places
from mockforge.learning.bindings.timeline import Timeline
from tests.learning.talks import Talk


@pytest.mark.parametrize(
    ("rows", "is_counter"),
    [
        ([("a", "id", 1, "s"), ("b", "id", 2, "s"), ("c", "id", 3, "s")], True),
        ([("a", "n", 5, "s"), ("a", "n", 9, "t"), ("a", "n", 30, "u")], True),
        ([("a", "seq", 1, "s"), ("a", "seq", 2, "s"), ("a", "seq", 3, "s")], True),
        ([("a", "page", 1, "s"), ("b", "page", 2, "s"), ("c", "page", 3, "s")], False),
        ([("a", "n", 1, "s"), ("a", "n", 2, "s"), ("a", "n", 3, "s")], False),
        ([("a", "n", 3, "s"), ("a", "n", 3, "t"), ("a", "n", 3, "u")], False),
        ([("a", "n", 1, "s"), ("b", "n", 2, "s"), ("c", "n", "x", "s")], False),
        ([("a", "n", 1, "s")], False),
    ],
)
def test_what_counts_requests_goes_on_whatever_they_ask(rows, is_counter):
    talk = Talk()
    for endpoint, name, value, session in rows:
        talk.say(f"POST /{endpoint}", asked={name: value}, session=session)

    found = counters(places(Timeline(talk.samples)))

    assert bool(found) is is_counter
