"""Knowing: what was learned of answers, and whose fields are whose."""

import json

import pytest

from mockforge.engine.knowing import Knowing, names_of
from mockforge.engine.things import Things
from mockforge.learning.learner import Learner
from mockforge.provenance import Source
from mockforge.stages.reality.options import MixingOptions
from tests.worlds import API, exchange, request

BOTH = (Source.UPSTREAM, Source.RECORDED)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("$", ()),
        ("$.email", ("email",)),
        ("$.items[*].price", ("items", "price")),
        ("$.items[0].price", ("items", "price")),
    ],
)
def test_a_path_is_names_without_items(path, names):
    assert names_of(path) == names


def test_answers_are_known_by_endpoint_and_status():
    learner = Learner()
    for number in range(4):
        answer = json.dumps({"id": number, "temperature": number + 0.5}).encode()
        learner.add(exchange(url=f"{API}/rooms/{number}", answer=answer))
    learned = learner.settle()
    thing = Things([learned]).of(request(url=f"{API}/rooms/9"))

    known = Knowing([learned])(thing, 200, BOTH)

    assert known is not None
    assert known.node is not None
    assert isinstance(known.schema, dict)
    assert known.schema["type"] == "object"
    other = Knowing([learned])(thing, 404, BOTH)
    assert other is not None
    assert other.node is None


def test_the_first_rule_of_a_field_counts():
    rules = [
        MixingOptions(path="$.email", source="recorded", entity="user"),
        MixingOptions(path="$.email", source="upstream"),
        MixingOptions(path="$.email", source="synthetic"),
    ]
    thing = Things().of(request(url=f"{API}/a"))

    known = Knowing((), rules)(thing, 200, BOTH)

    assert known is not None
    assert known.rules == {("email",): Source.UPSTREAM}
