import json

import pytest

from mockforge.learning.resources.model import Kind
from mockforge.sources.world import realm
from mockforge.sources.world.realm import Realm, belongs, value_of

USERS = Kind("users", ("id",), links={"/teams": ("team",)})


def test_a_realm_survives_being_written_as_json():
    world = Realm()
    entity = world.put(USERS, "7", {"id": 7}, {"/teams": "1"})
    entity.extra.add(("x", "y"))
    world.remember("token", ("", 2))
    world.wrote("users", "7", "POST /users")

    found = Realm.from_json(json.loads(json.dumps(world.to_json())))

    assert found == world


def test_what_is_no_realm_is_refused():
    cases: list = [{}, [], {"made": 1, "turns": 0, "kinds": 3}]
    for told in cases:
        with pytest.raises(ValueError, match="no world"):
            Realm.from_json(told)


def test_a_name_that_is_used_again_is_another_entity():
    world = Realm()
    world.put(USERS, "7", {"id": 7, "name": "ann"}, {}).is_gone = True

    again = world.put(USERS, "7", {"id": 7}, {})

    assert again.record == {"id": 7}
    assert [each.name for each in world.alive(USERS)] == ["7"]


def test_an_entity_belongs_below_its_parent():
    world = Realm()
    by_path = world.put(USERS, "7", {}, {"/teams": "1"})
    by_field = world.put(USERS, "8", {"team": 1}, {})

    assert belongs(by_path, USERS, {"/teams": "1"})
    assert belongs(by_field, USERS, {"/teams": "1"})
    assert not belongs(by_field, USERS, {"/teams": "2"})
    assert value_of(by_field, ()) == "8"


def test_the_oldest_are_forgotten_beyond_a_bound(monkeypatch):
    monkeypatch.setattr(realm, "MOST_ENTITIES", 3)
    world = Realm()
    for number in range(9):
        world.put(USERS, str(number), {}, {})

    assert [each.name for each in world.every(USERS)] == ["6", "7", "8"]
