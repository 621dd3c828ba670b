import pytest

from mockforge.llm.wires import WIRES, Dialect, Messages, Spoken, adapted
from mockforge.llm.wires.form import count, member

SCHEMA = {"type": "object", "properties": {"id": {"type": "integer"}}}
MESSAGES: Messages = (("user", "U"), ("assistant", "A"), ("user", "V"))
SPOKEN = Spoken("m", "I", MESSAGES, SCHEMA, 1.5, 99)


@pytest.mark.parametrize("kind", WIRES)
def test_every_form_tells_the_same(kind):
    told = WIRES[kind].payload(SPOKEN, Dialect())

    assert told["model"] == "m"
    assert "stream" not in told or told["stream"] is False
    said = [(one["role"], one["content"]) for one in told["messages"]]
    assert said[-3:] == list(MESSAGES)
    assert told.get("system", said[0][1]) == "I"
    assert "'id'" in str(told)


@pytest.mark.parametrize("kind", WIRES)
@pytest.mark.parametrize("structure", ["strict", "schema", "json", "text"])
@pytest.mark.parametrize("schema", [SCHEMA, None])
def test_a_narrower_dialect_says_less(kind, structure, schema):
    spoken = Spoken("m", "I", MESSAGES, schema, 1.5, 99)
    told = WIRES[kind].payload(spoken, Dialect(structure, None, False))

    assert "temperature" not in str(told)
    has_schema = "'id'" in str(told)
    assert has_schema == (schema is not None and structure in ("strict", "schema"))
    if structure == "text":
        assert not {"response_format", "format", "tools"} & set(told)


@pytest.mark.parametrize("kind", WIRES)
@pytest.mark.parametrize("body", [None, [], {}, {"choices": []}, {"content": "x"},
                                  {"message": 1}, "text", {"error": {}}])  # fmt: skip
def test_what_is_of_no_form_is_a_value_error(kind, body):
    with pytest.raises(ValueError, match="is in it"):
        WIRES[kind].saying(body)


def test_what_is_refused_gives_way_step_by_step():
    dialect: Dialect | None = Dialect()
    seen = []
    while dialect is not None:
        seen.append(dialect.structure)
        dialect = adapted(dialect, "unknown field response_format")
    assert seen == ["strict", "schema", "json", "text"]

    longer = Dialect(tokens="max_completion_tokens")
    assert adapted(Dialect(), "unsupported: max_tokens") == longer
    assert adapted(longer, "max_completion_tokens?") == Dialect(tokens=None)
    assert adapted(Dialect(), "temperature must be 1") == Dialect(has_temperature=False)
    assert adapted(Dialect(), "context too long") is None
    assert adapted(Dialect(), "") == Dialect("schema")


def test_members_and_counts_are_read_of_anything():
    assert member({"a": [{"b": 1}]}, "a", 0, "b") == 1
    assert member(None, "a") is member([], 0) is None
    assert [count(one) for one in (3, True, -1, "3", 1.5)] == [3, *[None] * 4]
