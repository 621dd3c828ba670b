"""Things that were made on one side are in lists, and those that are gone are not."""

import pytest

from mockforge.stages.blend.lots import Lots
from mockforge.stages.blend.merging import Merging
from mockforge.stages.blend.plan import OTHER, REAL
from tests.stages.blend.documents import plain, text


def listed(*ids, side):
    return {"items": [{"id": n, "w": side} for n in ids], "total": len(ids)}


@pytest.mark.parametrize("is_shallow", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_what_was_made_on_a_side_is_of_that_side(seed, is_shallow):
    real, other = listed(1, 2, 3, 5, side="real"), listed(2, 4, 5, side="other")
    whose = {"1": REAL, "2": OTHER, "3": OTHER, "4": REAL, "5": "none"}
    merging = Merging(Lots(seed), 0.5, whose=whose, is_shallow=is_shallow)

    found = plain(merging.merged(text(real), text(other)))

    assert {each["id"]: each["w"] for each in found["items"]} == {
        1: "real",
        2: "other",
        # It was made here, and only the upstream shows it by now.
        3: "real",
    }
    assert found["total"] == 3


def test_lists_of_what_has_no_name_are_of_the_side_where_something_was_made():
    real, other = {"items": ["a"]}, {"items": ["a", "b"]}
    for seed in range(6):
        merging = Merging(Lots(seed), 0.5, whose={"x": OTHER})
        assert plain(merging.merged(text(real), text(other)))["items"] == ["a", "b"]


def test_lists_within_things_are_not_looked_into_for_what_was_made():
    real, other = (
        {"items": [{"id": 9, "parts": [{"id": n, "w": "x"}]}]} for n in (1, 2)
    )
    for seed in range(6):
        merging = Merging(Lots(seed), 0.5, whose={"1": "none"})
        found = plain(merging.merged(text(real), text(other)))
        assert [each["id"] for each in found["items"]] == [9]
