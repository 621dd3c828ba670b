"""A count fits the list it counts."""

import pytest

from mockforge.synthesis.counts import count
from mockforge.synthesis.members import Members


def counted(made):
    count(Members({}, made, set(), lambda schema, value: True))
    return made


@pytest.mark.parametrize(
    "name", ["itemCount", "total_items", "number_of_items", "count"]
)
def test_a_count_is_that_of_its_list(name):
    assert counted({"items": [1, 2, 3], name: 9})[name] == 3


def test_money_is_no_count():
    lines = [{"price": 250, "quantity": 2}]

    assert counted({"items": lines, "total": 500})["total"] == 500


def test_pages_are_as_many_as_are_needed():
    found = counted({"data": [1, 2, 3], "total": 3, "per_page": 7, "total_pages": 9})

    assert (found["per_page"], found["total_pages"]) == (10, 1)
