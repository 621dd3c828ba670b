"""How a request is weighed, as a value."""

import pytest

from mockforge.engine.homes import Scopes
from mockforge.engine.things import Thing
from mockforge.engine.weighing import Weighing
from mockforge.stages.reality.weights import Weights


@pytest.mark.parametrize(
    ("shares", "share"),
    [((0.5, 0.5, 0.0), 0.5), ((0.25, 0.0, 0.75), 0.25), ((0.0, 0.0, 0.0), 0.0)],
)
def test_the_share_is_that_of_the_upstream_in_a_blend(shares, share):
    thing = Thing("read", ("path", "/"), "GET /")
    weighing = Weighing(0.8, "default", Weights(*shares), 0.1, (0,), thing, SCOPES)

    assert weighing.share == share


SCOPES = Scopes("s", "s")
