"""Values are called after their member, their list, or the map that they are in."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis.callings import field_at
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.shared import Shared
from tests.synthesis.things import NOW

TEXT = {"type": "string"}


def called(path, **members):
    shared = Shared(rng(1), NOW, "book")
    thing = Entity(shared, "book", path[:-1])
    thing.memo["schema"] = {"type": "object", "properties": members}
    return field_at(shared, [thing], TEXT, "string", path)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), "book"),
        (("name",), "name"),
        (("codes", 0), "code"),
        (("authors", 3), "authors"),
        (("author", "email"), "email"),
        (("translations", "fr"), "translation"),
        (("labels", "email"), "email"),
    ],
)
def test_values_are_called_after_what_they_are_in(path, name):
    assert called(path).name == name


def test_what_stands_beside_a_state_tells_what_it_is():
    assert called(("state",), state=TEXT).role.name == "status"
    assert called(("state",), state=TEXT, city=TEXT).role.name == "region"


def test_a_description_tells_what_a_name_does_not():
    shared = Shared(rng(1), NOW)
    schema = {**TEXT, "description": "The e-mail address to write to."}
    assert field_at(shared, [], schema, "string", ("x",)).role.name == "email"
