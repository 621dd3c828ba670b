import base64
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.learning.latency.estimate import Estimate
from mockforge.learning.latency.packing import packed, unpacked
from mockforge.learning.latency.points import points_of
from mockforge.learning.patterns.law import Law
from tests.learning.latency.streams import START, observation


def estimate(count=400, *, factor=1.0):
    """By size and by the hour, and changing if *factor* is not 1."""
    chance, law = Random(3), Law()
    found = Estimate()
    for number in range(0, count, 10):
        seen = []
        for n in range(number, number + 10):
            time = START + 3600.0 * n
            size = chance.randint(1, 10**6)
            level = (0.01 + size / 1e6) * (3 if 9 <= n % 24 < 18 else 1)
            level *= factor if n >= count - 20 else 1.0
            value = level * chance.lognormvariate(0, 0.2)
            seen.append(observation(value, size=size, started=time))
        found.update(points_of(seen)[200], law)
    return found


@pytest.mark.parametrize("factor", [1.0, 20.0])
def test_what_is_packed_is_unpacked(factor):
    found = estimate(factor=factor)
    assert found.old.conditions.size is not None
    assert found.old.conditions.hour is not None
    assert (found.new is not None) == (factor != 1.0)
    again = unpacked(packed(found))

    assert packed(again) == packed(found)
    assert again.samples == found.samples
    for n in range(20):
        for given_ in ((None, None), (9000, None), (None, 12.0), (2048 * 15, 3.0)):
            share = n / 19
            assert again.model.draw(share, *given_) == found.model.draw(share, *given_)


def test_a_million_are_kept_in_few_bytes():
    found = estimate(100)
    chance, law = Random(4), Law()
    for at in range(0, 40_000, 2000):
        seen = [
            observation(chance.lognormvariate(-3, 0.7), started=START + 60.0 * (at + n))
            for n in range(2000)
        ]
        found.update(points_of(seen)[200], law)

    assert len(packed(found)) < 9_000


TEXT = packed(estimate(60))


@settings(max_examples=100)
@given(st.integers(0, len(TEXT) * 3 // 4 - 2), st.binary(max_size=9))
def test_a_text_that_was_spoiled_is_an_estimate_or_nothing(at, bytes_):
    data = bytearray(base64.b64decode(TEXT))
    data[at : at + len(bytes_)] = bytes_
    found = unpacked(base64.b64encode(data).decode())

    if found.samples > 0 and found.old.samples > 0:
        assert found.model.draw(0.5, 0, 0.0) >= 0.0
        found.update(points_of([observation(0.1)] * 20)[200], Law())


@pytest.mark.parametrize("text", ["", "x", "AAAA", "ä", TEXT[:40], TEXT[:-8]])
def test_what_is_no_text_of_this_is_an_empty_estimate(text):
    assert unpacked(text).samples == 0
