"""Whoever is written to has a name of people, and mail that fits it."""

import pytest

from tests.synthesis.asks import ask, thing


@pytest.mark.parametrize("name", ["billing_details", "contactInfo", "shipping"])
def test_a_name_beside_mail_is_one_of_someone(name):
    schema = thing("id amount:i", **{name: thing("name email phone")})
    made = ask("/charges/1", "/charges/1", schema)[name]

    words = made["name"].lower().split()
    assert len(words) > 1
    assert any(word[:4] in made["email"] for word in words)
