"""Pay is as large as the time it is for."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from tests.synthesis.asks import thing
from tests.synthesis.things import NOW

SIZES = {"hour": (10, 100), "month": (2500, 13_000), "year": (30_000, 150_000),
         "day": (100, 650), "week": (600, 2900)}  # fmt: skip


def made(schema, seed):
    return Maker(schema).made(Wanted(schema, path="/jobs/7"), rng(seed), now=NOW)


@pytest.mark.parametrize("name", ["period", "salaryPeriod", "pay_frequency"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_salary_is_for_the_period_beside_it(name, is_first):
    told = {name: {"type": "string", "enum": [*SIZES]}}
    pay = {"salary": {"type": "number"}}
    schema = thing("", **({**told, **pay} if is_first else {**pay, **told}))
    for seed in range(12):
        one = made(schema, seed)
        low, high = SIZES[one[name]]

        assert low <= one["salary"] <= high, one


def test_a_period_without_choices_is_one():
    assert made(thing("salaryMin:i salaryPeriod"), 1)["salaryPeriod"] in SIZES


def test_pay_without_a_period_is_that_of_a_year():
    assert all(made(thing("salary:n"), seed)["salary"] > 20_000 for seed in range(9))
