"""Values of an enum fit what else is known."""

from __future__ import annotations

from typing import Any

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted


def _made(members: dict[str, Any], count: int = 12, **wanted: Any) -> list[Any]:
    told = {"type": "object", "required": [*members], "properties": members}
    found = Maker(told).made(Wanted(count=count, **wanted), rng(2), now=1.7e9)
    assert isinstance(found, list)
    return found


def test_every_value_comes_before_one_comes_again():
    made = _made({"tier": {"enum": ["a", "b", "c"]}}, 3)

    assert sorted(one["tier"] for one in made) == ["a", "b", "c"]


def test_a_country_fits_the_city():
    members = {"city": {"type": "string"},
               "country": {"enum": ["Germany", "France", "United States"]}}  # fmt: skip
    made = _made(members, prompt="German customers")

    assert {one["country"] for one in made} == {"Germany"}


def test_values_of_any_type_are_dealt():
    made = _made({"x": {"enum": [1, "1", None, [1], {"a": 1}]}})

    assert all(one["x"] in (1, "1", None, [1], {"a": 1}) for one in made)
