import pytest

from mockforge.learning.bindings.answers import Told
from mockforge.learning.bindings.binding import Kind
from mockforge.learning.bindings.candidates import bits_of, candidates, explains
from mockforge.learning.bindings.situations import Situations
from mockforge.learning.bindings.timeline import Timeline
from tests.learning.talks import Talk


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (None, True),
        (True, 17),
        (17, 170_023),
        (3, "desk"),
        ("desk", "oak desk"),
        ("", 1),
    ],
)
def test_rarer_values_tell_more(less, more):
    assert bits_of(less) < bits_of(more)


def test_every_copy_is_a_candidate_and_explains():
    talk = Talk()
    talk.say("POST /a", asked={"name": "oak desk"}, told={"id": 17, "name": "oak desk"})
    talk.say("GET /a/{id}", "/a/17?q=oak%20desk", told={"name": "oak desk"})
    situations = Situations(Timeline(talk.samples))
    told = Told(1, ("body", "name"), "oak desk", "oak desk")

    found = set(candidates(told, situations))

    assert {one.kind for one in found} == {Kind.REQUEST, Kind.EARLIER}
    assert all(explains(one, told, situations) for one in found)
    other = Told(0, ("body", "name"), "lamp", "lamp")
    assert not any(explains(one, other, situations) for one in found)


def test_items_are_copied_from_items_of_the_same_number():
    talk = Talk()
    items = [{"n": "first one"}, {"n": "second one"}]
    talk.say("POST /a", asked={"items": items}, told={"items": items})
    situations = Situations(Timeline(talk.samples))
    told = Told(0, ("body", "items", 1, "n"), "second one", "second one")

    (found,) = candidates(told, situations)

    assert found.origin is not None
    assert found.origin.path == ("body", "items", "*", "n")
