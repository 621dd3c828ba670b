import gc

import pytest

from mockforge.recordings.garbage import uncollected


@pytest.fixture(autouse=True)
def _as_it_was():
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


@pytest.mark.parametrize("before", [True, False])
def test_it_is_as_it_was_before_afterwards(before):
    (gc.enable if before else gc.disable)()

    with uncollected():
        assert not gc.isenabled()

    assert gc.isenabled() is before
