"""Values look like the examples that a schema gives."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.examples import form_of, layout_of

_NOW = 1.7e9


def _values(name: str, schema: dict[str, Any], count: int = 12) -> list[Any]:
    told = {"type": "object", "required": [name], "properties": {name: schema}}
    wanted = Wanted(path="/things", count=count)
    made = Maker(told).made(wanted, rng(3), now=_NOW)
    assert isinstance(made, list)
    return [one[name] for one in made]


@pytest.mark.parametrize(
    ("name", "example", "outline"),
    [
        ("region", "fra1", r"fra\d"),
        ("id", "cus_NffrFeUfNV2Hib91", r"cus_[A-Za-z0-9]{16}"),
        ("orderNo", "ORD-2024-000137", r"ORD-20\d\d-\d{6}"),
        ("engine", "pg", r"pg"),
        ("country", "US", r"[A-Z]{2}"),
        ("country", "Germany", r"[A-Z].+"),
        ("currency", "usd", r"[a-z]{3}"),
        ("created_at", "2021-03-04 05:06:07", r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d"),
        ("created_at", "04/25/2021", r"(0\d|1[012])/[0-3]\d/20\d\d"),
        ("opens", "09:30", r"\d\d:\d\d"),
        ("updated", "2021-03-04T05:06:07.890Z",
         r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"),
        ("email", "user@acme.io", r"\S+@\S+"),
        ("name", "Jane", r"\S.*"),
    ],
)  # fmt: skip
def test_a_text_looks_like_its_example(name, example, outline):
    made = _values(name, {"type": "string", "example": example})

    assert all(re.fullmatch(outline, one) for one in made), made


@pytest.mark.parametrize(
    ("name", "schema", "low", "high"),
    [
        ("danceability", {"type": "number", "example": 0.585}, 0.05, 1),
        ("loudness", {"type": "number", "example": -5.883}, -36, -0.9),
        ("memory", {"type": "integer", "example": 1024}, 170, 6200),
        ("tz9", {"type": "number", "examples": [3, 5]}, 0.5, 30),
        ("quux", {"type": "integer", "default": 7, "maximum": 9}, 0, 9),
    ],
)
def test_a_number_is_of_the_size_of_its_example(name, schema, low, high):
    made = _values(name, schema)

    assert all(low <= one <= high for one in made), made


def test_decimals_of_an_example_are_written():
    made = _values("sizeSqm", {"type": "number", "example": 28.5})

    assert all(len(str(one).partition(".")[2]) == 1 for one in made), made
    assert not all(float(one).is_integer() for one in made)


def test_ids_go_on_from_about_the_example():
    made = _values("id", {"type": "integer", "example": 1296269})

    assert made == sorted(set(made))
    assert 1296269 <= made[0] < 2_000_000


def test_what_was_written_counts_for_more():
    schema = {"type": "object", "required": ["tier", "price"], "properties": {
        "tier": {"type": "string", "example": "basic"},
        "price": {"type": "number", "example": 5000}}}  # fmt: skip
    prompt = "prices between 10 and 50. Tiers: gold or silver"
    made: Any = Maker(schema).made(Wanted(prompt=prompt, count=8), rng(1), now=_NOW)

    assert {one["tier"] for one in made} == {"gold", "silver"}
    assert all(10 <= one["price"] <= 50 for one in made)


def test_a_link_follows_what_it_repeats():
    schema = {"type": "object", "required": ["id", "login", "url"], "properties": {
        "id": {"type": "integer"}, "login": {"type": "string"},
        "url": {"type": "string", "format": "uri"}},
        "example": {"id": 583231, "login": "octocat",
                    "url": "https://api.example.com/users/octocat/583231"}}  # fmt: skip
    made: Any = Maker(schema).made(Wanted(path="/users", count=5), rng(1), now=_NOW)

    for one in made:
        assert one["url"].endswith(f"/users/{one['login']}/{one['id']}")
    assert len({one["url"] for one in made}) == 5


def test_an_id_is_the_same_wherever_it_comes():
    key = {"type": "string", "example": "cus_NffrFeUfNV2Hib91"}
    schema = {"type": "object", "required": ["customer_id", "lines"], "properties": {
        "customer_id": key,
        "lines": {"type": "array", "minItems": 2, "items": {
            "type": "object", "required": ["customer_id"],
            "properties": {"customer_id": key}}}}}  # fmt: skip
    made: Any = Maker(schema).made(Wanted(path="/orders/1"), rng(1), now=_NOW)

    assert {one["customer_id"] for one in made["lines"]} == {made["customer_id"]}


@pytest.mark.parametrize(
    ("text", "form"),
    [("a@b.co", "email"), ("https://a.b/c", "link"), ("fra1", "code"),
     ("db.acme.io", "host"), ("Berlin", "word"), ("paid", "small"),
     ("USD", "large"), ("one two", "phrase"), ("It works. Well.", "prose"),
     ("in_progress", "joined"), ("10.0.0.1", "ip"),
     ("2024-01-02", "time %Y-%m-%d")],
)  # fmt: skip
def test_forms_are_told_apart(text, form):
    assert form_of(text) == form


@pytest.mark.parametrize("text", ["20:99", "99999", "1.2.3", "", "soon"])
def test_what_is_no_time_has_no_layout(text):
    assert layout_of(text) is None
