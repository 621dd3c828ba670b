"""What becomes of each field is told once."""

import pytest

from mockforge.learning.fields.node import Node, Room
from mockforge.stages.blend.measures import Average
from mockforge.stages.blend.plan import MOST, OTHER, REAL, Plan


def test_a_field_is_looked_at_once():
    shape = Plan().root.inside

    assert shape.field("a") is shape.fields["a"]


def test_names_without_end_are_not_all_remembered():
    plan = Plan()
    plan.left = 2
    shape = plan.root.inside
    for number in range(5):
        shape.field(f"n{number}")

    assert [*shape.fields] == ["n0", "n1"]
    assert MOST > 2


def test_what_was_seen_of_a_field_counts_below_lists_and_objects():
    node, room = Node(), Room()
    for number in (3, 41, 7, 22, 9):
        node.add({"a": {"b": [{"views": number}]}}, room)
    field = Plan(node).root.inside.field("a").inside.field("b").items.field("views")

    assert field.average is Average.ALWAYS
    known = Plan(node, facts=frozenset({("a", "b", "views")}))
    field = known.root.inside.field("a").inside.field("b").items.field("views")
    assert field.is_fact
    assert field.average is Average.NEVER


@pytest.mark.parametrize(
    ("rules", "path", "side", "is_ruled"),
    [
        ({("a",): REAL}, ("a", "b"), REAL, False),
        ({("a", "b"): OTHER, ("a",): REAL}, ("a",), REAL, True),
        ({("a", "b"): OTHER, ("a",): REAL}, ("a", "b"), OTHER, False),
        ({("a",): REAL, ("a", "b"): OTHER}, ("a", "b"), REAL, False),
        ({("a",): REAL, ("a", "b"): OTHER}, ("a",), REAL, False),
        ({("a", "b"): OTHER}, (), None, True),
        ({}, ("a",), None, False),
    ],
)
def test_the_first_rule_that_fits_counts(rules, path, side, is_ruled):
    plan = Plan(rules=rules)

    assert plan.side_of(path) == side
    assert plan.is_ruled_below(path) is is_ruled
