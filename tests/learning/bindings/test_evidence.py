import hashlib

import pytest

from mockforge.learning.bindings import evidence
from mockforge.learning.bindings.requests import places
from mockforge.learning.bindings.timeline import Timeline
from mockforge.learning.formats import Format
from tests.learning.talks import NOW, Talk


def judged(talk, name="v"):
    timeline = Timeline(talk.samples)
    (place,) = (one for one in places(timeline) if one.path[-1] == name)
    return place, timeline


def asking(*values, sessions=("s",)):
    talk = Talk()
    for session in sessions:
        for value in values:
            talk.say("POST /a", asked={"v": value}, session=session)
    return talk


@pytest.mark.parametrize(
    ("value", "sign"),
    [
        (NOW + 7, 1),
        (NOW - 3600 + 7.3, 1),
        (NOW - 3571, -1),
        ("1961-04-12T06:07:00Z", -1),
        ("word", 0),
    ],
)
def test_a_time_counts_for_what_is_made_now(value, sign):
    place, _ = judged(asking(value))

    found = evidence.of_time(place.seen)

    bits = 0.0 if found is None else found[0]
    assert (bits > 0) - (bits < 0) == sign


def test_an_id_ahead_of_its_time_is_no_time():
    old, chance = (
        f"{int(NOW) - 10**7:08x}{'7' * 16}",
        f"{int(NOW) + 10**8:08x}{'7' * 16}",
    )

    assert evidence.of_time(judged(asking(old))[0].seen) == (-3.0, "made long before")
    assert evidence.of_time(judged(asking(chance))[0].seen) is None


def test_values_that_sessions_share_stay():
    one, _ = judged(asking("x", sessions=("s", "t", "u")))

    assert evidence.of_sessions(one)[0] < 0
    assert evidence.of_sessions(judged(asking("x"))[0])[0] == 0


def test_values_that_a_session_repeats_stay():
    again, _ = judged(asking("x", "x", "x"))
    anew, _ = judged(asking("x", "y", "z"))

    assert (
        evidence.of_recurrence(again, 0.0)[0] < 0 < evidence.of_recurrence(anew, 0.0)[0]
    )


def test_text_in_base64_and_long_content_are_not_minted():
    assert evidence.look("Y2ZnLw==") is Format.BASE64
    place, _ = judged(asking("q83vEjRWeJA7" * 40))
    assert evidence.of_format(Format.TOKEN, place)[0] < 0


@pytest.mark.parametrize(("body", "bits"), [(b'"x"', -9.0), (b'"y"', 0.0)])
def test_a_digest_of_what_is_sent_stays(body, bits):
    talk = Talk()
    digest = hashlib.sha256(body).hexdigest()
    talk.say("PUT /a", f"/a?v=sha256:{digest}", asked="x")

    assert evidence.of_content(*judged(talk))[0] == bits
