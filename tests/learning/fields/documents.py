"""Documents for the tests of fields: what a hypothesis draws, and nodes of them."""

import json

import jsonschema_rs
from hypothesis import strategies as st

from mockforge.learning.fields.node import Node, Room

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.from_regex(r"\A[A-Z]{2,3}-\d{3}\Z")
    | st.uuids().map(str)
    | st.datetimes().map(lambda at: at.isoformat() + "Z")
)
NAMES = st.sampled_from(["id", "name", "état", "a b", "", "12", "@x", "x\ny"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5)
    ),
    max_leaves=12,
)
SAMPLES = st.lists(VALUES, min_size=1, max_size=6)


def node_of(*values: object) -> Node:
    """Return the node that has seen *values*, in this order."""
    node, room = Node(), Room()
    for value in values:
        node.add(value, room)
    return node


def is_valid(schema: object, value: object) -> bool:
    """Whether *value* is valid against *schema*, by a validator not ours."""
    text = json.dumps(schema)
    return jsonschema_rs.Draft202012Validator(text).is_valid(value)
