from mockforge.http import Response
from mockforge.learning.resources.model import Kind, Operation, Outcome
from mockforge.sources.world.realm import Entity
from mockforge.sources.world.showing import records_at, shown, told_body

ALL = frozenset({("id",), ("name",), ("note",)})


def test_an_entity_is_shown_in_the_shape_and_order_of_the_recorded_one():
    outcome = Outcome(1, 200, (), always=ALL, ever=ALL)
    entity = Entity("7", {"name": "ann", "id": "7", "secret": 1, "note": None})

    found = shown(
        Kind("users", ("id",)), entity, {"id": 1, "name": "x", "note": "n"}, outcome
    )

    assert list(found.items()) == [("id", 7), ("name", "ann"), ("note", None)]


def test_the_entities_in_an_answer_are_found():
    headers = ((b"Content-Type", b"application/xml"),)
    body = b"<users><user><id>1</id></user><user><id>2</id></user></users>"
    told = told_body(
        Response(200, headers, body),
        Operation("k", "list", "users", repeated=frozenset({("users", "user")})),
    )

    assert records_at(told, ("users", "user", "*")) == [{"id": "1"}, {"id": "2"}]
    assert records_at(told, None) == []
