"""Whether a blend is an answer that the API may give."""

import pytest

from mockforge.stages.blend.validity import Validity


@pytest.mark.parametrize(
    ("schema", "raw", "expected"),
    [
        ({"type": "object", "required": ["a"]}, b'{"a":1}', True),
        ({"type": "object", "required": ["a"]}, b"{}", False),
        ({"type": "integer"}, b"123456789012345678901234567890", True),
        ({"type": "number"}, b"1e400", True),
        ({"type": "string", "format": "email"}, b'"no address"', True),
        (True, b"1", True),
        (False, b"1", False),
        ({"type": "string", "pattern": "(?<"}, b'"x"', True),
        (
            {"type": "object", "properties": {"a": {"pattern": "(?P<n>x)"}}},
            b"[]",
            False,
        ),
    ],
)
def test_a_document_is_valid_or_not(schema, raw, expected):
    assert Validity(schema).allows(raw) is expected


THING = {
    "type": "object",
    "properties": {"a": {"type": "string"}, "at": {"items": {"type": "number"}}},
    "required": ["a", "b"],
}


@pytest.mark.parametrize(
    ("raw", "than", "expected"),
    [
        (b'{"a":"x"}', b'{"a":"y"}', True),
        (b'{"a":"x"}', b'{"b":"y"}', False),
        (b'{"a":"x"}', b"{}", True),
        (b'{"a":1,"b":1.5}', b'{"a":true,"b":2}', True),
        (b'{"a":1,"b":1.5}', b'{"a":"x"}', False),
        (b'{"at":[1,"x"]}', b'{"at":[1,"y"]}', True),
        (b'{"at":[1,"x"]}', b'{"at":["y",1]}', False),
        (b"[]", b"{}", False),
    ],
)
def test_a_document_is_no_worse_if_it_has_only_faults_that_another_has(
    raw, than, expected
):
    assert Validity(THING).is_no_worse(raw, [raw, than]) is expected


def test_nothing_is_known_to_be_no_worse_where_faults_cannot_be_told():
    schema = {"pattern": "(?<", "type": "string"}

    assert not Validity(schema).is_no_worse(b"1", [b"1"])


def test_of_too_many_faults_no_document_is_no_worse():
    raw = b'{"a":"x","b":1,"at":[%b]}' % b",".join([b'"x"'] * 600)

    assert not Validity(THING).is_no_worse(raw, [raw])
