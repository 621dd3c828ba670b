"""A trial ends when its period does."""

from mockforge.synthesis.members import Members
from mockforge.synthesis.renewals import renew

DAY = 86_400
NOW = 1_763_700_000


def renewed(status):
    made = {
        "status": status,
        "current_period_start": NOW - 5 * DAY,
        "current_period_end": NOW + 9 * DAY,
        "trial_end": NOW + 2 * DAY,
    }
    renew(Members({}, made, set(), lambda _, value: value is not None), NOW)
    return made


def test_a_trial_lasts_as_long_as_its_period():
    assert renewed("trialing")["trial_end"] == NOW + 9 * DAY


def test_a_trial_that_is_over_ended_before_the_period_began():
    made = renewed("active")

    assert made.get("trial_end", 0) <= made["current_period_start"]
