"""Members that say what is measured are known by their names."""

from mockforge.synthesis.shapes import members_of, shape_of
from tests.synthesis.things import entity

TEXT = {"type": "string"}


def test_members_are_told_by_their_names():
    thing = entity("reading")
    thing.memo["schema"] = {
        "properties": dict.fromkeys(("id", "type", "metric", "value", "unit"), TEXT)
    }
    found = shape_of(thing)
    assert found.topics == ("metric", "type")
    assert (found.values, found.units) == (("value",), ("unit",))
    assert shape_of(thing) is found
    thing.memo["schema"] = {"properties": {"name": TEXT}}
    assert shape_of(thing).topics == ("name",)


def test_a_thing_of_no_schema_has_no_members():
    assert members_of(entity()) == {}
    assert shape_of(entity()) == ((), (), ())
