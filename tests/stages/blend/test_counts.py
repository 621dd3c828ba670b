import pytest

from mockforge.stages.blend.counts import counted


@pytest.mark.parametrize(
    ("found", "candidates", "expected"),
    [
        (
            {"items": [1, 2, 3], "total": 2},
            [{"items": [1, 2], "total": 2}, {"items": [3], "total": 1}],
            {"total": 3},
        ),
        (
            {"items": [1, 2, 3], "meta": {"count": 2}},
            [{"items": [1, 2], "meta": {"count": 2}}],
            {"meta": {"count": 3}},
        ),
        (
            {"items": [1, 2, 3], "total": 50},
            [{"items": [1, 2], "total": 50}, {"items": [3, 4], "total": 60}],
            {"total": 51},
        ),
        (
            {"items": [1], "page": 2},
            [{"items": [1, 2], "page": 2}, {"items": [1], "page": 3}],
            {"page": 2},
        ),
        ({"total": 5}, [{"total": 5}], {"total": 5}),
    ],
    ids=["beside", "in an object beside", "of pages", "no count", "no list"],
)
def test_counts_agree_with_their_list(found, candidates, expected):
    made = counted(found, candidates)

    assert {name: made[name] for name in expected} == expected
