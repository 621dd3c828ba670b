"""Texts drawn from an expression match it, or none is drawn."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields.patterns import from_pattern


@pytest.mark.parametrize(
    "pattern",
    [
        "^[A-Z]{3}-[0-9]{2,4}$",
        r"^\d{4}-\d{2}$",
        "^(red|green|blue)$",
        "^a?b*c+$",
        r"^(?:[a-f0-9]{2}:){5}[a-f0-9]{2}$",
        r"^\+?[1-9]\d{1,14}$",
        "^[^a-z]+$",
        r"^\w+@\w+\.[a-z]{2,}$",
        "^x{3}$",
        "^[-a]]?$",
        "",
        r"^\/api\/v[12]$",
        "^(a|b(c|d){2})*$",
        r"^(?P<n>a|b)-\1-(c|d)\2$",
        r"^(?=[a-z])x[\x41-\u0043]$",
    ],
)
def test_a_drawn_text_matches(pattern):
    for seed in range(20):
        made = from_pattern(pattern, rng(seed))
        assert made is not None
        assert re.search(pattern, made), made


@pytest.mark.parametrize(
    "pattern", [r"\P{L}", "(?R)", r"(a)\2", "(", ")", "[", "a{", "*", r"\p{Xx}"]
)
def test_an_expression_that_is_not_understood_draws_nothing(pattern):
    assert from_pattern(pattern, rng(1)) is None


@given(st.text(alphabet="ab01()[]{}|*+?^$.\\-,:=", max_size=12), st.integers(0, 3))
def test_no_expression_raises(pattern, seed):
    from_pattern(pattern, rng(seed))


def test_the_length_is_bounded():
    made = from_pattern("(((a{99}){99}){99}){99}", rng(1))

    assert made is None or len(made) < 100_000


@pytest.mark.parametrize(
    ("pattern", "outline"),
    [
        (r"^\d+$", r"[1-9]\d{0,6}|\d"),
        (r"^\d+\.\d+\.\d+$", r"\d{1,3}\.\d{1,3}\.\d{1,3}"),
        (r"^[A-Z][a-z]+$", r"[A-Z][a-z]+"),
        (r"^[a-z0-9]+(?:-[a-z0-9]+)*$", r"[a-z0-9]+(-[a-z0-9]+){0,2}"),
        (r"^[A-Z0-9]{6,10}$", r"[A-Z0-9]{6,10}"),
        (r"^SKU-\d{3,6}$", r"SKU-[1-9]\d{2,5}"),
        (r"^\cJ$", "\n"),
    ],
)
def test_a_drawn_text_is_no_longer_than_people_write(pattern, outline):
    for seed in range(20):
        made = from_pattern(pattern, rng(seed))
        assert made is not None
        assert re.fullmatch(outline, made), made


@pytest.mark.parametrize("pattern", ["^[a-z]+$", r"^\w+$", r"^[^@]+$", "^.{1,40}$"])
def test_letters_without_end_are_words(pattern):
    made = [from_pattern(pattern, rng(seed)) or "" for seed in range(40)]

    assert sum(any(vowel in one for vowel in "aeiouy") for one in made) > 30


def test_what_is_looked_for_ahead_is_found_by_trying():
    pattern = r"^(?=.*[A-Z])(?=.*\d)(?=.*[!#])\S{8,20}$"
    made = [from_pattern(pattern, rng(seed)) or "" for seed in range(40)]

    assert sum(re.search(pattern, one) is not None for one in made) > 10
