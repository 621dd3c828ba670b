"""The role of a field is told by its name."""

import pytest

from mockforge.synthesis.roles import role_of


@pytest.mark.parametrize(
    ("name", "role", "whose"),
    [
        ("email", "email", ""),
        ("customerEmail", "email", "customer"),
        ("customer_first_name", "first", "customer"),
        ("shippingAddressLine1", "street", "shipping"),
        ("created_at", "created", ""),
        ("updatedAt", "updated", ""),
        ("userId", "id", "user"),
        ("zipCode", "zip", ""),
        ("country_code", "country code", ""),
        ("orderStatus", "status", ""),
        ("qwerty", "", ""),
    ],
)
def test_a_name_has_a_role(name, role, whose):
    assert role_of(name)[:2] == (role, whose)
