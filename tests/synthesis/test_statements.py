"""Plain statements of a prompt are read, others are not."""

import pytest

from mockforge.synthesis.statements import statements_in


@pytest.mark.parametrize(
    ("prompt", "field", "bounds"),
    [
        ("prices between 10 and 50", "price", (10, 50)),
        ("Price from $10 to $1,500", "unit_price", (10, 1500)),
        ("ages 18 to 65", "age", (18, 65)),
        ("a salary under 90k", "salary", (None, 90_000)),
        ("rating above 4", "rating", (4, None)),
        ("a quantity of at most 5", "quantity", (None, 5)),
        ("make it nice", "price", (None, None)),
    ],
)
def test_a_range_is_read(prompt, field, bounds):
    assert statements_in(prompt).range_of(field) == bounds


@pytest.mark.parametrize(
    ("prompt", "field", "values"),
    [
        ("tiers: free, pro or enterprise", "tier", ("free", "pro", "enterprise")),
        ("with plans (basic, premium)", "plan", ("basic", "premium")),
        ("status is one of open, closed", "status", ("open", "closed")),
        ("some tiers", "tier", ()),
    ],
)
def test_choices_are_read(prompt, field, values):
    assert statements_in(prompt).choices_of(field) == values


def test_places_and_years_are_read():
    found = statements_in("German customers who signed up in 2023, and users in Japan")

    assert found.countries == {"DE", "JP"}
    assert found.years == {2023}


def test_ends_of_an_order_are_read():
    assert statements_in("tiers bronze to platinum").span_of("tier") == (
        "bronze",
        "platinum",
    )
