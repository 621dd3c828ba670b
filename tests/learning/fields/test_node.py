"""Nodes: merged as seen at once, and bounded."""

import json

from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.fields.node import Node, Room
from mockforge.learning.fields.packing import packed
from tests.learning.fields.documents import SAMPLES, node_of


def unordered(node):
    """Return *node* as JSON, less what depends on the order of values."""
    told = json.dumps(_without_order(packed(node)), sort_keys=True)
    return json.loads(told)


def _without_order(value):
    if isinstance(value, dict):
        kept = {name: each for name, each in value.items() if name != "order"}
        if "children" in kept:
            kept["children"] = sorted(kept["children"], key=lambda one: one[0])
        return {name: _without_order(each) for name, each in kept.items()}
    return (
        [_without_order(each) for each in value] if isinstance(value, list) else value
    )


@given(SAMPLES, SAMPLES)
def test_merged_nodes_are_the_one_that_saw_everything(some, others):
    merged = node_of(*some)
    merged.merge(node_of(*others), Room())

    assert packed(merged) == packed(node_of(*some, *others))


@given(SAMPLES, st.randoms(use_true_random=False))
def test_what_is_known_does_not_depend_on_the_order(samples, random):
    mixed = random.sample(samples, len(samples))

    assert unordered(node_of(*samples)) == unordered(node_of(*mixed))


def test_no_document_takes_more_than_its_room():
    node, room = Node(), Room(50)
    node.add({f"a{n}": {f"b{m}": m for m in range(9)} for n in range(100)}, room)

    assert len(json.dumps(packed(node))) < 100_000


def test_names_whose_values_never_repeat_in_a_list_are_its_keys():
    node = node_of([{"id": 1, "n": "a"}, {"id": 2, "n": "a"}], [{"id": 1, "n": "b"}])

    assert node.arrays is not None
    assert node.arrays.keys() == {"id"}
