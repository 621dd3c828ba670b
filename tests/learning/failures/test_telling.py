"""What a request causes is told from what it met by chance."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.learning.failures.telling import Telling, by_chance
from tests.learning.failures.talk import independent, seen, talk, unique

OTHERS = "b:200 c:200 d:200 e:200 f:200 g:200 h:200 i:200 "


@pytest.mark.parametrize(
    ("said", "random"),
    [
        # The same request was well before, or afterwards.
        ("a:200 a:503 a:200", [2]),
        ("a:reset a:200", [1]),
        ("a:timeout a:timeout a:200", [1, 2]),
        # It comes once, and nothing is known of it.
        (OTHERS + "a:503", [9]),
        # It always comes, and others are well meanwhile.
        (OTHERS + "a:500 b:200 a:500 c:200 a:500", []),
        # It comes again and again while nothing is well: one burst.
        (OTHERS + "a:503 a:503 b:503 a:503", [9, 10, 11, 12]),
        # Nothing is ever well: as far as anybody knows it is always so.
        ("a:503 b:503 a:503", []),
        # What says what is wrong with a request is right.
        ("a:404 a:404 b:200", []),
        ("a:404 a:200 a:200", []),
        ("a:200 a:404 a:404", []),
        ("a:200 a:401 a:200", []),
        ("a:200 a:409 a:200", []),
        # There is the thing, and is not, and is, and nothing happened.
        ("a:200 a:404 a:200", [2]),
        ("a:200 b:200 a:404 b:200 a:200", [3]),
        # Who is told that a thing is not there is answered well.
        (OTHERS + "a:404 a:503 a:404", [10]),
    ],
)
def test_failures_are_told_apart(said, random):
    assert sorted(by_chance(talk(said))) == random


def test_a_gap_in_what_was_recorded_may_explain_why_a_thing_was_gone():
    before, gone, after = talk("a:200 a:404 a:200")

    assert not by_chance([before, gone._replace(id=5), after._replace(id=9)])


def test_what_says_when_to_ask_again_passes():
    observations = [
        *talk(OTHERS),
        *(
            one
            for number in range(10, 40, 2)
            for one in (
                seen(number, "403", "a", retry_after=1.0),
                seen(number + 1, "200", "b"),
            )
        ),
    ]

    assert set(by_chance(observations).values()) == {"403"}


def test_a_client_that_is_told_to_wait_is_in_one_burst_while_others_go_on():
    said = OTHERS * 5 + "t/a:429 b:200 t/a:429 c:200 t/a:429 d:200 t/a:200"

    assert len(by_chance(talk(said))) == 3


def test_who_fails_in_each_session_causes_it():
    said = OTHERS * 5 + "t/x:500 b:200 u/x:500 c:200 v/x:500 d:200 w/x:500"

    assert not by_chance(talk(said))


@pytest.mark.parametrize("share", [0.01, 0.05, 0.2])
def test_caused_and_random_failures_of_one_endpoint_are_told_apart(share):
    chance, made, truth = Random(5), [], set()
    for number in range(1, 3000):
        asked = chance.randrange(150)
        if asked < 15:
            made.append(seen(number, "500" if asked % 2 else "404", f"{asked}"))
            continue
        is_bad = chance.random() < share
        truth |= {number} if is_bad else set()
        made.append(seen(number, "503" if is_bad else "200", f"{asked}"))

    found = set(by_chance(made))

    assert len(found ^ truth) <= 0.02 * len(truth) + 1


def test_requests_that_never_repeat_fail_at_random():
    outcomes = independent(0.03, 2000, 3)

    found = by_chance(unique(outcomes))

    assert len(found) == sum(map(bool, outcomes))


def test_what_turns_out_to_be_caused_later_is_taken_back():
    telling = Telling()
    first = telling.tell(talk(OTHERS * 4 + "a:500 b:200"))
    later = [
        telling.tell([seen(100 + number * 10, "500", "a"), *talk(OTHERS)])
        for number in range(4)
    ]

    assert [mark for mark in first.marks if mark] == ["500"]
    assert sum(told.late["500"] for told in later) == -1
    assert later[-1].caused["500"] == 1


def test_what_never_was_well_counts_once_something_is():
    telling = Telling()
    outage = telling.tell(talk("a:503 b:503 c:503"))
    later = telling.tell(talk(OTHERS))

    assert outage.marks == [None] * 3
    assert later.late["503"] == 3


OUTCOMES = st.sampled_from(
    ["200", "404", "500", "503", "429", "reset", "client", "0", "999"]
)


@settings(max_examples=50)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), OUTCOMES, st.sampled_from("st"))),
    st.integers(1, 7),
)
def test_whatever_is_seen_is_told_the_same_with_a_break_between(words, batch):
    observations = [
        seen(number, outcome, asked, session)
        for number, (asked, outcome, session) in enumerate(words, start=1)
    ]
    whole, broken = Telling(), Telling()
    for start in range(0, len(observations), batch):
        part = observations[start : start + batch]
        told = whole.tell(part)
        broken = Telling.from_json(broken.to_json())
        assert broken.tell(part) == told
        assert len(told.marks) == len(part)


def test_little_is_remembered_of_many_that_failed():
    telling = Telling()
    telling.tell(unique(["", *["503"] * 5000]))

    assert len(telling.to_json()[2]) <= 256
