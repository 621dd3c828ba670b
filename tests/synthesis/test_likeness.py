"""Values like those that were recorded."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields import Node
from mockforge.learning.fields.node import Room
from mockforge.learning.fields.seen import MISSING
from mockforge.synthesis import Wanted, made, validated
from mockforge.synthesis.likeness import like_seen, of_one, shape_of
from tests.synthesis.things import NOW, entity, field

WING = {"type": "string"}


def seen(*documents):
    node = Node()
    room = Room()
    for each in documents:
        node.add(each, room)
    return node


def anything(schema, value):
    return True


def test_a_value_is_one_that_was_seen_if_it_fits():
    node = seen({"wing": "N"}, {"wing": "S"})

    assert like_seen(node, entity(), field("wing"), anything) in ("N", "S")
    assert like_seen(node, entity(), field("other"), anything) is MISSING
    assert like_seen(node, entity(), field("wing"), lambda *_: False) is MISSING


def test_what_belongs_together_is_not_drawn_apart():
    node = seen({"email": "a@b.c", "currency": "EUR"})

    assert like_seen(node, entity(), field("email"), anything) is MISSING
    assert like_seen(node, entity(), field("currency"), anything) == "EUR"


def test_of_a_list_it_is_the_items():
    node = seen([{"wing": "N"}])

    one = of_one(node, is_list=False)
    assert one is not None
    assert shape_of(one)["properties"].keys() == {"wing"}
    assert of_one(node, is_list=True) is node
    assert of_one(None, is_list=False) is None


@settings(max_examples=40)
@given(
    st.lists(
        st.fixed_dictionaries({"wing": st.sampled_from("NSEW"), "beds": st.integers()}),
        min_size=1,
        max_size=6,
    ),
    st.integers(0, 8),
    st.booleans(),
)
def test_lists_are_as_long_as_asked_for_and_like_what_was_seen(rooms, count, is_told):
    schema = {
        "type": "object",
        "required": ["wing", "beds"],
        "properties": {"wing": WING, "beds": {"type": "integer"}},
    }
    wanted = Wanted(
        schema if is_told else None, samples=rooms, node=seen(*rooms), count=count
    )
    found = made(wanted, rng(1), now=NOW)
    several = found if isinstance(found, list) else [found]

    assert len(several) == count
    assert all(validated(schema).is_valid(each) for each in several)
    assert {each["wing"] for each in several} <= {each["wing"] for each in rooms}
