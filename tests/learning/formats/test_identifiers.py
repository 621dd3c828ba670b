from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.formats import Format
from mockforge.learning.formats.identifiers import (
    layout_of,
    snowflake_times,
    snowflake_with,
    uuid_version,
)
from tests.learning.formats.made import MAKERS, SEEDS

TIMED = [Format.UUID1, Format.UUID6, Format.UUID7, Format.ULID, Format.KSUID]
TIMED += [Format.XID, Format.OBJECT_ID]


@pytest.mark.parametrize("format", TIMED)
@given(st.integers(0, SEEDS), st.integers(1_500_000_000, 2_000_000_000))
def test_a_time_that_is_put_in_is_read_again(format, seed, seconds):
    like = MAKERS[format](Random(seed))
    layout = layout_of(like)
    assert layout is not None

    made = layout.with_time(like, float(seconds))

    assert layout_of(made) == layout
    assert abs(layout.time(made) - seconds) < 0.01
    assert len(made) == len(like)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        # RFC 9562, appendix A.
        ("C232AB00-9414-11EC-B3C8-9F6BDECED846", 1645557742.0),
        ("1EC9414C-232A-6B00-B3C8-9F6BDECED846", 1645557742.0),
        ("017F22E2-79B0-7CC3-98C4-DC0C0C07398F", 1645557742.0),
        # The examples of their specifications.
        ("01ARZ3NDEKTSV4RRFFQ69G5FAV", 1469922850.259),
        ("0ujtsYcgvSTl8PAuAdqWYSMnLOv", 1507608047),
        ("9m4e2mr0ui3e8a215n4g", 1300816219),
        ("507f1f77bcf86cd799439011", 1350508407),
    ],
)
def test_the_time_of_a_known_identifier(text, seconds):
    layout = layout_of(text)

    assert layout is not None
    assert layout.time(text) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "text", ["", "f" * 24, "0" * 26, "z" * 27, "internationalization"]
)
def test_a_time_out_of_the_world_is_no_layout(text):
    assert layout_of(text) is None


def test_a_version_needs_its_variant():
    assert uuid_version("15073521-17cb-41f5-8b06-39dae37a82a2") == 4
    assert uuid_version("15073521-17cb-41f5-0b06-39dae37a82a2") is None
    assert uuid_version("00000000-0000-0000-0000-000000000000") is None


def test_a_snowflake_has_the_time_it_was_made_of():
    number = snowflake_with(0, 1_700_000_000.0, 5)

    assert any(abs(told - 1_700_000_000) < 1 for told, _ in snowflake_times(number))
    assert snowflake_times(12345) == []
