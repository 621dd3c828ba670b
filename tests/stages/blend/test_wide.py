"""An object with many members is what it is member by member."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.stages.blend import wide
from mockforge.stages.blend.lots import Lots
from mockforge.stages.blend.merging import Merging
from tests.stages.blend.documents import THING, plain, text

THINGS = st.lists(st.tuples(THING, THING), min_size=1, max_size=3)


def joined(things):
    return {
        f"{name}_{number}" if number else name: value
        for number, thing in enumerate(things)
        for name, value in thing.items()
    }


@settings(max_examples=40)
@given(THINGS, st.floats(0, 1), st.integers(0, 99))
def test_all_at_once_is_one_by_one(pairs, share, seed):
    real, other = (joined(side) for side in zip(*pairs, strict=True))
    made = []
    for least in (0, 10**6):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(wide, "LEAST", least)
            merging = Merging(Lots(seed), share)
            found = plain(merging.merged(text(real), text(other)))
            made.append((found, list(found), merging.taken, merging.sides))

    assert made[0] == made[1]
