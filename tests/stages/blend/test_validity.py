"""Whether a blend is an answer that the API may give."""

import pytest

from mockforge.stages.blend.validity import checking


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
    assert checking(schema)(raw) is expected
