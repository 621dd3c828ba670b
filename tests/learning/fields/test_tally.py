"""Tallies are the same in whatever order, exact in what they keep, and bounded."""

from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields.tally import Tally

WORDS = st.lists(st.sampled_from([f"w{number}" for number in range(40)]), max_size=200)


def tally_of(words, room=8):
    found = Tally(room)
    for word in words:
        found.add(word)
    return found


@given(WORDS)
def test_the_order_does_not_matter(words):
    assert tally_of(words).to_json() == tally_of(sorted(words)).to_json()


@given(WORDS, WORDS)
def test_merged_tallies_are_the_one_that_saw_everything(some, others):
    merged = tally_of(some)
    merged.merge(tally_of(others))

    assert merged.to_json() == tally_of(some + others).to_json()


@given(WORDS)
def test_counts_are_exact_and_few(words):
    found = tally_of(words)

    assert len(found) <= 8
    assert found.total == len(words)
    assert all(words.count(word) == count for word, count in found.counts.items())
    assert found.is_sample == (len(set(words)) > 8)


@given(WORDS)
def test_a_tally_survives_json(words):
    found = tally_of(words)

    again = Tally.from_json(found.to_json(), 8)
    again.add("w1")
    found.add("w1")

    assert again.to_json() == found.to_json()


def test_the_number_of_distinct_values_is_estimated_beyond_the_room():
    found = tally_of((f"v{number}" for number in range(20_000)), room=64)

    assert 14_000 < found.distinct() < 26_000


def test_values_are_drawn_as_often_as_they_came():
    found = tally_of(["often"] * 9 + ["rare"])

    drawn = [found.draw(rng(seed)) for seed in range(200)]

    assert 140 < drawn.count("often") < 200
