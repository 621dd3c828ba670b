from mockforge.llm.expected import Expected
from mockforge.synthesis.validity import validated

NODE = {"type": "object", "properties": {"n": {"$ref": "#/definitions/n"}},
        "definitions": {"n": {"type": "integer"}}}  # fmt: skip


def test_several_are_asked_for_in_an_object_with_the_definitions_at_its_root():
    whole = Expected(NODE, 2).whole
    assert validated(whole).problems({"items": [{"n": 1}, {"n": 2}]}) == []
    assert validated(whole).problems({"items": [{"n": 1}]})
    assert validated(whole).problems({"items": [{"n": "x"}, {"n": 2}]})


def test_one_object_is_asked_for_as_it_is():
    assert not Expected(NODE).is_wrapped
    assert Expected({"type": "array"}).is_wrapped
    assert not Expected().is_wrapped


def test_an_object_with_nothing_that_was_asked_for_is_wrong():
    assert Expected(NODE).problems({"foo": 1})
    assert Expected(NODE).problems({"foo": 1, "n": 2}) == []
    assert Expected({"type": "object"}).problems({"foo": 1}) == []


def test_what_is_valid_of_a_part_is_kept():
    inner = {"type": "object", "properties": {"n": {"type": "integer"}},
             "required": ["n", "o"]}  # fmt: skip
    schema = {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": inner},
        "required": ["a", "b"],
    }
    part = Expected(schema).usable({"a": "x", "b": {"n": 1, "m": 2}, "c": 3})
    assert part == {"b": {"n": 1, "m": 2}, "c": 3}
    assert Expected(schema).usable([1]) is None
    assert Expected(schema).usable({"c": 3}) is None
