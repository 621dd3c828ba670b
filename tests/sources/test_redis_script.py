"""The script that Redis runs, run by itself."""

import fakeredis
import pytest

from mockforge.sources.redis_script import AGAIN, CONSUMED, TAKE

KEYS = ("heard", "taken", "of:x")


@pytest.fixture
def take():
    """Run the script for session x, which adopts one of two that have two answers."""
    redis = fakeredis.FakeRedis(decode_responses=True)

    def take(guess="", *, after="last", now=0):
        session = ("of:", "x", 10, now, 100, 60_000, "key", after, 1, "")
        offered = () if guess else ("=a", 2, "=b", 2)
        values = (*session, "part", 2, guess, *offered)
        return redis.eval(TAKE, len(KEYS), *KEYS, *values)

    yield take
    redis.close()


def test_the_first_that_is_free_is_adopted(take):
    assert take() == [0, "=a", "=a"]


def test_who_stands_for_another_than_was_guessed_is_told_and_given_nothing(take):
    take()

    assert take() == [AGAIN, "", "=a"]
    assert take("=a") == [1, "", "=a"]


@pytest.mark.parametrize(
    ("after", "third"), [("last", 1), ("cycle", 0), ("miss", CONSUMED)]
)
def test_after_the_last(take, after, third):
    take(after=after)
    take("=a", after=after)

    assert take("=a", after=after)[0] == third


def test_who_was_not_heard_of_begins_again(take):
    take()

    assert take("=a", now=11) == [AGAIN, "", ""]
    assert take(now=11) == [0, "=a", "=a"]
