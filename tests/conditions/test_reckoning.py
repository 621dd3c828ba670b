import pytest

from mockforge.arithmetic import Unfit
from mockforge.conditions.comparing import ABSENT, Clock
from mockforge.conditions.reckoning import OPERATORS, negated, raised


def test_a_text_of_a_client_is_reckoned_with_as_a_number():
    assert OPERATORS["+"]("12", 1) == 13
    assert OPERATORS["*"](2, "1.5") == 3.0
    assert OPERATORS["+"]("1", "2") == "12"
    assert raised("2", 3) == 8
    assert negated("5") == -5
    with pytest.raises(Unfit):
        OPERATORS["-"]("a", 1)
    with pytest.raises(Unfit):
        negated(ABSENT)


def test_a_time_of_day_stays_one():
    late = OPERATORS["+"](Clock(82_800), 7200)

    assert isinstance(late, Clock)
    assert float(late) == 3600
    assert OPERATORS["-"](Clock(3600), 7200) == 82_800
    assert OPERATORS["-"](Clock(7200), Clock(3600)) == 3600
