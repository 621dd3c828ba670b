"""Contents: one part of rebound answers, by itself."""

import pytest

from mockforge.sources.rebound.contents import span


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bytes=0-9", (0, 9)),
        ("bytes=90-200", (90, 99)),
        ("bytes=-5", (95, 99)),
        ("bytes=7-", (7, 99)),
        ("bytes=200-300", None),
        ("lines=1-2", None),
        ("", None),
    ],
)
def test_a_range_is_cut_to_what_is_there(text, wanted):
    assert span(text, 100) == wanted
