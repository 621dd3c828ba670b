from mockforge.learning.bindings.timeline import Timeline, key_of
from tests.learning.talks import Talk


def test_samples_are_in_order_of_time():
    talk = Talk()
    for number in range(4):
        talk.say("GET /a", f"/a?n={number}")

    asked = [one.asked["query"]["n"] for one in Timeline(talk.samples[::-1]).samples]

    assert asked == ["0", "1", "2", "3"]


def test_a_value_is_known_by_where_it_appeared_first():
    talk = Talk()
    talk.say("POST /a", told={"id": 17, "next": "/a?after=xyz"})
    talk.say("GET /a/{id}", "/a/17", told={"id": 17})
    timeline = Timeline(talk.samples)

    first = timeline.origin("s", "17")
    inner = timeline.origin("s", "xyz")

    assert first is not None
    assert (first.number, first.told, first.path) == (0, True, ("body", "id"))
    assert inner is not None
    assert (inner.path, inner.via) == (("body", "next"), "url")
    assert timeline.origin("s", "unheard") is None


def test_only_a_telling_value_is_known_in_another_session():
    talk = Talk()
    token = talk.uuid()
    talk.say("POST /login", told={"token": token, "id": 17}, session="one")
    timeline = Timeline(talk.samples)

    assert timeline.origin("other", token) is not None
    assert timeline.origin("other", "17") is None


def test_what_belongs_to_the_transport_is_left_out():
    talk = Talk()
    headers = [("User-Agent", "x/1"), ("X-Key", "k"), ("Host", "api.test")]
    talk.say("GET /a", headers=headers)
    timeline = Timeline(talk.samples)

    assert [path for path, _ in timeline.asked[0]] == [("path", 0), ("header", "x-key")]
    assert key_of(talk.samples[0], ("body", "items", 3, "id")) == (
        "GET /a",
        ("body", "items", "*", "id"),
    )
