"""Keys of maps are such as people use."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted, validated


def _made(name: str, schema: dict[str, Any], seed: int = 1) -> Any:
    told = {"type": "object", "required": [name], "properties": {name: schema}}
    made: Any = Maker(told).made(Wanted(path="/things/1"), rng(seed), now=1.7e9)
    assert validated(told).is_valid(made)
    return made[name]


_NUMBERS = {"type": "object", "additionalProperties": {"type": "number"}}
_TEXTS = {"type": "object", "additionalProperties": {"type": "string"}}


@pytest.mark.parametrize(
    ("name", "schema", "outline"),
    [
        ("rates", _NUMBERS, r"[A-Z]{3}"),
        ("usersByCountry", _NUMBERS, r"[A-Z]{2}"),
        ("countsByStatus", _NUMBERS, r"[a-z]+"),
        ("daily", _NUMBERS, r"\d{4}-\d\d-\d\d"),
        ("translations", _TEXTS, r"[a-z]{2}"),
        ("labels", _TEXTS, r"app|environment|team|tier|owner|component"),
        ("labels", {"type": "object"}, r"app|environment|team|tier|owner|component"),
        ("headers", _TEXTS, r"[A-Z][\w-]+"),
        ("quux", _TEXTS, r"[a-z]+"),
        ("quux", {**_NUMBERS, "example": {"north": 1, "south": 2}}, r"north|south"),
        ("quux", {"type": "object", "example": {"north": 1}}, r"north"),
        ("prices", {**_NUMBERS, "propertyNames": {"pattern": "^[a-z]{4}$"}},
         r"[a-z]{4}"),
        ("scores", {"type": "object", "patternProperties": {r"^p\d+$": _NUMBERS},
                    "additionalProperties": False, "minProperties": 2}, r"p\d+"),
    ],
)  # fmt: skip
def test_keys_are_told_by_the_name(name, schema, outline):
    for seed in range(6):
        made = _made(name, schema, seed)

        assert made
        assert all(re.fullmatch(outline, key) for key in made), made


@settings(max_examples=40)
@given(
    st.sampled_from(
        ["rates", "labels", "byDay", "things", "settings", "x", "metadata"]
    ),
    st.integers(0, 4),
    st.integers(0, 4),
    st.integers(0, 99),
)
def test_bounds_count_for_more(name, least, more, seed):
    schema = {**_NUMBERS, "minProperties": least, "maxProperties": least + more}

    assert least <= len(_made(name, schema, seed)) <= least + more


def test_a_list_is_about_as_long_as_the_example():
    schema = {"type": "array", "items": {"type": "string"},
              "example": ["a", "b", "c", "d", "e", "f"]}  # fmt: skip

    assert {len(_made("parts", schema, seed)) for seed in range(9)} <= {5, 6}
