"""A course through what was recorded, drawn from what was learned."""

from statistics import mean

import pytest

from mockforge.chance import rng
from mockforge.learning.sequences.counts import Counts, Tracked
from mockforge.learning.sequences.course import Course
from tests.learning.sequences.traffic import LAW, learned, polls, walked

JOB = "GET /jobs/{id}"
PENDING, DONE = (200, "pending"), (200, "done")


def test_a_course_has_lengths_like_those_seen_and_ends_in_what_is_final():
    lengths = [rng(1, number).randint(1, 5) for number in range(60)]
    course = learned(walked(*polls(lengths))).course(JOB)
    drawn = []
    for number in range(300):
        chance = rng(2, number).random
        (first, length), last = course.course([PENDING, DONE], [2, 1], chance)
        assert (first, last) == (PENDING, (DONE, 1))
        drawn.append(length)

    assert mean(drawn) == pytest.approx(mean(lengths), abs=0.4)
    assert set(drawn) <= set(lengths)


def test_where_nothing_was_learned_it_goes_as_recorded():
    course = Course(Tracked(Counts()))

    told = course.course([PENDING, DONE], [3, 2], rng(1).random)

    assert told == [(PENDING, 3), (DONE, 2)]
    assert not course.polls(LAW)
    assert not course.variants
    assert not course.failing
