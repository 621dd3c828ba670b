"""Arithmetic: numbers of a document that follow from others in it."""

from hypothesis import given
from hypothesis import strategies as st

from mockforge.sources.rebound.arithmetic import Arithmetic


def line(price, count):
    return {"price": price, "count": count, "sum": round(price * count, 2)}


def bill(*lines):
    return {"lines": list(lines), "all": round(sum(each["sum"] for each in lines), 2)}


RECORDED = [
    bill(line(2.5, 2), line(1.25, 3)),
    bill(line(3.75, 4)),
    bill(line(9.99, 1), line(0.5, 7), line(4.0, 2)),
]

prices = st.integers(1, 100_000).map(lambda cents: cents / 100)
lines = st.builds(line, prices, st.integers(0, 99))


@given(st.lists(lines, max_size=5))
def test_products_and_sums_hold_for_other_numbers(some):
    rules = Arithmetic.of(RECORDED)
    wrong = {"lines": [{**each, "sum": 1.0} for each in some], "all": 7.0}

    assert rules.applied(wrong) == bill(*some)


def test_a_rule_that_fails_once_is_none():
    rules = Arithmetic.of([*RECORDED, {"lines": [line(1.0, 2)], "all": 99.0}])

    changed = {"lines": [line(1.0, 2)], "all": 5.0}

    assert rules.applied(changed) == changed


def test_what_could_not_have_failed_is_no_rule():
    # One times anything is that thing: this may be anything.
    rules = Arithmetic.of([{"a": 1, "b": 5, "c": 5}, {"a": 1, "b": 7, "c": 7}])

    assert rules.applied({"a": 2, "b": 3, "c": 9}) == {"a": 2, "b": 3, "c": 9}


def test_items_are_counted_in_whole_numbers():
    rules = Arithmetic.of(
        [
            {"ids": ["a"], "n": 1},
            {"ids": ["a", "b"], "n": 2},
            {"ids": list("abc"), "n": 3},
        ]
    )

    assert rules.applied({"ids": [], "n": 8}) == {"ids": [], "n": 0}


def test_other_bodies_stay_as_they_are():
    rules = Arithmetic.of([*RECORDED, None, "text", [1, 2], {}, []])

    for body in (None, "text", 3, [1, {"x": 2}], {"lines": None, "all": 1}):
        assert rules.applied(body) == body
