from decimal import Decimal

import pytest

from mockforge.bodies.document import Path, read
from mockforge.bodies.splicing import json_spliced, pairs_spliced, spliced


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        ("a=1&b=2", {("b",): "x y"}, "a=1&b=x+y"),
        ("a=1%20&b=2", {("b",): "x y"}, "a=1%20&b=x%20y"),
        ("a=1&a=2", {("a", 1): 3, ("a",): 9}, "a=1&a=3"),
        ("", {("a",): 1}, ""),
    ],
)
def test_a_field_of_a_query_is_replaced_in_place(text, changes, expected):
    assert pairs_spliced(text, changes) == expected


def test_lines_are_changed_one_by_one():
    body = b'{"a": 1}\n\n{"a": 2}\n'
    document = read(((b"Content-Type", b"application/x-ndjson"),), body)

    assert spliced(document, body, {(1, "a"): 3}) == b'{"a": 1}\n\n{"a": 3}\n'


def test_a_decimal_is_written_with_all_its_digits():
    changes: dict[Path, Decimal] = {("a",): Decimal("1.50"), ("b", 0): Decimal("1E+2")}

    assert json_spliced('{"a": 1, "b":[2]}', changes) == '{"a": 1.50, "b":[100]}'
