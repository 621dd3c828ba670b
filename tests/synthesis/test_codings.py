"""Codes, what they stand for and where they are listed belong together."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from tests.synthesis.asks import several, thing
from tests.synthesis.things import NOW


@pytest.mark.parametrize(
    ("name", "system", "pairs"),
    [
        ("maritalStatus", "MaritalStatus", {"M": "Married", "W": "Widowed"}),
        ("language", "bcp:47", {"de": "German", "en": "English"}),
        ("code", "loinc.org", {"2093-3": "Cholesterol", "2345-7": "Glucose"}),
    ],
)
def test_what_is_coded_tells_which_codes_there_are(name, system, pairs):
    coded = thing("text", coding=several(thing("system code display")))
    schema = thing("resourceType", **{name: coded})
    found = {}
    for seed in range(20):
        wanted = Wanted(schema, path="/fhir/Patient/7")
        made = Maker(schema).made(wanted, rng(seed, name), now=NOW)[name]
        for one in made["coding"]:
            assert system in one["system"]
            assert one["display"] == made["text"]
            found[one["code"]] = one["display"]

    assert pairs.items() <= found.items()


def test_a_code_that_is_shown_is_the_one():
    code = {"type": "string", "example": "M"}
    schema = thing("resourceType", maritalStatus=thing("system display", code=code))
    made = Maker(schema).made(
        Wanted(schema, path="/fhir/Patient/7"), rng(1, "m"), now=NOW
    )

    assert made["maritalStatus"]["code"] == "M"
