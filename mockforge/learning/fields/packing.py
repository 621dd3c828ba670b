"""Nodes as JSON, and back."""

from __future__ import annotations

from mockforge.learning.fields.node import Arrays, Node, Objects
from mockforge.learning.fields.scalars import Numbers, Texts
from mockforge.learning.fields.tally import Tally
from mockforge.options import Json

_COUNTS = ("nulls", "trues", "falses", "hidden")


def packed(node: Node) -> Json:
    """Return *node* as JSON."""
    told: dict[str, Json] = {"count": node.count}
    for name in _COUNTS:
        if getattr(node, name):
            told[name] = getattr(node, name)
    if node.numbers is not None:
        told["numbers"] = node.numbers.to_json()
    if node.texts is not None:
        told["texts"] = node.texts.to_json()
    if node.objects is not None:
        told["objects"] = _packed_objects(node.objects)
    if node.arrays is not None:
        told["arrays"] = _packed_arrays(node.arrays)
    return told


def unpacked(value: Json) -> Node:
    """Return the node that `packed` made *value* from."""
    found = Node()
    found.count = value["count"]
    for name in _COUNTS:
        setattr(found, name, value.get(name, 0))
    if "numbers" in value:
        found.numbers = Numbers.from_json(value["numbers"])
    if "texts" in value:
        found.texts = Texts.from_json(value["texts"])
    if "objects" in value:
        found.objects = _unpacked_objects(value["objects"])
    if "arrays" in value:
        found.arrays = _unpacked_arrays(value["arrays"])
    return found


def _packed_objects(objects: Objects) -> Json:
    return {
        "count": objects.count,
        "children": [[name, packed(child)] for name, child in objects.children.items()],
        "rest": None if objects.rest is None else packed(objects.rest),
        "names": objects.names.to_json(),
        "shapes": objects.shapes.to_json(),
        "sizes": objects.sizes.to_json(),
    }


def _unpacked_objects(value: Json) -> Objects:
    found = Objects()
    found.count = value["count"]
    found.children = {name: unpacked(child) for name, child in value["children"]}
    found.rest = None if value["rest"] is None else unpacked(value["rest"])
    found.names = Tally.from_json(value["names"], found.names.room)
    found.shapes = Tally.from_json(value["shapes"], found.shapes.room)
    found.sizes = Numbers.from_json(value["sizes"])
    return found


def _packed_arrays(arrays: Arrays) -> Json:
    return {
        "count": arrays.count,
        "items": packed(arrays.items),
        "lengths": arrays.lengths.to_json(),
        "several": arrays.several,
        "unique": dict(sorted(arrays.unique.items())),
    }


def _unpacked_arrays(value: Json) -> Arrays:
    found = Arrays()
    found.count, found.several = value["count"], value["several"]
    found.items = unpacked(value["items"])
    found.lengths = Numbers.from_json(value["lengths"])
    found.unique = dict(value["unique"])
    return found
