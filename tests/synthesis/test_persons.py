"""Fields about people and places agree with one another."""

import pytest

from mockforge.synthesis.persons import VOICES, whose
from tests.synthesis.things import entity, field


@pytest.mark.parametrize(
    ("name", "expected"),
    [("email", ""), ("customerEmail", "customer"), ("first_name", ""),
     ("billing_contact_email", "billing contact")],
)  # fmt: skip
def test_a_name_says_whose_it_is(name, expected):
    assert whose(field(name)) == expected


@pytest.mark.parametrize("role", VOICES)
def test_every_voice_says_something(role):
    assert VOICES[role](entity(), field(role.replace(" ", "_"))) not in ("", None)


def test_a_country_has_three_letters_where_that_is_asked_for():
    made = VOICES["country code"](entity(), field("country_code", maxLength=3))

    assert len(made) in (2, 3)
