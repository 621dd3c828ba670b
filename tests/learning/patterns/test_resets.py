import pytest

from mockforge.learning.patterns.part import Subject
from mockforge.learning.patterns.resets import Reset

ALL = Subject("GET /a")
OWN = Subject("GET /a", "vip")


@pytest.mark.parametrize(
    ("reset", "kind", "subject", "covers"),
    [
        (Reset(9), "errors", OWN, True),
        (Reset(9, kind="latency"), "errors", ALL, False),
        (Reset(9, kind="errors"), "errors", ALL, True),
        (Reset(9, persona="vip"), "errors", OWN, True),
        (Reset(9, persona="vip"), "errors", ALL, False),
        (Reset(9, endpoint="/a"), "errors", ALL, True),
        (Reset(9, endpoint="/b"), "errors", ALL, False),
    ],
)
def test_a_reset_covers_what_it_names(reset, kind, subject, covers):
    assert reset.covers(kind, subject, "GET /a") is covers


@pytest.mark.parametrize("reset", [Reset(1), Reset(2, "/a", "latency", "vip")])
def test_a_reset_comes_back_from_json(reset):
    assert Reset.from_json(reset.to_json()) == reset


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        [1],
        [1, 2, 3, 4],
        [1, "a", None, None],
        [1, None, "x", None],
        ["x"] * 4,
    ],
)
def test_what_is_no_reset_is_refused(told):
    with pytest.raises(ValueError, match=r"reset|not an endpoint|no kind|invalid"):
        Reset.from_json(told)


def test_one_of_everything_is_whole():
    assert Reset(1).is_whole
    assert not Reset(1, kind="errors").is_whole
