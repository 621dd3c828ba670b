import pytest

from mockforge.learning.bindings.comparisons import Comparisons, is_passing
from mockforge.learning.bindings.requests import places
from mockforge.learning.bindings.timeline import Timeline
from tests.learning.talks import NOW, Talk


@pytest.mark.parametrize(
    ("key", "told", "sign"),
    [("GET /a", "same", 1), ("GET /a", "other", -1), ("POST /a", "other", 0)],
)
def test_answers_tell_whether_a_value_selects(key, told, sign):
    talk = Talk()
    for number, value in enumerate(["x1", "x2", "x3"]):
        name = "thing" if told == "same" else f"thing {number}"
        answer = {"name": name, "echo": value, "id": talk.uuid()}
        talk.say(key, f"/a?v={value}&k=1&t={int(talk.now + 7)}", told=answer)
    timeline = Timeline(talk.samples)
    (place,) = (one for one in places(timeline) if one.path == ("query", "v"))

    bits, _ = Comparisons(timeline).of_answers(place)

    assert (bits > 0) - (bits < 0) == sign


@pytest.mark.parametrize(
    ("value", "passes"),
    [(Talk().uuid(), True), (NOW, True), ("word", False), (17, False), (None, False)],
)
def test_what_looks_made_anew_is_left_out(value, passes):
    assert is_passing(value, NOW) is passes
