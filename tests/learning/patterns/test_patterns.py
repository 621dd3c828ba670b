"""All patterns of an API: learned in pieces as in one go, forgotten, switched off."""

import json
import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.part import Subject
from mockforge.learning.patterns.patterns import EVERYTHING, MOST_PERSONAS, Patterns
from mockforge.learning.patterns.resets import KINDS
from tests.learning.patterns.made import ENDPOINTS, observation, traffic

FAST = DriftLearningOptions(update_interval=20.0, min_samples=5)


def learned(observations, options=FAST):
    found = Patterns(options)
    found.update(observations)
    return found


def plain(patterns):
    return json.loads(json.dumps(patterns.to_json()))


@settings(max_examples=12, deadline=None)
@given(
    st.integers(0, 2**32),
    st.lists(st.integers(0, 100), max_size=3),
    st.sampled_from([0.0, 1.0, 60.0]),
)
def test_learned_in_pieces_it_is_as_learned_in_one_go(seed, cuts, interval):
    """Between pieces it is kept and read again, as by a proxy that is started anew."""
    options = DriftLearningOptions(update_interval=interval, min_samples=5)
    seen = traffic(seed, 100)
    found = Patterns(options)
    edges = [0, *sorted(cuts), len(seen)]
    for start, end in pairwise(edges):
        found.update(seen[start:end])
        found = Patterns.from_json(plain(found), options)

    whole = learned(seen, options)

    assert plain(found) == plain(whole)
    assert plain(found.settle()) == plain(whole.settled())


def test_the_same_again_changes_nothing():
    seen = traffic(1, 300)
    found = learned(seen)
    before = plain(found)

    found.update(seen)

    assert plain(found) == before


def test_settling_a_copy_leaves_what_waits_waiting():
    found = learned(traffic(2, 100))
    before = plain(found)

    settled = found.settled()

    assert plain(found) == before
    assert plain(settled) != before
    assert plain(found.settled()) == plain(settled)


def test_ten_exchanges_of_a_short_recording_teach():
    """Their two minutes are over before an update has come."""
    seen = [observation(number) for number in range(1, 11)]

    shown = list(learned(seen, DriftLearningOptions()).settled().shown())

    assert {row.kind for row in shown} == set(KINDS)
    latency = next(row for row in shown if row.kind == "latency")
    assert (latency.samples, latency.confidence) == (10, 0.5)
    assert latency.seen == seen[-1].ended


def test_below_min_samples_nothing_is_applied():
    found = learned([observation(n) for n in range(1, 10)], DriftLearningOptions())

    shown = list(found.settled().shown(kind="latency"))

    assert [row.samples for row in shown] == [9]
    assert not found.law.applies(shown[0].samples)


@pytest.mark.parametrize(
    ("mode", "kinds"),
    [
        ("behavioral", {"sequences"}),
        ("statistical", {"latency", "errors", "frequency"}),
        ("hybrid", set(KINDS)),
    ],
)
def test_the_mode_says_what_is_learned(mode, kinds):
    options = FAST.model_copy(update={"mode": mode})

    shown = learned(traffic(3, 200), options).settled().shown()

    assert {row.kind for row in shown} == kinds


def test_switched_off_nothing_is_learned():
    options = FAST.model_copy(update={"enabled": False})

    found = learned(traffic(3, 200), options)

    assert list(found.settled().shown()) == []
    assert found.count == 0


def test_endpoints_are_switched_on_and_off():
    options = DriftLearningOptions(endpoint_learning={"/items/*": False})

    found = learned(traffic(4, 300), options).settled()

    assert {row.subject.endpoint for row in found.shown(kind="latency")} == {
        "GET /items",
        "POST /items",
        "GET /jobs/{id}",
    }


def test_personas_are_switched_on_and_off():
    def own(**said):
        found = learned(traffic(5, 400), DriftLearningOptions(**said)).settled()
        return {row.subject.persona for row in found.shown()} - {None}

    assert own() == {"vip", "guest"}
    assert own(persona_adaptation=False) == set()
    assert own(persona_learning={"vip": True}) == {"vip"}
    assert own(persona_learning={"vip": False}) == {"guest"}


def test_of_many_personas_the_first_have_patterns_of_their_own():
    seen = [
        observation(n, persona=f"p{n % (3 * MOST_PERSONAS)}") for n in range(1, 2000)
    ]

    found = learned(seen).settled()

    named = {row.subject.persona for row in found.shown()} - {None}
    assert named == {f"p{n}" for n in range(1, MOST_PERSONAS + 1)}


def test_a_reset_forgets_and_is_remembered():
    seen = traffic(6, 600)
    found = learned(seen[:400])

    found.reset()
    found.update(seen[:400])

    assert list(found.settled().shown()) == []
    found.update(seen[400:])
    assert sum(row.samples for row in found.settled().shown(kind="errors")) > 0


