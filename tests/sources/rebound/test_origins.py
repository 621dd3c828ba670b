"""Origins: one part of rebound answers, by itself."""

from mockforge.sources.rebound.facts import Facts
from mockforge.sources.rebound.journal import Moment
from mockforge.sources.rebound.origins import Found, latest


def moment(number):
    return Moment(number, "PUT /x", "write", Facts(), b"", 0.0)


def test_the_latest_write_wins_and_the_request_before_all():
    old = Found("a", "a", moment(1))
    new = Found("b", "b", moment(2))

    assert latest([old, None, new]) is new
    assert latest([new, Found("c", "c", None)]) == ("c", "c", None)
    assert latest([None]) is None
