from mockforge.learning.patterns.observation import Observation


def test_an_observation_ends_when_its_answer_is_complete():
    seen = Observation(
        *(1, "GET /a", 200, None, "s", None),
        started=100.0,
        first_byte=0.5,
        elapsed=2.0,
        size=3,
        asked=b"k",
    )

    assert seen.ended == 102.0
