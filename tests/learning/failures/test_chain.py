from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.failures.chain import Chain
from mockforge.learning.failures.tally import Tally
from tests.learning.failures.talk import bursts, independent, modulated


def chain(outcomes, session=lambda number: "s"):
    made = Tally.of((session(number), one) for number, one in enumerate(outcomes))
    return Chain.of([(1.0, made)])


def drawn(made, count, seed=0):
    chance, before, told = rng(seed), None, []
    for _ in range(count):
        before = made.draw(before, chance.random())
        told.append(before)
    return told


@pytest.mark.parametrize(("begins", "ends"), [(0.01, 0.3), (0.02, 0.1), (0.05, 0.5)])
def test_bursts_are_drawn_as_long_and_as_often_as_they_were(begins, ends):
    made = chain(modulated(begins, ends, 20_000, 2))

    again = drawn(made, 100_000)

    assert made.is_bursty
    assert made.burst == pytest.approx(1 / ends, rel=0.15)
    assert bursts(again) == pytest.approx(made.burst, rel=0.1)
    assert sum(map(bool, again)) / 100_000 == pytest.approx(made.failing, rel=0.1)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.6])
def test_what_is_independent_has_no_bursts(share):
    made = chain(independent(share, 3000, 3))

    assert not made.is_bursty
    assert made.burst == pytest.approx(1 / (1 - made.failing))


def test_first_requests_of_sessions_fail_as_often_as_all():
    made = chain(modulated(0.02, 0.1, 20_000, 2))

    failed = sum(
        bool(made.draw(None, rng(0, number).random())) for number in range(10**4)
    )

    assert failed / 10**4 == pytest.approx(made.failing, rel=0.1)


def test_bursts_of_a_session_are_seen_among_others():
    """Each of forty clients is refused for a while, whatever the others get."""
    parts = [modulated(0.02, 0.2, 250, seed) for seed in range(40)]
    mixed = [parts[number % 40][number // 40] for number in range(10_000)]

    made = chain(mixed, session=lambda number: str(number % 40))

    assert made.burst == pytest.approx(5.0, rel=0.2)


def test_ways_to_fail_keep_their_own_bursts():
    outage = modulated(0.003, 0.1, 40_000, 2, "503")
    slow = independent(0.02, 40_000, 3, "500")
    both = [a or b for a, b in zip(outage, slow, strict=True)]
    made = chain(both)
    again = drawn(made, 100_000)

    def length(outcome, told):
        return bursts([one if one == outcome else "" for one in told])

    assert length("503", again) == pytest.approx(length("503", both), rel=0.15)
    assert length("500", again) == pytest.approx(length("500", both), rel=0.05)
    counted = Counter(again)
    assert counted["500"] / 100_000 == pytest.approx(made.shares["500"], rel=0.1)


def test_a_mixture_is_between_what_it_is_of():
    old = Tally.of(("s", one) for one in independent(0.1, 1000, 1))
    new = Tally.of(("s", one) for one in independent(0.5, 1000, 2))
    rates = [part.counts["503"] / 1000 for part in (old, new)]

    mixed = Chain.of([(0.25, old), (0.75, new)])

    assert mixed.failing == pytest.approx(0.25 * rates[0] + 0.75 * rates[1])


def test_nothing_fails_that_never_did():
    made = chain([""] * 1000)

    assert {made.draw("", u) for u in (0.0, 0.5, 1 - 2**-53)} == {""}
    assert (made.failing, made.burst) == (0.0, 0.0)


@settings(max_examples=50)
@given(
    st.lists(st.sampled_from(["", "", "", "500", "503", "reset"])),
    st.sampled_from([None, "", "500", "418"]),
    st.floats(0, 1, exclude_max=True),
)
def test_a_chain_is_one_of_shares(outcomes, before, u):
    made = chain(outcomes)

    assert sum(made.shares.values()) == pytest.approx(1.0)
    for row in made.follows.values():
        assert sum(row.values()) == pytest.approx(1.0)
    assert made.draw(before, u) in {"", *outcomes}
    for after, share in made.shares.items():
        flow = sum(
            made.shares[name] * row.get(after, 0.0)
            for name, row in made.follows.items()
        )
        assert flow == pytest.approx(share, abs=1e-6)
