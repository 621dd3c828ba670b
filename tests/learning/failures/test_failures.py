import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.failures import Failures
from mockforge.learning.failures.statistics import wilson
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.part import Subject
from tests.learning.failures.talk import (
    HERE,
    LAW,
    independent,
    learned,
    modulated,
    seen,
    talk,
    unique,
)


def failing(failures, subject=HERE):
    chain = failures.chain(subject, LAW)
    return None if chain is None else chain.failing


def test_one_in_a_thousand_stays_one_in_a_thousand():
    outcomes = ["503" if number % 1000 == 500 else "" for number in range(10_000)]
    failures = learned(unique(outcomes))

    met, before = 0, None
    chance = rng(1)
    for _ in range(100_000):
        before = failures.draw(HERE, before, chance.random(), LAW)
        met += bool(before)

    assert failing(failures) == pytest.approx(0.001)
    # Chi-square with one degree of freedom: 6.63 is met once in a hundred.
    assert (met - 100) ** 2 / 100 + (met - 100) ** 2 / 99_900 < 6.63


def test_an_endpoint_without_errors_draws_none():
    failures = learned(unique([""] * 500))

    assert not failures.fails(HERE.endpoint, LAW)
    assert {failures.draw(HERE, None, u / 100, LAW) for u in range(100)} == {""}


@pytest.mark.parametrize("samples", [9, 10])
def test_nothing_is_applied_below_as_many_samples_as_wanted(samples):
    failures = Failures()
    failures.update(HERE, unique(["503", *[""] * (samples - 1)]), Law(min_samples=10))

    assert (failures.chain(HERE, LAW) is None) == (samples < 10)
    assert failures.fails(HERE.endpoint, LAW) == (samples >= 10)


def test_a_step_is_followed_to_nine_tenths_within_the_law():
    failures = learned(unique(independent(0.01, 2000, 1)))
    start, rest = 3000, independent(0.4, 11 * 60, 2)
    for step in range(11):
        part = unique(rest[step * 60 : step * 60 + 60])
        moved = [one._replace(asked=b"n%d-%d" % (step, one.id)) for one in part]
        failures.update(HERE, [one._replace(id=one.id + start) for one in moved], LAW)

    true = sum(map(bool, rest)) / len(rest)
    assert failing(failures) >= 0.01 + 0.9 * (true - 0.01) - 0.02
    shown = next(iter(failures.shown(LAW)))
    assert shown.changing == pytest.approx(1 - 0.8**11)


def test_silence_lowers_what_is_trusted_and_forgetting_ends_it():
    failures = learned(unique(["", "503", *[""] * 18]))
    for _ in range(20):
        failures.fade(HERE, LAW)

    assert failures.chain(HERE, LAW) is None
    assert failing(failures, Subject("GET /other")) is None
    failures.forget(HERE)
    assert list(failures.shown(LAW)) == []


def test_a_persona_of_whom_little_is_known_fails_as_everybody():
    failures = learned(unique(independent(0.1, 300, 2)))
    known, unknown = Subject(HERE.endpoint, "vip"), Subject(HERE.endpoint, "new")
    failures.update(known, unique([""] * 50), LAW)
    failures.update(unknown, unique([""] * 5), LAW)

    assert failing(failures, known) == 0.0
    assert failing(failures, unknown) == failing(failures)


def test_it_is_told_in_a_few_words():
    outcomes = modulated(0.01, 0.25, 4000, 3)
    failures = learned([*unique(outcomes), *talk("x:404 x:404 y:422")])
    shown = next(iter(failures.shown(LAW)))

    assert shown.told.startswith(
        f"{sum(map(bool, outcomes)) / 40:.2g} % 503, bursts of"
    )
    assert shown.told.endswith("; caused: 404, 422")
    assert shown.detail["caused"] == {"404": 2, "422": 1}
    told = shown.detail["random"]["503"]
    low, high = wilson(told["count"], shown.samples)
    assert low <= told["rate"] <= high
    assert told["low"] == pytest.approx(low)
    assert len(shown.plot) == 24
    json.dumps(shown.detail)


def test_an_endpoint_that_never_failed_says_so():
    shown = next(iter(learned(unique([""] * 100)).shown(LAW)))

    assert (shown.told, shown.plot) == ("none", ())


OUTCOMES = st.sampled_from(["200", "200", "503", "404", "reset", "client", "0"])


@settings(max_examples=50)
@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), OUTCOMES), max_size=60),
    st.integers(1, 30),
)
def test_what_is_kept_goes_on_as_if_it_had_not_been(words, batch):
    observations = [
        seen(number, outcome, asked)
        for number, (asked, outcome) in enumerate(words, start=1)
    ]
    whole, broken = Failures(), Failures()
    for start in range(0, len(observations), batch):
        part = observations[start : start + batch]
        whole.update(HERE, part, LAW)
        broken = Failures.from_json(json.loads(json.dumps(broken.to_json())))
        broken.update(HERE, part, LAW)

    assert broken.to_json() == whole.to_json()


@pytest.mark.parametrize(
    "told",
    [
        None,
        {},
        [[]],
        [["GET /a"]],
        [["GET /a", None, 1, 2, 3, 4, 5, 6]],
        [[None, None, [{}, [], []], None, 0, [0, 0, [], []], {}, 0]],
        [["GET /a", None, [{"": "x"}, [], []], None, 0, [0, 0, [], []], {}, 0]],
        [["GET /a", None, [{"": 9e999}, [], []], None, 0, [0, 0, [], []], {}, 9]],
    ],
)
def test_what_cannot_be_read_is_not_known(told):
    failures = Failures.from_json(told)

    assert not failures.fails("GET /a", LAW)
    list(failures.shown(LAW))
    failures.update(HERE, unique([""] * 20), LAW)
    assert failing(failures) == 0.0


def test_bursts_are_of_requests_that_came_together_though_slow_ones_end_late():
    came = unique(modulated(0.02, 0.25, 4000, seed=3))
    # Eight at once, of which some take as long as five others.
    ended = sorted(came, key=lambda one: one.started + 5 * (one.id % 3 == 0))
    told = [one._replace(id=number) for number, one in enumerate(ended, start=1)]

    def burst(observations):
        chain = learned(observations).chain(HERE, LAW)
        return chain.burst if chain else 0.0

    assert burst(told) == pytest.approx(burst(came), rel=0.15)
    assert burst(came) == pytest.approx(4.0, rel=0.2)
