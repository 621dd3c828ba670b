"""Texts of patterns are such as people write, where the pattern lets them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted, validated
from mockforge.synthesis.patterned import patterns_of, sorts_of


def _made(name: str, pattern: str, seed: int) -> str:
    told = {"type": "object", "required": [name],
            "properties": {name: {"type": "string", "pattern": pattern}}}  # fmt: skip
    made: Any = Maker(told).made(Wanted(path="/things/1"), rng(seed), now=1.7e9)
    assert validated(told).is_valid(made)
    return str(made[name])


@pytest.mark.parametrize(
    ("name", "pattern", "outline"),
    [
        ("value", r"^\+?[1-9]\d{1,14}$", r"\+?\d{8,15}"),
        ("value", r"^\d+\.\d+\.\d+$", r"\d{1,3}\.\d{1,3}\.\d{1,3}"),
        ("value", r"^[a-z0-9]+(?:-[a-z0-9]+)*$", r"[a-z]+(-[a-z0-9]+)*"),
        ("value", r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", r"[0-9a-f-]{36}"),
        ("value", r"^\d{4}-\d{2}-\d{2}$", r"20\d\d-(0\d|1[0-2])-[0-3]\d"),
        ("value", r"^#[0-9A-Fa-f]{6}$", r"#[0-9A-F]{6}"),
        ("value", r"^[^@\s]+@[^@\s]+\.[^@\s]+$", r"[\w.+-]+@example\.\w+"),
        ("value", r"^([01]\d|2[0-3]):[0-5]\d$", r"\d\d:[0134][05]"),
        ("value", r"^[A-Z_]+$", r"[A-Z]+_[A-Z]+"),
        ("value", r"^[A-Z]{2}\d{4}$", r"[A-Z]{2}\d{4}"),
        ("firstName", r"^[A-Za-z]{2,30}$", r"[A-Z][a-z]+"),
        ("username", r"^[a-z0-9_]{3,20}$", r"[a-z][a-z0-9_]+"),
        ("value", r"^(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{8,}$", r"[A-Z][A-Za-z]+\d\d"),
        ("value", r"^(?=.*[!@#$])(?=.*\d)\S{8,40}$", r"[A-Z][A-Za-z]+\d\d!"),
        ("country", r"^[A-Z]{2}$", r"[A-Z]{2}"),
    ],
)
def test_it_is_told_what_a_pattern_means(name, pattern, outline):
    for seed in range(6):
        made = _made(name, pattern, seed)

        assert re.fullmatch(outline, made), made


def test_all_patterns_of_a_schema_are_looked_at():
    assert patterns_of({"pattern": "a", "allOf": [{"pattern": "b"}, {}]}) == ("a", "b")
    assert sorts_of((r"^\d+$", "^x")) == ()
    assert "slug" in sorts_of((r"^[a-z-]+$",))
