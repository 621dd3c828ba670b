"""What comes after many plain items is like those."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields.checking import Checking, is_same, is_valid
from mockforge.learning.fields.lengthening import Distinct, Lengthening, key_of
from mockforge.learning.fields.seen import MISSING

_SCALARS = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(
    -9, 9, allow_nan=False) | st.text(max_size=2)  # fmt: skip


@given(_SCALARS, _SCALARS)
def test_keys_tell_apart_what_json_does(one, other):
    assert (key_of(one) == key_of(other)) == is_same(one, other)


@given(st.lists(_SCALARS | st.lists(st.integers(0, 1), max_size=1), max_size=12))
def test_each_value_is_there_once(values):
    distinct = Distinct(Checking.has)
    kept = [one for one in values if distinct.add(one)]

    assert is_valid({"uniqueItems": True}, kept)
    assert all(any(is_same(one, other) for other in kept) for one in values)
    assert is_valid({"uniqueItems": True}, values) == (len(kept) == len(values))


@given(st.lists(st.integers(-99, 99), min_size=1), st.integers(0, 9))
def test_numbers_are_among_the_first_or_beyond(first, seed):
    more = Lengthening(first, rng(seed), is_distinct=False)
    assert min(first) <= more.next() <= max(first)

    new = Lengthening(first, rng(seed), is_distinct=True)
    assert max(first) < new.next() < new.next()


def test_texts_come_again_and_things_do_not():
    assert Lengthening(["a"], rng(1), is_distinct=False).next() == "a"
    assert Lengthening(["a"], rng(1), is_distinct=True).next() is MISSING
    assert Lengthening([{}], rng(1), is_distinct=False).next() is MISSING
    assert Lengthening([1, "a"], rng(1), is_distinct=False).next() is MISSING
    assert Lengthening([1.25, 2.5], rng(1), is_distinct=False).next() * 100 % 1 < 1e-9
