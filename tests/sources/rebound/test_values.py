"""Values: what is put in the place of a recorded one."""

from hypothesis import given
from hypothesis import strategies as st

from mockforge.sources.rebound.values import (
    differences,
    is_node,
    like_old,
    shown,
    varied,
)


def test_a_value_gets_the_type_of_the_one_it_replaces():
    assert like_old(7, "6") == "7"
    assert like_old("7", 6) == 7
    assert like_old("7.5", 1.0) == 7.5
    assert like_old("seven", 6) == "seven"
    assert like_old(None, "x") is None


def test_only_what_is_another_is_a_difference():
    old, new = {"a": 1, "b": "x", "c": 1}, {"a": 1, "b": "y", "c": True}

    assert differences(old, new) == {("body", "b"): "y", ("body", "c"): True}


def test_bindings_are_told_once():
    assert shown(["a", "b", "a"]) == ("a", "b")
    assert len(shown([str(n) for n in range(99)])) == 20
    assert is_node([])
    assert not is_node("x")


@given(st.lists(st.integers(0, 5)), st.integers(1, 8))
def test_a_few_samples_are_as_varied_as_can_be(keys, most):
    found = varied(keys, keys, most)

    assert len(found) <= most
    assert len(set(found)) == min(most, len(set(keys))) or len(set(keys)) > most
    numbers = list(range(len(keys)))
    assert varied(numbers, keys, most) == sorted(varied(numbers, keys, most))
    assert varied(keys, keys, len(keys)) == keys
