from mockforge.learning.bindings.answers import answers
from mockforge.learning.bindings.binding import Kind
from mockforge.learning.bindings.choosing import explained
from mockforge.learning.bindings.situations import Situations
from mockforge.learning.bindings.timeline import Timeline
from tests.learning.talks import Talk


def chosen(talk, *place, key="POST /a", status=200):
    timeline = Timeline(talk.samples)
    values = answers(timeline)[key, status][place]
    return explained(place, values, Situations(timeline))


def test_the_like_named_source_is_preferred():
    talk = Talk()
    for name in ("oak desk", "elm chair"):
        talk.say("POST /a", asked={"alias": name, "name": name}, told={"name": name})

    found = chosen(talk, "body", "name")

    assert found is not None
    assert found.origin is not None
    assert found.origin.path == ("body", "name")


def test_a_source_that_fails_once_in_three_is_none():
    talk = Talk()
    for number, name in enumerate(("oak desk", "elm chair", "lamp of tin")):
        said = name if number else "something else"
        talk.say("POST /a", asked={"name": name}, told={"v": said})

    assert chosen(talk, "body", "v") is None


def test_truths_are_copied_where_they_vary_often_enough():
    talk = Talk()
    for number in range(12):
        talk.say("POST /a", asked={"x": number % 3 == 0}, told={"y": number % 3 == 0})

    found = chosen(talk, "body", "y")

    assert found is not None
    assert found.kind is Kind.REQUEST


def test_a_read_tells_what_was_written_and_a_write_tells_the_time():
    talk = Talk()
    moment = int(talk.now + 7.3)
    talk.say("POST /a", told={"id": 9001, "made": moment}, status=201)
    talk.say("GET /a/{id}", "/a/9001", told={"made": moment}, wait=0.1)

    write = chosen(talk, "body", "made", status=201)
    read = chosen(talk, "body", "made", key="GET /a/{id}")

    assert write is not None
    assert write.rule == "now"
    assert read is not None
    assert read.kind is Kind.EARLIER
