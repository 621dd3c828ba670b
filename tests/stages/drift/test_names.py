"""What an expression may name, as it is by then."""

from random import Random

import pytest

from mockforge.stages.drift.fields import parse_field, places
from mockforge.stages.drift.names import Names


def test_the_nearest_field_of_a_name_is_meant_as_it_is_by_now():
    body = {"n": 1, "total": 9, "items": [{"id": "a", "n": 5}]}
    (place,) = places(body, parse_field("items[*].n"))
    names = Names(
        place,
        5,
        body=body,
        changes={("total",): 8},
        names={"method": "GET"},
        count=3,
        chance=lambda: Random(1),
    )

    assert (names["value"], names["count"], names["method"]) == (5, 3, "GET")
    assert (names["n"], names["id"], names["total"]) == (5, "a", 8)
    assert names["answer"] == {**body, "total": 8}
    assert 0 <= names["chance"] < 1
    assert set(names) >= {"value", "chance", "method", "id", "total"}
    assert len(names) == len(list(names))
    with pytest.raises(KeyError):
        names["else"]
