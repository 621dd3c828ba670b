"""Balances run with what is moved."""

from itertools import pairwise
from typing import Any

import pytest

from mockforge.synthesis.balances import moves_in, run
from mockforge.synthesis.members import Members


def several(items):
    return [Members({}, one, set(), lambda *_: True) for one in items]


def test_a_balance_runs():
    items: list[dict[str, Any]] = [
        {"type": kind, "amount": amount, "balance_after": 3.0}
        for kind, amount in (("credit", 50.0), ("debit", 80.0), ("debit", 5.5))
    ]
    moves = moves_in(several(items))
    assert moves is not None
    run(several(items), *moves)

    for before, after in pairwise(items):
        moved = before["balance_after"] - after["balance_after"]
        assert moved == pytest.approx(after["amount"])
    assert items[-1]["balance_after"] >= 0


def test_nothing_runs_where_nothing_is_moved():
    assert moves_in(several([{"amount": 3.0}, {"amount": 4.0}])) is None
