"""Which items of two lists are the same thing."""

import pytest

from mockforge.stages.blend.aligning import GONE, aligned, name_of, paired, place_of
from mockforge.stages.blend.plan import Plan


def test_things_of_both_come_in_the_order_of_the_first():
    real, other = [{"id": 2}, {"id": 1}], [{"id": 3}, {"id": 1, "w": 1}]

    rows = aligned(real, other, ())

    assert rows == [
        (("id", 2), {"id": 2}, GONE),
        (("id", 1), {"id": 1}, {"id": 1, "w": 1}),
        (("id", 3), GONE, {"id": 3}),
    ]
    assert place_of(rows[0]) == "[id=2]"
    assert name_of(rows[0]) == 2


@pytest.mark.parametrize(
    ("real", "other", "is_paired"),
    [
        ([{"w": "a"}], [{"w": "b"}], True),
        ([{"w": "a"}], [], False),
        ([1], [2], False),
        ([{"day": "mon"}], [{"day": "tue"}], False),
        ([{"w": "2024-01-01"}], [{"w": "2024-01-02"}], False),
        ([{"type": "a", "w": 1}], [{"type": "b", "w": 1}], False),
        ([{"w": {"day": "mon"}}], [{"w": {"day": "tue"}}], True),
    ],
)
def test_items_without_a_name_are_paired_if_they_tell_of_the_same(
    real, other, is_paired
):
    rows = paired(Plan().root.items, real, other)

    assert (rows is not None) is is_paired
    if rows is not None:
        assert [place_of(row) for row in rows] == ["[0]"]
