"""How things change while somebody asks for them again."""

from statistics import mean

import pytest

from mockforge.chance import rng
from mockforge.learning.patterns.law import Law
from mockforge.learning.sequences.courses import grouped, is_write
from tests.learning.sequences.traffic import LAW, learned, polls, walked

JOB = "GET /jobs/{id}"
PENDING, DONE = (200, "pending"), (200, "done")


def average(lengths):
    return sum(length * part for length, part in lengths.items())


def test_the_reads_until_it_changes_are_told_as_they_were():
    lengths = [rng(1, number).randint(1, 6) for number in range(50)]
    course = learned(walked(*polls(lengths))).course(JOB)

    assert average(course.lengths(PENDING)) == pytest.approx(mean(lengths))
    assert course.nexts(PENDING) == {DONE: 1.0}
    assert course.variants == [PENDING]
    assert course.moves == 50


def test_other_reads_in_between_do_not_matter():
    sessions = [
        [(JOB, 200, "pending", str(n)), "GET /home", (JOB, 200, "done", str(n))]
        for n in range(12)
    ]
    course = learned(walked(*sessions)).course(JOB)

    assert course.polls(LAW)
    assert course.lengths(PENDING) == {1: 1.0}


def test_what_a_write_changes_did_not_change_by_itself():
    sessions = [
        [(JOB, 200, "pending", str(n)), "POST /pay", (JOB, 200, "done", str(n))]
        for n in range(30)
    ]
    course = learned(walked(*sessions)).course(JOB)

    assert not course.polls(LAW)
    assert course.moves == 0


def test_what_is_started_again_by_a_write_goes_on_by_itself_after_it():
    """One machine, and every run of it is begun by hand."""
    run = ["POST /run", (JOB, 200, "pending", "m"), (JOB, 200, "pending", "m")]
    run.append((JOB, 200, "done", "m"))
    course = learned(walked(run * 15)).course(JOB)

    assert course.polls(LAW)
    assert course.goes_on(PENDING)
    assert not course.goes_on(DONE)
    assert course.lengths(PENDING) == {2: 1.0}


def test_failures_that_pass_do_not_end_a_run():
    steps = [PENDING, (503, None), PENDING, DONE]
    sessions = [[(JOB, *step, str(n)) for step in steps] for n in range(12)]
    course = learned(walked(*sessions)).course(JOB)

    assert course.lengths(PENDING) == {2: 1.0}
    assert course.tries(503) == {1: 1.0}


def test_tries_are_counted_until_it_is_well():
    sessions = [
        [*[("GET /feed", 429, None, str(n))] * tries, ("GET /feed", 200, None, str(n))]
        for n, tries in enumerate([1, 1, 2, 3] * 5)
    ]
    course = learned(walked(*sessions)).course("GET /feed")

    assert course.failing == [429]
    assert course.tries(429) == {1: 0.5, 2: 0.25, 3: 0.25}
    assert course.retries(429, LAW)
    assert not course.retries(429, Law(min_samples=21))
    assert not course.retries(503, LAW)


def test_whether_clients_wait_as_they_are_told_is_counted():
    rows = walked(
        *[[("GET /feed", 429, None, "f"), ("GET /feed", 200, None, "f")]] * 12, gap=2.0
    )
    rows = [one._replace(retry_after=1.0 if one.id % 4 else 5.0) for one in rows]
    course = learned(rows).course("GET /feed")

    assert course.table.mixed(("wait", 429)) == {"kept": 1.0}


def feeds(seed, at_first, later):
    """Return sessions that are refused so often when they begin, and afterwards."""
    chance = rng(seed, "feeds")
    sessions = []
    for number in range(120):
        steps = []
        for turn in range(5):
            share = later if turn else at_first
            while chance.random() < share:
                steps.append(("GET /feed", 429, None, str(number)))
            steps.append(("GET /feed", 200, None, str(number)))
        sessions.append(steps)
    return sessions


@pytest.mark.parametrize(
    ("at_first", "later", "expected"),
    [(0.6, 0.0, True), (0.5, 0.01, True), (0.2, 0.2, False), (0.1, 0.3, False)],
)
def test_failures_of_a_beginning_are_told_from_chance(at_first, later, expected):
    course = learned(walked(*feeds(1, at_first, later))).course("GET /feed")

    assert course.opens(429, LAW) == expected


def test_a_course_visits_no_variant_twice_and_ends_with_what_is_final():
    states = ["queued", "running", "done"]
    sessions = [
        [(JOB, 200, state, str(n)) for state in states for _ in range(1 + n % 2)]
        for n in range(20)
    ]
    course = learned(walked(*sessions)).course(JOB)
    variants = [(200, state) for state in states]
    for seed in range(50):
        found = course.course(variants, [3, 3, 7], rng(seed).random)

        assert [variant for variant, _ in found] == variants
        assert {length for _, length in found[:-1]} <= {1, 2}
        assert found[-1][1] == 7


def test_what_is_not_at_hand_is_not_drawn():
    ends = ["done", "failed"]
    sessions = [
        [(JOB, 200, "pending", str(n)), (JOB, 200, ends[n % 2], str(n))]
        for n in range(20)
    ]
    course = learned(walked(*sessions)).course(JOB)
    for seed in range(20):
        found = course.course([PENDING, DONE], [1, 1], rng(seed).random)

        assert found == [(PENDING, 1), (DONE, 1)]


def test_what_nothing_is_known_of_goes_as_it_was_recorded():
    course = learned([]).course(JOB)

    assert not course.polls(LAW)
    found = course.course([PENDING, DONE], [4, 2], rng(1).random)
    assert found == [(PENDING, 4), (DONE, 2)]


def test_long_runs_are_counted_in_groups():
    assert [grouped(n) for n in (1, 32, 33, 10_000)] == [1, 32, 32, 9728]


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        ("GET /a", False),
        ("POST /a", True),
        ("POST /graphql [graphql=query Order]", False),
        ("POST /graphql [graphql=mutation Pay]", True),
    ],
)
def test_what_may_change_something_is_told_by_the_endpoint(endpoint, expected):
    assert is_write(endpoint) == expected
