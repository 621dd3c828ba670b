from typing import Any

import pytest

from mockforge.arithmetic import Unfit
from mockforge.templates.moments import Moment, Months
from mockforge.templates.reckoning import COMPARED, OPERATORS, joined, measured, negated
from mockforge.templates.running import Run
from tests.templates.scopes import NOW, scope


def test_moments_are_moved_and_compared():
    run, at = Run(scope()), Moment(NOW)
    later = OPERATORS["+"](run, 60, at)

    assert later == Moment(NOW + 60)
    assert OPERATORS["-"](run, later, at) == 60
    assert OPERATORS["-"](run, at, Months(1)).day.month == 10
    assert negated(Months(1)) == Months(-1)
    assert COMPARED["gt"](later, at)
    assert COMPARED["lteq"](at, at)
    assert COMPARED["lt"](at, "2030-01-01")
    assert not COMPARED["lt"](at, "never")


def test_what_a_template_makes_is_measured():
    value: list[Any] = [1, 2]
    for _ in range(10):
        value = measured(Run(scope()), [value, {"a": value}])
    for _ in range(30):
        value = [value, value]
    with pytest.raises(Unfit):
        measured(Run(scope()), value)
    with pytest.raises(Unfit):
        joined(Run(scope()), ["x" * 600_000] * 2)
