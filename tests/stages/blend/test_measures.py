import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.fields.node import Node, Room
from mockforge.stages.blend.measures import (
    Average,
    averaged,
    averages,
    averaging,
    is_fact,
    is_marked,
)
from mockforge.stages.blend.texts import Fraction

SHARES = st.floats(0.01, 0.99)


def seen(*values):
    node, room = Node(), Room()
    for value in values:
        node.add(value, room)
    return node


def mean(one, other, share=0.5, average=Average.ALWAYS):
    """Return the mean of two numbers as they are written; None if there is none."""
    mine, theirs = (
        each if isinstance(each, int) else Fraction(each) for each in (one, other)
    )
    made = averaged(mine, theirs, share, average)
    return bytes(made).decode() if isinstance(made, Fraction) else made


NAMES = """price totalAmount unit_cost userId created_at httpStatus latitude zip
currency first_name EMail order-number sha256"""


@pytest.mark.parametrize("name", NAMES.split())
def test_what_says_which_thing_it_is_is_never_averaged(name):
    assert is_fact(name, None)
    assert averaging(name, seen(10, 2, 30, 7, 5, 11)) is Average.NEVER


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((10, 2, 30, 7, 5, 11), Average.ALWAYS),
        ((1, 2, 1, 2, 1, 2, 1, 1, 2), Average.NEVER),
        ((101, 102, 103, 104, 105, 106), Average.NEVER),
        (("x", "y"), Average.FRACTIONS),
        ((), Average.FRACTIONS),
    ],
    ids=["a quantity", "a choice", "a counter", "texts", "nothing"],
)
def test_numbers_are_what_they_were_seen_to_be(values, expected):
    assert averaging("views", seen(*values)) is expected


def test_texts_that_were_seen_to_be_minted_say_which_thing_it_is():
    minted = [
        f"9b2f{number:04x}-77aa-4c1d-8e02-abcdef12{number:04x}" for number in range(9)
    ]

    assert is_fact("which", seen(*minted))
    assert not is_fact("which", seen("a fine day", "a cold one", "some rain"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a@example.com", True),
        ("https://example.com/a", True),
        ("2024-01-31 10:00", True),
        ("9b2f0c1e-77aa-4c1d-8e02-abcdef123456", True),
        ("EUR", True),
        ("INV-17", True),
        ("open", False),
        ("a fine day, and a cold one", False),
        ("", False),
        (7, False),
        (None, False),
    ],
)
def test_texts_that_look_as_if_they_said_who_or_when(text, expected):
    assert is_marked(text) is expected


@pytest.mark.parametrize(
    ("one", "other", "average", "expected"),
    [
        ("20.5", "22.5", Average.FRACTIONS, "21.5"),
        ("1.0", 2, Average.FRACTIONS, "1.5"),
        (10, 20, Average.FRACTIONS, None),
        (10, 20, Average.ALWAYS, 15),
        (10, 11, Average.ALWAYS, None),
        ("1.5", "2.5", Average.NEVER, None),
        ("2.50", "3.10", Average.FRACTIONS, "2.80"),
        ("1700000000.25", "1700000009.5", Average.ALWAYS, None),
        (1700000000, 1700000009, Average.ALWAYS, None),
        ("1e400", "1.5", Average.ALWAYS, None),
        ("1.5e-3", "2.5e-3", Average.ALWAYS, "0.002"),
    ],
)
def test_means_are_written_as_what_they_are_of(one, other, average, expected):
    found = mean(one, other, 0.5, average)

    assert found == expected


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), SHARES)
def test_whole_numbers_have_a_whole_mean_between_them(one, other, share):
    found = mean(one, other, share)

    assert found is None or min(one, other) < found < max(one, other)


FRACTIONS = st.decimals(-1000, 1000, places=2).map(str)


@given(FRACTIONS, st.decimals(-1000, 1000, places=1).map(str), SHARES)
def test_a_mean_is_as_precise_as_what_it_is_made_of(one, other, share):
    found = mean(one, other, share)

    if found is not None:
        low, high = sorted((float(one), float(other)))
        assert low <= float(found) <= high
        assert len(found.partition(".")[2]) <= 2


@given(st.lists(st.tuples(FRACTIONS, FRACTIONS), min_size=1, max_size=6), SHARES)
def test_means_of_many_are_those_of_each(pairs, share):
    one, other = (
        [Fraction(each) for each in side] for side in zip(*pairs, strict=True)
    )

    found = averages(one, other, share)

    if found is not None:
        told = [None if each is None else bytes(each).decode() for each in found]
        assert told == [mean(mine, theirs, share) for mine, theirs in pairs]


def test_the_mean_follows_the_shares():
    assert mean("10.0", "20.0", 0.75) == "12.5"
