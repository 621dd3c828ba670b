import pytest

from mockforge.learning.failures import Failures
from mockforge.learning.frequency import Frequency
from mockforge.learning.latency import Latencies
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.part import Shown, Subject
from mockforge.learning.sequences import Sequences
from tests.learning.patterns.made import observation

PARTS = (Latencies, Failures, Sequences, Frequency)


@pytest.mark.parametrize("part", PARTS)
def test_of_nobody_a_part_tells_nothing_and_forgets_nothing(part):
    known, stranger = part(), Subject("GET /a", "vip")

    known.fade(stranger, Law())
    known.forget(stranger)

    assert list(known.shown(Law())) == []
    assert part.from_json(known.to_json()).to_json() == known.to_json()


@pytest.mark.parametrize("part", PARTS)
def test_one_observation_is_taken_in_and_forgotten(part):
    known = part()
    subject = Subject("*" if part is Sequences else "GET /items")

    known.update(subject, [observation(1)], Law())
    known.forget(subject)

    assert list(known.shown(Law())) == []


def test_a_pattern_is_of_everybody_unless_it_is_a_personas():
    assert Subject("GET /a") == ("GET /a", None)
    shown = Shown("latency", Subject("GET /a"), 3, 0.2, "p50 12 ms")
    assert (shown.changing, shown.seen) == (0.0, None)
