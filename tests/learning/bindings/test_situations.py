import pytest

from mockforge.learning.bindings.binding import Link, Origin
from mockforge.learning.bindings.situations import Situations, items_of, with_items
from mockforge.learning.bindings.timeline import Timeline
from tests.learning.talks import Talk


@pytest.fixture
def situations():
    talk = Talk()
    items = [{"id": 17, "name": "desk"}, {"id": 18, "name": "lamp"}]
    talk.say("GET /a", told={"items": items})
    talk.say("GET /a/{id}", "/a/18", told={"id": 18, "name": "lamp"})
    talk.say("GET /a/{id}", "/a/99", told={"id": 99}, session="other")
    return Situations(Timeline(talk.samples))


def test_numbers_of_items_are_taken_out_and_put_in():
    assert items_of(("body", "items", 3, "n", 1)) == (3, 1)
    assert items_of(("path", 1)) == ()
    assert with_items(("body", "*", "n"), (3, 1)) == ("body", 3, "n")
    assert with_items(("body", "*", "*"), (3,)) is None


def test_an_earlier_item_is_found_by_the_value_it_shares(situations):
    link = Link(("path", 1), False, ("body", "items", "*", "id"), True)
    origin = Origin(True, ("body", "items", "*", "name"), "GET /a", link)

    assert situations.source(origin, 1, ()) == "lamp"
    (found, *_) = situations.links(1, ())
    assert (found.number, found.link, found.items) == (0, link, (1,))
    with pytest.raises(KeyError):
        situations.source(origin, 2, ())


def test_without_a_link_the_latest_of_the_session_counts(situations):
    origin = Origin(True, ("body", "items"), "GET /a")

    assert situations.latest(1, "GET /a") == 0
    assert len(situations.source(origin, 1, ())) == 2
    with pytest.raises(KeyError):
        situations.source(origin, 2, ())


def test_a_segment_that_all_have_is_no_source(situations):
    assert "a" not in situations.asked(1)
    assert situations.asked(1)["18"] == [(False, ("path", 1), ())]
