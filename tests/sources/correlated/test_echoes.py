"""Short values are echoed under their names, and nothing else is touched."""

import json

from mockforge.http import Response
from mockforge.sources.correlated.echoes import echoed

JSON = (b"Content-Type", b"application/json")


def answer(value, *fields):
    """Return an answer with *value*."""
    return Response(200, (JSON, *fields), json.dumps(value).encode())


def test_a_value_is_echoed_under_the_name_it_came_by():
    told = echoed(
        answer({"id": 7, "n": 7, "of": [{"id": "7"}, {"id": 8}]}, (b"X-Seq-No", b"a1")),
        [(("body", "id"), "7", "12"), (("header", "x-seq-no"), "a1", "b2")],
    )
    assert json.loads(told.body) == {"id": 12, "n": 7, "of": [{"id": "12"}, {"id": 8}]}
    assert told.header("X-Seq-No") == "b2"


def test_a_number_stays_one():
    told = echoed(answer({"id": 7}), [(("body", "id"), "7", "x")])
    assert json.loads(told.body) == {"id": 7}


def test_without_echoes_it_is_the_same_object():
    old = answer({"id": 7})
    assert echoed(old, []) is old
    assert echoed(old, [(("body", "id"), "9", "1")]) is old
    assert echoed(answer([None, True]), [(("body", "0"), "true", "x")]).body
