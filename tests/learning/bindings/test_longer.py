import pytest

from mockforge.bodies.document import shown
from mockforge.learning.bindings.answers import answers
from mockforge.learning.bindings.longer import in_parts
from mockforge.learning.bindings.situations import Situations
from mockforge.learning.bindings.timeline import Timeline
from tests.learning.talks import Talk


def parted(talk):
    timeline = Timeline(talk.samples)
    (values,) = (
        values
        for places in answers(timeline).values()
        for place, values in places.items()
        if shown(place) == "body.$.v"
    )
    found = in_parts(("body", "v"), values, Situations(timeline))
    return None if found is None else str(found).rpartition(" (")[0]


@pytest.mark.parametrize(
    ("say", "words"),
    [
        (lambda n, p: f"order {n} not found", '"order {request path[1]} not found"'),
        (
            lambda n, p: f"https://a.test/x/{n}?page={p + 1}&k=v",
            '"https://a.test/x/{request path[1]}'
            '?page={one more than request query.page}&k=v"',
        ),
        (lambda n, p: f"inv-{n}", '"inv-{request path[1]}"'),
    ],
)
def test_copies_are_found_in_longer_texts(say, words):
    talk = Talk()
    for number, page in ((4711, 1), (4755, 2), (5122, 3)):
        target = f"/x/{number}?page={page}"
        talk.say("GET /x/{id}", target, told={"v": say(number, page)})

    assert parted(talk) == words


def test_texts_of_other_shapes_are_no_template():
    talk = Talk()
    for text in ("one word", "two words, here", "x"):
        talk.say("GET /x/{id}", "/x/1", told={"v": text})

    assert parted(talk) is None
