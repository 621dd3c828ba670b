"""What a schema tells is found out once."""

from mockforge.synthesis.knowing import Knowing, kind_by_members, sure_kind
from mockforge.synthesis.validity import validated

TEXT = {"type": "string"}


def of(*names):
    return {"type": "object", "properties": dict.fromkeys(names, TEXT)}


def test_formats_and_patterns_are_checked_with_the_rest():
    knowing = Knowing(validated({"type": "object"}))
    mail = {"type": "string", "format": "email", "maxLength": 12}

    assert knowing.fits(mail, "a@b.example")
    assert not knowing.fits(mail, "nobody")
    assert not knowing.fits_any({"anyOf": [{"const": 1}]}, 2)
    assert not knowing.fits_any(False, 2)


def test_an_enum_has_the_values_that_are_valid():
    knowing = Knowing(validated({"type": "object"}))

    assert knowing.values({"type": "string", "enum": ["a", 1, "a"]}) == ("a",)


def test_members_tell_a_kind():
    assert sure_kind(of("first_name", "last_name")) == "person"
    assert sure_kind(of("symbol", "price")) == "stock"
    assert sure_kind(of("price", "name")) == ""
    assert kind_by_members(of("price", "name")) == "product"
    assert kind_by_members(of("alpha")) == ""
