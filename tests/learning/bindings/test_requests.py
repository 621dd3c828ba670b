from mockforge.learning.bindings.requests import MOST_PLACES, MOST_SEEN, places
from mockforge.learning.bindings.timeline import Timeline
from tests.learning.talks import Talk


def test_places_gather_what_stood_there_by_session():
    talk = Talk()
    talk.say("GET /a", "/a?n=1", session="x")
    talk.say("GET /b", "/b?n=2", session="x")
    talk.say("GET /a", "/a?n=1", session="y")

    found = {(one.endpoint, one.path): one for one in places(Timeline(talk.samples))}

    place = found["GET /a", ("query", "n")]
    assert (place.part, place.method, place.distinct) == ("query", "GET", 1)
    assert [one.text for one in place.seen] == ["1", "1"]
    assert place.alike == {"x": ["1", "2"], "y": ["1"]}
    assert place.own() == {"x": ["1"], "y": ["1"]}
    assert place.of(["p", "q"]).own() == {"x": ["p"], "y": ["q"]}


def test_items_of_a_list_are_one_place():
    talk = Talk()
    talk.say("POST /a", asked={"items": [{"n": 1}, {"n": 2}]})

    found = {one.path: one for one in places(Timeline(talk.samples))}

    assert found["body", "items", "*", "n"].distinct == 2


def test_values_and_names_are_bounded():
    talk = Talk()
    talk.say("POST /a", asked={f"n{number}": 1 for number in range(900)})
    for number in range(MOST_SEEN + 50):
        talk.say("POST /b", asked={"n": number})

    found = places(Timeline(talk.samples))

    assert sum(one.endpoint == "POST /a" for one in found) == MOST_PLACES
    assert max(len(one.seen) for one in found) == MOST_SEEN
