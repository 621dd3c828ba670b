import pytest

from mockforge.llm.coercion import coerced, resolved


def of(name, **more):
    return {"type": name, **more}


@pytest.mark.parametrize(
    ("value", "schema", "want"),
    [
        ("42", of("integer"), 42),
        (42.0, of("integer"), 42),
        ("42.5", of("integer"), "42.5"),
        ("$1,234.50", of("number"), 1234.5),
        ("19.99 USD", of("number"), 19.99),
        ("-3", of("number"), -3),
        ("12%", of("number"), 12),
        ("C-5", of("integer"), "C-5"),
        ("1 or 2", of("number"), "1 or 2"),
        (True, of("integer"), 1),
        ("Yes", of("boolean"), True),
        (0, of("boolean"), False),
        ("maybe", of("boolean"), "maybe"),
        (7, of("string"), "7"),
        (True, of("string"), "true"),
        (["a"], of("string"), "a"),
        ({"a": 1}, of("string"), {"a": 1}),
        ("a", of("array", items=of("string")), ["a"]),
        ("a, b", of("array", items=of("string")), ["a", "b"]),
        ("[1, 2]", of("array", items=of("integer")), [1, 2]),
        (None, of("array"), []),
        (["1"], of("array", items=of("integer")), [1]),
        ([1, 2, 3], of("array", maxItems=2), [1, 2]),
        ('{"a": 1}', of("object"), {"a": 1}),
        ([{"a": 1}], of("object"), {"a": 1}),
        ("GOLD ", {"enum": ["gold", "silver"]}, "gold"),
        ("in-progress", {"enum": ["in_progress", "done"]}, "in_progress"),
        ("other", {"enum": ["gold"]}, "other"),
        (9, of("integer", maximum=5), 5),
        (-9, of("number", minimum=0), 0),
        ("abcdef", of("string", maxLength=3), "abc"),
        (None, {"type": ["string", "null"]}, None),
        (5, {"type": ["string", "null"]}, "5"),
        (5, {}, 5),
        (5, True, 5),
        ("5", {"$ref": "#/$defs/n"}, 5),
        ("5", {"$ref": "#/$defs/gone"}, "5"),
        ("5", {"$ref": "#/$defs/loop"}, "5"),
    ],
)
def test_a_slip_is_undone_and_nothing_else_is_touched(value, schema, want):
    root = {"$defs": {"n": of("integer"), "loop": {"$ref": "#/$defs/loop"}}}
    found = coerced(value, schema, root)
    assert (found, type(found)) == (want, type(want))


def test_members_are_named_as_the_schema_has_them():
    schema = of("object", properties={"firstName": of("string"), "age": of("integer")},
                required=["age"], additionalProperties=False)  # fmt: skip
    told = {"first_name": "Ann", "Age": "7", "extra": 1}
    assert coerced(told, schema, schema) == {"firstName": "Ann", "age": 7}


def test_a_null_that_may_be_left_out_is():
    schema = of("object", properties={"a": of("string"), "b": of("string")},
                required=["b"])  # fmt: skip
    assert coerced({"a": None, "b": None}, schema, schema) == {"b": None}


def test_what_leads_round_in_a_circle_ends():
    node = of("object", properties={"next": {"$ref": "#"}})
    value = {"next": {"next": {"next": "x"}}}
    assert coerced(value, node, node) == value
    assert resolved({"$ref": "#"}, node) is node
