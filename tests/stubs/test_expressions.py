"""Expressions in rules of drift that cannot be read are told where they stand."""

import pytest

from mockforge.stubs.expressions import unreadable
from mockforge.stubs.options import ResponseOptions


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ({"strategy": "custom", "expression": "value + anything.at.all"}, []),
        ({"strategy": "custom", "expression": "value +"}, [("expression", (1, 8))]),
        ({"condition": "value >"}, [("condition", (1, 8))]),
        ({}, []),
    ],
)
def test_each_is_told_with_its_key_and_column(rule, found):
    rules = [{"field": "a"}, {"field": "b", **rule}]
    options = ResponseOptions.model_validate({"drift": {"rules": rules}})

    wrong = list(unreadable(options, ("here",)))

    assert [(each.where[-1], each.at) for each in wrong] == found
    assert all(each.where[:4] == ("here", "drift", "rules", 1) for each in wrong)


def test_without_drift_nothing_is_wrong():
    assert list(unreadable(ResponseOptions(), ())) == []
