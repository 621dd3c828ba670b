import numpy as np
import pytest

from mockforge.recall import rows as module
from mockforge.recall.habits import Habits
from mockforge.recall.outlines import Outlines
from mockforge.recall.rows import Rows
from mockforge.recall.vectors import packed


def rows(count):
    habits = Habits()
    habits.add("GET /o", {"query.kind": "a"})
    outlines = Outlines()
    outlines.add("GET /o", {"query.kind"})
    return Rows(
        np.arange(1, count + 1),
        np.zeros(count, np.int32),
        np.full(count, 1 << 40, np.int64),
        np.full(count, 200, np.int32),
        np.full(count, -5, np.int64),
        np.arange(count) - (1 << 62),
        packed(np.random.default_rng(1).standard_normal((count, 8)).astype("f4")),
        [("GET", "GET /o")],
        habits,
        outlines,
    )


@pytest.mark.parametrize("count", [0, 1, 5, 6])
def test_rows_are_told_and_read(count, monkeypatch):
    monkeypatch.setattr(module, "PART", 5)
    made = rows(count)

    again = Rows.from_parts(made.parts())

    assert len(made.parts()) == 1 + -(-count // 5)
    assert again.ids.tolist() == made.ids.tolist()
    assert again.kinds.tolist() == made.kinds.tolist()
    assert again.shapes.tolist() == made.shapes.tolist()
    assert again.namings.tolist() == made.namings.tolist()
    assert again.packed.codes.tolist() == made.packed.codes.tolist()
    assert again.packed.scales.tolist() == made.packed.scales.tolist()
    assert again.names == made.names
    assert again.habits.to_json() == made.habits.to_json()
    assert again.outlines.to_json() == made.outlines.to_json()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda parts: [],
        lambda parts: [b"{}", *parts[1:]],
        lambda parts: [b"[1", *parts[1:]],
        lambda parts: [parts[0], parts[1][:-1]],
        lambda parts: [parts[0].replace(b'["GET", "GET /o"]', b""), *parts[1:]],
    ],
)
def test_what_is_cut_is_refused(spoil):
    with pytest.raises(ValueError, match=r".+"):
        Rows.from_parts(spoil(rows(3).parts()))
