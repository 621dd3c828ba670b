"""Origins: one part of rebound answers, by itself."""

from types import SimpleNamespace

from mockforge.sources.rebound.origins import Found, latest


def test_the_latest_write_wins_and_the_request_before_all():
    old = Found("a", "a", SimpleNamespace(number=1))
    new = Found("b", "b", SimpleNamespace(number=2))

    assert latest([old, None, new]) is new
    assert latest([new, Found("c", "c", None)]).text == "c"
    assert latest([None]) is None