@pytest.mark.parametrize("kind", ["latency", "errors"])
def test_a_reset_by_filter_is_as_if_that_had_never_been_seen(kind):
    seen = traffic(7, 600)
    found = learned(seen[:400])

    found.reset(endpoint="/items/{id}", kind=kind)
    found.update(seen[400:])
    anew = Patterns(FAST, resets=found.resets)
    anew.update(seen)

    # Rates of others are asked for what is expected, not what is remembered.
    assert plain(found)["parts"][kind] == plain(anew)["parts"][kind]


def test_a_reset_of_a_persona_is_about_its_own_patterns():
    found = learned(traffic(8, 400)).settled()
    before = {row.subject for row in found.shown(kind="latency")}

    found.reset(persona="vip")

    left = {row.subject for row in found.shown(kind="latency")}
    assert before - left == {Subject(key, "vip") for key in ENDPOINTS}


@pytest.mark.parametrize("wrong", [{"kind": "fields"}, {"endpoint": "items"}])
def test_a_reset_of_nothing_there_is_refused(wrong):
    with pytest.raises(ValueError, match="is no"):
        learned(traffic(9, 20)).reset(**wrong)


def test_patterns_are_shown_by_filter():
    found = learned(traffic(10, 400)).settled()

    rows = list(found.shown(endpoint="/items/*", kind="latency", persona="vip"))

    assert {row.subject for row in rows} == {Subject("GET /items/{id}", "vip")}


def test_a_silent_endpoint_fades_and_is_forgotten_in_the_end():
    """It was asked once a second; then others are, for hours."""
    busy = [observation(n, endpoint="GET /old") for n in range(1, 101)]
    later = [observation(n, endpoint="GET /new") for n in range(101, 20_000, 5)]
    found = learned(busy, DriftLearningOptions())

    amounts = []
    for start in range(0, len(later), 400):
        found.update(later[start : start + 400])
        rows = found.settled().shown(kind="latency", endpoint="GET /old")
        amounts.append(sum(row.samples for row in rows))

    assert amounts[0] > amounts[1] > amounts[2]
    assert amounts[-1] == 0


def test_a_pause_of_all_traffic_is_no_silence():
    """Nobody asks at night."""
    seen = [
        observation(number, started=86_400.0 * day + 10 * n)
        for day in range(5)
        for n in range(200)
        for number in [day * 200 + n + 1]
    ]

    found = learned(seen, DriftLearningOptions()).settled()

    assert next(found.shown(kind="latency")).samples == len(seen)


def test_who_asks_seldom_is_not_silent_in_between():
    often = [
        observation(2 * n, endpoint="GET /a", started=5.0 * n) for n in range(1, 4000)
    ]
    seldom = [
        observation(2 * n + 1, endpoint="GET /b", started=5.0 * n + 1)
        for n in range(200, 4000, 200)
    ]
    seen = sorted(often + seldom, key=lambda one: one.id)

    found = learned(seen, DriftLearningOptions()).settled()

    row = next(found.shown(kind="latency", endpoint="GET /b"))
    assert row.samples == len(seldom)


_NUMBERS = st.sampled_from([0.0, -5.0, 1e12, 1e300, math.inf, math.nan, 1.0, 3.5])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(_NUMBERS, _NUMBERS, st.none() | _NUMBERS), max_size=40))
def test_whatever_the_clocks_said_nothing_breaks(times):
    seen = [
        observation(n, started=started, elapsed=elapsed, first_byte=first)
        for n, (started, elapsed, first) in enumerate(times, start=1)
    ]

    found = learned(seen, DriftLearningOptions(min_samples=2, update_interval=1.0))

    list(found.settled().shown())
    assert plain(found)["count"] == len(seen)


@pytest.mark.parametrize(
    "told", [None, [], {}, {"version": 0}, {"version": 1}, {"version": 1, "last": "x"}]
)
def test_what_is_not_patterns_is_refused(told):
    with pytest.raises(ValueError, match=r"patterns|invalid"):
        Patterns.from_json(told)


def test_numbers_that_are_none_are_refused():
    told = plain(learned(traffic(11, 100)))
    told["windows"]["clock"] = math.nan

    with pytest.raises(ValueError, match="is no time"):
        Patterns.from_json(told, FAST)


def test_whoever_is_given_a_key_owns_the_exchange_that_gave_it():
    """The login waited under its address until the session it began was seen."""
    seen = [
        observation(1, endpoint="POST /items", session="addr:1"),
        observation(2, endpoint="GET /items", session="auth:a", follows=1),
    ]

    told = plain(learned(seen))["windows"]["waiting"]

    assert [Observation._make(row[:-1]).session for row in told] == ["auth:a"] * 2


def test_it_knows_the_endpoints_that_its_keys_are_of():
    endpoints = EndpointMap(())

    assert Patterns(FAST, endpoints).endpoints is endpoints
    assert EVERYTHING == "*"
