import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.patterns.law import Law
from mockforge.learning.sequences.notation import Tables

TALK = st.lists(
    st.tuples(
        st.sampled_from(["a", "b"]), st.sampled_from([("moved", 200, None), "x"])
    ),
    max_size=30,
)


def tables(talk):
    made: Tables[str] = Tables()
    for name, cause in talk:
        made.made(name).waiting.count(cause, "next")
        made.made(name).waiting.witness()
        made.made(name).settle(Law())
    return made


@given(TALK)
def test_what_is_kept_is_read_when_it_is_asked_for_and_is_the_same(talk):
    made = tables(talk)
    told = json.loads(json.dumps(made.to_json()))

    again = Tables.from_json(told, str)

    assert json.loads(json.dumps(again.to_json())) == told
    assert again.names == made.names
    assert again.samples == made.samples
    for name, _ in again.every():
        assert name in again
    assert json.loads(json.dumps(again.to_json())) == told


def test_what_is_dropped_is_gone():
    made = Tables.from_json(tables([("a", "x"), ("b", "x")]).to_json(), str)
    made.pop("a")

    assert made.names == ["b"]
    assert made.get("a") is None
    assert len(made) == 1


@pytest.mark.parametrize("kept", [[[1, [], 0, 0]], [["a"]], [["a", {}, 0, 0]]])
def test_what_is_no_table_is_refused(kept):
    with pytest.raises((TypeError, IndexError)):
        Tables.from_json(kept, str)


def test_what_is_broken_within_counts_nothing():
    broken = Tables.from_json([["a", ["no tables"], 0.0, float("nan")]], str)

    assert broken.samples == 0
    found = broken.get("a")
    assert found is not None
    assert found.samples == 0
