"""The object around a plain field tells what it is."""

from __future__ import annotations

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from tests.synthesis.asks import several, thing
from tests.synthesis.things import NOW


def made(schema, path="/things/7", seed=1):
    return Maker(schema).made(Wanted(schema, path=path), rng(seed, path), now=NOW)


def test_an_address_of_mail_is_one_and_has_a_person():
    schema = thing("id", emailAddress=thing("name address"))
    found = made(schema, "/messages/7")["emailAddress"]

    assert "@" in found["address"]
    assert len(found["name"].split()) > 1


def test_names_have_a_family_and_those_given():
    name = several(thing("family", given=several({"type": "string"})))
    found = made(thing("id", name=name), "/fhir/Patient/7")["name"]

    for one in found:
        assert one["family"].isalpha() or " " in one["family"] or "-" in one["family"]
        assert not any(part[-1].isdigit() for part in (one["family"], *one["given"]))


@pytest.mark.parametrize("seed", range(3))
def test_what_stands_for_a_system_is_of_it(seed):
    system = {"type": "string", "enum": ["phone", "email"]}
    inner = {"system": system, "value": {"type": "string"}}
    telecom = several({"type": "object", "properties": inner, "required": [*inner]})
    for one in made(thing("id", telecom=telecom), "/patients/7", seed)["telecom"]:
        assert ("@" in one["value"]) == (one["system"] == "email")


def test_sizes_of_links_are_links():
    found = made(thing("id", urls=thing("full regular thumb")), "/photos/7")["urls"]

    assert all(one.startswith("https://") for one in found.values())
