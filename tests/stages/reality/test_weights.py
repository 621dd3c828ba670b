import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.provenance import Source
from mockforge.stages.blend.lots import Lots
from mockforge.stages.reality.weights import REAL_FIRST, Weights, weights

RATIOS = st.floats(0, 1)
POINTS = st.floats(0, 1, exclude_max=True)
USABLE = st.sets(st.sampled_from(REAL_FIRST), min_size=1)


@pytest.mark.parametrize(
    ("ratio", "shares"),
    [
        (0.0, (0, 0, 1)),
        (0.3, (0, 0, 1)),
        (0.5, (0, 0.5, 0.5)),
        (0.7, (0, 1, 0)),
        (0.85, (0.5, 0.5, 0)),
        (1.0, (1, 0, 0)),
    ],
)
def test_sources_fade_in_one_after_the_other(ratio, shares):
    found = weights(ratio)

    assert (found.upstream, found.recorded, found.synthetic) == pytest.approx(shares)


@pytest.mark.parametrize(
    ("ratio", "usable", "shares"),
    [
        (1.0, {Source.RECORDED, Source.SYNTHETIC}, (0, 1, 0)),
        (0.85, {Source.SYNTHETIC}, (0, 0, 1)),
        (0.85, {Source.UPSTREAM, Source.SYNTHETIC}, (0.5, 0, 0.5)),
        (0.0, {Source.UPSTREAM, Source.RECORDED}, (0, 1, 0)),
        (0.0, {Source.UPSTREAM}, (1, 0, 0)),
        (0.5, set(), (0, 0, 0)),
    ],
)
def test_what_is_not_usable_gives_its_share_to_the_next(ratio, usable, shares):
    found = weights(ratio, usable)

    assert (found.upstream, found.recorded, found.synthetic) == pytest.approx(shares)


@given(RATIOS, USABLE)
def test_shares_add_up_and_only_usable_sources_have_one(ratio, usable):
    found = weights(ratio, usable)

    assert sum(map(found.of, REAL_FIRST)) == pytest.approx(1)
    assert all(found.of(source) == 0 for source in REAL_FIRST if source not in usable)


@given(RATIOS, RATIOS, POINTS, USABLE)
def test_a_higher_ratio_only_turns_what_is_made_up_into_what_is_real(a, b, at, usable):
    low, high = (weights(ratio, usable).drawn(at) for ratio in sorted((a, b)))

    assert REAL_FIRST.index(high) <= REAL_FIRST.index(low)


@given(RATIOS, RATIOS, USABLE)
def test_a_higher_ratio_takes_no_share_from_what_is_more_real(a, b, usable):
    low, high = (weights(ratio, usable) for ratio in sorted((a, b)))

    for count in (1, 2, 3):
        shares = [sum(map(each.of, REAL_FIRST[:count])) for each in (low, high)]
        assert shares[0] <= shares[1] + 1e-9


@settings(max_examples=30)
@given(RATIOS, USABLE, st.integers())
def test_of_many_things_each_source_has_its_share(ratio, usable, seed):
    found = weights(ratio, usable)

    drawn = [found.drawn(Lots(seed, f"thing {n}").at("$")) for n in range(800)]

    for source in REAL_FIRST:
        # Five standard deviations: one in a million is beyond.
        assert abs(drawn.count(source) / 800 - found.of(source)) < 0.09


@given(RATIOS, POINTS, USABLE)
def test_what_is_drawn_has_a_share(ratio, at, usable):
    found = weights(ratio, usable)

    drawn = found.drawn(at)

    assert drawn is not None
    assert found.of(drawn) > 0


def test_nothing_is_drawn_where_nothing_is_usable():
    assert weights(0.5, ()).drawn(0.1) is None


def test_rounding_leaves_no_gap():
    assert Weights(0.3, 0.3, 0.3999).drawn(0.99999) is Source.SYNTHETIC
