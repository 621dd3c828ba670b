"""What is around a field is told apart by how near it is."""

from mockforge.chance import rng
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.senses import PATH, Evidence
from mockforge.synthesis.shared import Shared
from mockforge.synthesis.surroundings import evidence_for, units_for
from tests.synthesis.things import NOW, field


def around(name="temperature", path=(), known=(), words=()):
    shared = Shared(rng(1), NOW, "device", words=frozenset(words))
    shared.evidence = Evidence()
    shared.evidence.more(("patients", "vitals"), PATH)
    thing = Entity(shared, "device", path)
    thing.known.update(known)
    thing.memo["schema"] = {"properties": {name: {}, "engineRpm": {}}}
    found = field(name, "number")
    return evidence_for(thing, found._replace(path=(*path, name)))


def test_the_path_the_prompt_and_the_members_are_told_apart():
    found = around(words=("rooms",))

    assert found.path == {"patient", "vital"}
    assert found.prompt == {"room"}
    assert found.members == {"engine"}


def test_the_member_that_an_object_is_counts_as_near():
    assert around(path=("oven",)).near == ("oven",)


def test_what_a_thing_is_said_to_be_is_told():
    assert around(known={"type": "freezer", "note": "old"}).told == {"freezer"}


def test_a_description_tells_the_unit():
    said = field("length", "number", description="How long it took, in seconds")

    assert [unit.symbol for unit in units_for(said)] == ["s"]
