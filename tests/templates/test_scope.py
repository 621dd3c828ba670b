import dataclasses

import pytest

from mockforge.chance import rng
from mockforge.templates import Scope, compile_template


def test_a_scope_needs_chance_and_time_alone_and_stays_as_it_is():
    scope = Scope(rng=rng(1), now=0.0)

    assert compile_template("{{now}}{{query.x}}{{path}}", where="x").render(scope) == (
        "1970-01-01T00:00:00Z"
    )
    with pytest.raises(dataclasses.FrozenInstanceError):
        scope.now = 1.0  # type: ignore[misc]
