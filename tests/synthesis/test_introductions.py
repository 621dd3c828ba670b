"""What is written already tells who and whose it is."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made

NOW = 1_763_700_000.0
TEXT = {"type": "string"}


def thing(**members):
    return {"type": "object", "properties": members, "required": [*members]}


def one(schema, base, path="/users/1"):
    return made(Wanted(schema, path=path, base=base), rng(1), now=NOW)


def test_a_name_within_tells_the_address_beside_it():
    profile = thing(name=TEXT, email=TEXT)
    found = one(thing(email=TEXT, profile=profile), {"profile": {"name": "Ada Byron"}})

    assert "ada" in found["email"] or "byron" in found["email"]
    assert found["profile"]["email"] == found["email"]


@pytest.mark.parametrize("outer", ["customer", "buyer", "client"])
def test_a_person_within_has_an_address_of_that_name(outer):
    schema = thing(**{outer: thing(name=TEXT, email=TEXT), f"{outer}_email": TEXT})
    found = one(schema, {outer: {"name": "Linus Pauling"}}, "/orders/1")

    assert "pauling" in found[outer]["email"] or "linus" in found[outer]["email"]
    assert found[f"{outer}_email"] == found[outer]["email"]


def test_an_address_tells_the_name():
    found = one(thing(first_name=TEXT, last_name=TEXT), {"email": "jane.doe@gmail.com"})

    assert (found["first_name"], found["last_name"]) == ("Jane", "Doe")


def test_a_company_that_is_written_has_its_own_web_site():
    schema = thing(website=TEXT, email=TEXT)
    found = one(schema, {"name": "Ann Lee", "company": "Globex"})

    assert "globex" in found["website"]
    assert found["email"].endswith("@globex.example")


def test_what_is_written_of_a_line_is_in_its_total():
    line = thing(sku=TEXT, qty={"type": "integer"}, price={"type": "number"},
                 total={"type": "number"})  # fmt: skip
    schema = thing(items={"type": "array", "items": line}, subtotal={"type": "number"})
    base = {"items": [{"qty": 3, "price": 10.0}, {"qty": 1, "price": 5.5}]}
    found = one(schema, base, "/orders/1")

    assert [each["total"] for each in found["items"]] == [30.0, 5.5]
    assert found["subtotal"] == 35.5
