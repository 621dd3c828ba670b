"""Values come in the form that a field has."""

import pytest

from mockforge.learning.fields.seen import MISSING
from mockforge.synthesis.forms import shown
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.spots import Spot, meant


def spot(name, **schema):
    kind = schema.setdefault("type", "string")
    types = tuple(kind) if isinstance(kind, list) else (kind,)
    words = meant(words_of(name))
    return Spot((name,), words, role_of(name), schema, types, 0)


@pytest.mark.parametrize(
    ("value", "field", "made"),
    [
        ("12", spot("id", type="integer"), 12),
        ("12", spot("id"), "12"),
        (12, spot("id"), "12"),
        ("1.5", spot("x", type="number"), 1.5),
        ("x", spot("x", type="integer"), MISSING),
        ("yes", spot("open", type="boolean"), True),
        ("PAID", spot("status", enum=["paid", "open"]), "paid"),
        ("in transit", spot("status", enum=["in_transit"]), "in_transit"),
        ("gone", spot("status", enum=["paid"]), MISSING),
        ("DE", spot("country", enum=["Germany", "France"]), "Germany"),
        ("germany", spot("country_code"), "DE"),
        ("DE", spot("country", maxLength=3), "DEU"),
        ("DE", spot("country", examples=["France"]), "Germany"),
        ("eur", spot("currency"), "EUR"),
        ("Oslo", spot("departure_airport"), "OSL"),
        ("3", spot("month", enum=["March", "April"]), "March"),
        ("march", spot("month", type="integer"), 3),
        ("2026-01-02", spot("at", format="date-time"), "2026-01-02T00:00:00Z"),
        ("2026-01-02T03:04:05Z", spot("date", format="date"), "2026-01-02"),
        ("x", spot("x", const="y"), MISSING),
    ],
)  # fmt: skip
def test_a_value_is_written_as_its_field_is(value, field, made):
    assert shown(value, field) == made
