"""Numbers are moved exactly, and written as they were."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.stages.drift.numbers import Amount, Bounds, Number


def number(value) -> Number:
    read = Number.read(value)
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("value", "kind", "decimals"),
    [
        (100, "int", 0),
        (-7, "int", 0),
        (99.99, "float", 2),
        (5.0, "float", 1),
        (1e-7, "float", 7),
        (1e22, "float", 0),
        (Decimal("100.50"), "float", 2),
        (Decimal("1E+2"), "float", 0),
        ("99.90", "text", 2),
        ("-3", "text", 0),
        ("0.5", "text", 1),
    ],
)
def test_a_number_is_read_with_its_decimals(value, kind, decimals):
    read = number(value)

    assert (read.kind, read.decimals) == (kind, decimals)
    assert Number.from_json(read.to_json()) == read
    assert read.like(read.value, Bounds()) == (
        value
        if kind != "float"
        else Decimal(repr(value) if type(value) is float else value)
    )


@pytest.mark.parametrize(
    "value",
    [
        *(True, None, "abc", "007", "1e5", "", "-", [1], {}, float("nan")),
        *(float("inf"), Decimal("NaN"), Decimal("1E+500"), 10**400, "1" * 61),
        Decimal("1E-500"),
    ],
)
def test_what_is_no_number_to_count_with_is_none(value):
    assert Number.read(value) is None


@pytest.mark.parametrize(
    ("base", "value", "shown"),
    [
        (100, "99.5", 100),
        (100, "99.49", 99),
        (100, "-0.5", 0),
        (100, "-1.5", -1),
        (99.99, "100.005", Decimal("100.01")),
        ("99.90", "100", "100.00"),
    ],
)
def test_halves_go_up_all_along(base, value, shown):
    told = number(base).like(Decimal(value), Bounds())

    assert (told, type(told)) == (shown, type(shown))


LOTS = st.decimals(-1000, 1000, allow_nan=False, places=3)


@settings(max_examples=50)
@given(LOTS, LOTS, LOTS, st.sampled_from([1, 1.5, "1.50"]))
def test_what_is_shown_is_within_bounds_if_any_number_like_it_is(
    one, other, value, base
):
    low, high = sorted([one, other])
    bounds, like = Bounds(low, high), number(base)
    shown = Decimal(like.like(bounds.clamped(value), bounds))

    if high - low >= Decimal(1).scaleb(-like.decimals):
        assert low <= shown <= high


@settings(max_examples=50)
@given(LOTS, LOTS, st.decimals(-(10**6), 10**6, places=3), LOTS)
def test_turning_back_keeps_within_bounds_and_makes_no_way_longer(
    one, other, value, way
):
    low, high = sorted([one, other])
    bounds = Bounds(low, high)

    first, second = bounds.reflected(value), bounds.reflected(value + way)

    assert low <= first <= high
    assert abs(first - second) <= abs(way)


def test_one_bound_turns_back_too():
    assert Bounds(low=Decimal(0)).reflected(Decimal(-3)) == 3
    assert Bounds(high=Decimal(10)).reflected(Decimal(12)) == 8
    assert Bounds().reflected(Decimal(-3)) == -3


def test_an_amount_is_so_much_or_a_share_of_the_first_value():
    assert Amount.of(0.1).at(Decimal(50)) == Decimal("0.1")
    assert Amount.of("5%").at(Decimal(-50)) == Decimal("2.5")
    low, high = Amount.of("90%"), Amount.of("110 %")
    assert Bounds.of(low, high, Decimal(100)) == Bounds(Decimal(90), Decimal(110))
    assert Bounds.of(low, high, Decimal(-100)) == Bounds(Decimal(-110), Decimal(-90))
