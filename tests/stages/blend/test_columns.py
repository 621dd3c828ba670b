"""Many objects merged a field at a time are what each is by itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.learning.fields.node import Node, Room
from mockforge.stages.blend import lists
from mockforge.stages.blend.lots import Lots
from mockforge.stages.blend.merging import Merging
from mockforge.stages.blend.plan import BOTH, OTHER, REAL, Plan
from tests.stages.blend.documents import THING, listed, plain, text

THINGS = st.lists(st.tuples(THING, THING), min_size=2, max_size=5)


def known():
    """Return what is known of such lists: `stock` is a measure, `grade` is none."""
    node, room = Node(), Room()
    for number in (each * 37 % 101 for each in range(40)):
        grade = (0.5, 1.5, 4.25)[number % 3]
        thing = {"stock": number, "rating": number / 4, "grade": grade}
        node.add({"items": [thing]}, room)
    return node


def merged(real, other, share, seed, monkeypatch, few):
    with monkeypatch.context() as patch:
        patch.setattr(lists, "FEW", few)
        merging = Merging(Lots(seed), share, Plan(known()))
        return plain(merging.merged(text(real), text(other))), merging


@settings(max_examples=40)
@given(
    THINGS,
    st.lists(
        st.sampled_from(["both", "real", "other", "less", "turned"]),
        min_size=5,
        max_size=5,
    ),
    st.floats(0, 1),
    st.integers(0, 99),
)
def test_columns_make_what_rows_make(pairs, fates, share, seed):
    real, other = {}, {}
    for number, ((mine, theirs), fate) in enumerate(zip(pairs, fates, strict=False)):
        if fate == "less":
            theirs = {name: theirs[name] for name in list(theirs)[2:]}
        if fate == "turned":
            theirs = dict(reversed(theirs.items()))
        if fate != "other":
            real[number] = mine
        if fate != "real":
            other[number] = theirs
    with pytest.MonkeyPatch.context() as patch:
        columns, how = merged(listed(real), listed(other), share, seed, patch, 0)
        rows, also = merged(listed(real), listed(other), share, seed, patch, 99)

    assert columns == rows
    assert list(map(list, columns["items"])) == list(map(list, rows["items"]))
    assert how.taken == also.taken
    assert how.sides == also.sides


def test_columns_tell_of_no_more_than_anybody_reads():
    real, other = (
        listed({n: {"w": side, "heat": n + add} for n in range(300)})
        for side, add in (("a", 0.5), ("b", 1.7))
    )
    merging = Merging(Lots(1), 0.5)
    merging.merged(text(real), text(other))

    assert 100 < len(merging.sides) <= 200
    assert "$.items[id=60].heat" in merging.sides
    assert merging.taken == {REAL, OTHER, BOTH}


def test_columns_keep_numbers_that_are_not_averaged():
    real, other = (
        listed({n: {"gear": 1 + side, "grade": 0.5 + side} for n in range(20)})
        for side in (0, 4)
    )
    merging = Merging(Lots(1), 0.5, Plan(known()))
    found = plain(merging.merged(text(real), text(other)))

    assert {item["gear"] for item in found["items"]} == {1, 5}
    assert {item["grade"] for item in found["items"]} == {0.5, 4.5}
