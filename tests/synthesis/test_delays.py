"""What is late is so by as much as is told."""

from typing import Any

import pytest

from mockforge.chance import rng
from mockforge.synthesis.delays import delayed
from mockforge.synthesis.members import Members
from tests.synthesis.things import when


@pytest.mark.parametrize(
    ("status", "least", "most"), [("on_time", 0, 0), ("Delayed", 5, 240)]
)
def test_a_train_is_as_late_as_its_status_says(status, least, most):
    made: dict[str, Any] = {
        "scheduledDeparture": "2025-03-04T09:30:00Z",
        "status": status,
        "expectedDeparture": "2025-03-04T02:30:00Z",
        "delayMinutes": 900,
    }
    delayed(Members({}, made, set(), lambda *_: True), rng(1))
    late = when(made["expectedDeparture"]) - when(made["scheduledDeparture"])

    assert least <= made["delayMinutes"] <= most
    assert late == made["delayMinutes"] * 60


def test_nothing_is_late_where_nothing_is_planned():
    made = {"name": "a", "estimated_at": "2025-03-04T02:30:00Z"}
    held = dict(made)
    delayed(Members({}, made, set(), lambda *_: True), rng(1))

    assert made == held
