"""Every blueprint is one of a kind, and can be made."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made
from mockforge.synthesis.blueprints import BLUEPRINTS
from mockforge.synthesis.shaping import shaped

KINDS = [row.partition(": ")[0] for row in BLUEPRINTS.replace("\n  ", " ").split("\n")
         if row]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_blueprint_can_be_made(kind):
    schema = shaped(kind, "")
    found = made(Wanted(schema, path=f"/{kind}s"), rng(1), now=1.7e9)

    assert found.keys() == schema["properties"].keys()
