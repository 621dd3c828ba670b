import pytest

from mockforge.http import Origin
from mockforge.learning.options import LearningOptions
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.patterns import Patterns
from mockforge.sources.failing import Failing, failing_of
from mockforge.store.indexed import Indexed
from tests.learning.failures.talk import seen, talk
from tests.worlds import API, exchange, recording

ORIGIN = Origin.parse(API)
OTHERS = " ".join(f"o{number}:200" for number in range(20))


def rows(observations):
    return [
        Indexed(
            *(one.id, one.asked, one.session, ORIGIN, "GET", "/", one.started),
            failed=False,
            kind="http",
        )
        for one in observations
    ]


def test_what_failed_by_chance_takes_no_turn_where_another_answers():
    said = talk(f"a:503 a:200 b:404 c:503 {OTHERS}")
    failing = Failing(said)

    assert failing.left_out(rows(said)) == {1}
    assert [failing.is_failure(number) for number in (1, 2, 3, 4)] == [
        *(True, False, True, True)
    ]


def test_what_never_was_answered_well_is_left_to_whoever_makes_answers_up():
    said = talk(f"a:503 a:200 b:404 c:503 {OTHERS}")
    failing = Failing(said, keeps_alone=False)

    assert set(failing.left_out(rows(said))) == {1, 4}


def test_a_failure_of_the_same_endpoint_and_of_such_a_client_stands_in():
    said = [
        *talk(OTHERS),
        seen(101, "503", "a", "addr:1"),
        seen(102, "503", "b", "auth:1"),
        seen(103, "503", "c", "auth:2"),
        *(seen(110 + n, "200", f"{n}", endpoint="GET /else") for n in range(9)),
        seen(120, "503", "d", "auth:1", endpoint="GET /else"),
        seen(121, "reset", "e", "auth:1", endpoint="GET /else"),
    ]
    failing = Failing(said)
    failing.left_out(rows(said))

    def picked(outcome, session):
        found = {
            failing.pick(said[0].endpoint, outcome, session, u)
            for u in (0.0, 0.4, 0.6, 1 - 2**-53)
        }
        return {row and row.id for row in found}

    assert picked("503", "auth:9") == {102, 103}
    assert picked("503", "named:x/addr:7") == {101}
    assert picked("503", "cookie:1") == {101, 102, 103}
    assert picked("reset", "auth:9") == {121}
    assert picked("timeout", "auth:9") == {None}


async def test_it_is_made_of_a_recording():
    made = [exchange(url=f"{API}/a/{number % 9}") for number in range(30)]
    made.append(exchange(url=f"{API}/a/1", status=503))
    source = recording(*made)

    failing = await failing_of(
        source, LearningOptions(), DriftLearningOptions(), keeps_alone=True
    )

    (last,) = failing.left_out(await source.index())
    assert failing.is_failure(last)
    assert not failing.is_failure(last - 1)


async def test_what_too_little_is_known_of_to_be_drawn_takes_its_turns():
    made = [exchange(url=f"{API}/a", status=status) for status in (200, 503, 200)]
    source = recording(*made)
    rows = await source.index()

    async def left_out(drawn):
        failing = await failing_of(
            *(source, LearningOptions(), DriftLearningOptions()),
            keeps_alone=True,
            drawn=drawn,
        )
        return len(failing.left_out(rows))

    assert (await left_out(Patterns()), await left_out(None)) == (0, 1)


@pytest.mark.parametrize("said", ["", "a:503", "a:503 a:503"])
def test_of_little_nothing_is_left_out(said):
    observations = talk(said)

    assert not Failing(observations).left_out(rows(observations))
