"""A step change is followed to 90 % in the updates that the law allows."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.patterns.following import Following
from mockforge.learning.patterns.law import Law


class Mean:
    """An estimate of a number: what is more than 3 away is something else."""

    def __init__(self):
        self.samples = 0.0
        self.total = 0.0

    def add(self, seen):
        self.samples += len(seen)
        self.total += sum(seen)

    def differs(self, seen):
        return abs(self.total / self.samples - sum(seen) / len(seen)) > 3


def value(followed):
    return sum(share * part.total / part.samples for share, part in followed.parts)


def updated(followed, law, *batches):
    for batch in batches:
        followed.update([batch] * law.min_samples, law, Mean())
    return followed


@given(st.floats(0.05, 0.9), st.floats(4.0, 1000.0))
def test_a_step_is_followed_in_time(sensitivity, step):
    law = Law(sensitivity=sensitivity)
    followed = updated(Following(Mean()), law, 0.0, 0.0)
    needed = math.ceil(math.log(0.1) / math.log(1 - sensitivity))

    updated(followed, law, *[step] * needed)

    assert value(followed) >= 0.9 * step - 1e-6


def test_a_change_is_gradual():
    law = Law(sensitivity=0.2)
    followed = updated(Following(Mean()), law, 0.0)

    shares = [value(updated(followed, law, 10.0)) / 10 for _ in range(3)]

    assert shares == pytest.approx([0.2, 0.36, 0.488])


def test_what_does_not_change_counts_alike():
    followed = updated(Following(Mean()), Law(), 1.0, 2.0, 3.0)

    assert value(followed) == 2.0
    assert followed.samples == 30


def test_a_reversal_fades():
    law = Law(sensitivity=0.5)
    followed = updated(Following(Mean()), law, *[0.0] * 4, 10.0)
    assert value(followed) == 5.0

    shares = [value(updated(followed, law, 0.0)) for _ in range(4)]

    assert shares == [2.5, 1.25, 0.625, 0.0]


def test_silence_fades_the_evidence_and_not_the_value():
    followed = updated(Following(Mean()), Law(), 4.0)
    before = value(followed)

    followed.fade(Law(decay=0.5))

    assert followed.samples == 5
    assert before == 4.0
