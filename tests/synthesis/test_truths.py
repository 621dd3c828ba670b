"""Truth values are as likely as their names let one expect."""

import pytest

from mockforge.synthesis.truths import truth
from tests.synthesis.things import entity, field


def share(name):
    seen = [truth(entity(seed=n), field(name, "boolean")) for n in range(200)]
    return sum(seen) / len(seen)


@pytest.mark.parametrize("name", ["is_deleted", "isBlocked", "fraudulent", "smoke"])
def test_what_is_rare_is_rare(name):
    assert share(name) < 0.15


@pytest.mark.parametrize("name", ["is_active", "enabled", "isEmailVerified", "inStock"])
def test_what_is_usual_is_usual(name):
    assert share(name) > 0.7


def test_what_is_denied_is_the_other_way_round():
    assert share("is_not_available") < 0.3
    assert share("isUnblocked") == share("isUnblocked")
    assert share("not_deleted") > 0.85


def test_a_name_that_tells_nothing_may_be_either():
    assert 0.4 < share("is_frobnicated") < 0.8
