"""Ids and codes look like their kind, and check where they have a check."""

import pytest

from mockforge.learning.fields.seen import MISSING
from mockforge.synthesis.codes import VOICES, title_of
from mockforge.synthesis.identities import identity
from tests.synthesis.things import entity, field


@pytest.mark.parametrize("role", VOICES)
def test_every_voice_says_something(role):
    made = VOICES[role](entity("product"), field(role.replace(" ", "_")))

    assert made not in ("", None, MISSING)


def test_an_id_begins_with_its_kind():
    assert identity(entity("customer"), field("id")).startswith("cust_")
    assert len(identity(entity(), field("id", maxLength=4))) <= 4


def test_numbers_count_up():
    thing = entity("order")
    several = [identity(thing, field("id", "integer")) for _ in range(5)]

    assert several == sorted(set(several))


def test_an_id_of_another_is_the_same_twice():
    thing = entity("order")

    assert identity(thing, field("user_id")) == identity(thing, field("user_id"))


def test_a_barcode_and_an_account_have_their_check_digits():
    code = VOICES["barcode"](entity("product"), field("ean"))
    weights = sum(int(mark) * (3 if at % 2 else 1) for at, mark in enumerate(code))
    account = VOICES["iban"](entity(), field("iban"))
    moved = account[4:] + "1314" + account[2:4]

    assert weights % 10 == 0
    assert int(moved) % 97 == 1


def test_a_thing_is_called_what_it_is_called():
    thing = entity("article")
    thing.known["title"] = "Slow Trains"

    assert title_of(thing) == "Slow Trains"
    assert VOICES["slug"](thing, field("slug")) == "slow-trains"
