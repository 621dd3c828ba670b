import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.llm.wires.strict import demanding, is_strict
from mockforge.synthesis.validity import validated

PERSON = {"type": "object", "properties": {"name": {"type": "string"}}}


def test_every_member_is_required_and_no_other_is_allowed():
    schema = {"type": "object", "properties": {"who": PERSON, "n": {"type": "integer"}},
              "required": ["n"]}  # fmt: skip
    made = demanding(schema)
    assert made["required"] == ["n", "who"]
    assert made["additionalProperties"] is False
    assert made["properties"]["who"]["required"] == ["name"]
    assert is_strict(made)
    assert "additionalProperties" not in schema


def test_what_leads_to_itself_need_not_be_said():
    node = {"type": "object", "properties": {"next": {"$ref": "#/$defs/node"},
            "n": {"type": "integer"}}}  # fmt: skip
    made = demanding({"$ref": "#/$defs/node", "$defs": {"node": node}})
    assert made["$defs"]["node"]["required"] == ["n"]
    assert not is_strict(made)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object"},
        {"type": "array"},
        {"type": "object", "properties": {"a": {}}},
        {"type": "object", "properties": {"a": {"type": "object"}}},
        {"oneOf": [{"type": "string"}]},
        {"type": "object", "properties": {"a": {"type": "string"}},
         "additionalProperties": True},
    ],
)  # fmt: skip
def test_what_is_open_is_not_strict(schema):
    assert not is_strict(demanding(schema))


Names = st.sampled_from(["a", "b", "c"])
Schemas = st.recursive(
    st.sampled_from([{"type": "string"}, {"type": "integer", "minimum": 3},
                     {"type": "boolean"}, {"enum": ["x", 1]}]),
    lambda inner: st.builds(
        lambda properties, required: {
            "type": "object", "properties": properties,
            "required": [name for name in required if name in properties]},
        st.dictionaries(Names, inner, max_size=3), st.sets(Names))
    | st.builds(lambda items: {"type": "array", "items": items, "maxItems": 2}, inner)
    | st.builds(lambda both: {"anyOf": both}, st.lists(inner, min_size=1, max_size=2)),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(schema=Schemas, seed=st.integers())
def test_what_is_valid_against_it_is_valid_against_the_schema(schema, seed):
    from mockforge.learning.fields import generate

    value = generate(validated(demanding(schema)).schema, rng(seed), now=0.0)

    assert validated(demanding(schema)).problems(value) == []
    assert validated(schema).problems(value) == []
