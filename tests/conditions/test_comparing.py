import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.conditions.comparing import (
    ABSENT,
    SIGNS,
    WORDS,
    Clock,
    below,
    clock,
    is_true,
    number,
    same,
    text,
    within,
)

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-99, 99),
    st.floats(-99, 99),
    st.sampled_from(["", "a", "5", "-3.5", "true", "16:00", "2024-01-01", "7%"]),
    st.just(ABSENT),
    st.builds(Clock, st.integers(0, 86_399)),
    st.lists(st.integers(0, 3), max_size=2),
)


@given(VALUES, VALUES)
@settings(max_examples=200)
def test_signs_agree_with_one_another(left, right):
    assert SIGNS["=="](left, right) is not SIGNS["!="](left, right)
    assert SIGNS["=="](left, right) == SIGNS["=="](right, left)
    assert SIGNS["<"](left, right) == SIGNS[">"](right, left)
    assert SIGNS["<="](left, right) == SIGNS[">="](right, left)
    assert not (below(left, right) and below(right, left))
    if below(left, right):
        assert SIGNS["<="](left, right)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("12", 12),
        (" -1.5 ", -1.5),
        ("1e3", 1000.0),
        ("5%", 0.05),
        (7, 7),
        ("x", ABSENT),
        ("", ABSENT),
        ("0x10", ABSENT),
        ("nan", ABSENT),
        ("9" * 400, ABSENT),
        ("9" * 310, ABSENT),
        ("1e999", ABSENT),
        (True, ABSENT),
        ([1], ABSENT),
    ],
)
def test_a_text_says_a_number(said, value):
    assert number(said) == value


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("16:00", 57600),
        ("9:05:07", 9 * 3600 + 307),
        ("12:30 am", 1800),
        ("4:00 PM", 57600),
        ("25:00", None),
        ("16", None),
    ],
)
def test_a_text_says_a_time_of_day(said, seconds):
    assert clock(said) == seconds


def test_times_of_day_are_compared_with_moments():
    assert below(Clock(57600), 1_700_000_000)
    assert below("2023-11-14T15:00:00Z", Clock(57600))
    assert same("16:00", Clock(57600))
    assert not below("noon", Clock(57600))
    assert not same(None, Clock(0))


def test_what_holds_by_itself():
    assert [each for each in (True, 1, "a", [0], "no") if is_true(each)] == [
        True,
        1,
        "a",
        [0],
        "no",
    ]
    assert not any(
        map(is_true, (False, 0, "", "false", "False", "0", [], None, ABSENT))
    )
    assert repr(ABSENT) == "absent"


def test_what_is_within():
    assert within("7", [7])
    assert within("a", {"a": 1})
    assert within(5, "a5")
    assert not within(ABSENT, [None])
    assert not within([1], "1")
    assert not within("a", None)
    assert text(True) == "true"
    assert text([1]) is None
    assert WORDS["matches"]("/a/b", "/a/*")
    assert not WORDS["matches"](None, "*")
