"""What a value is made of."""

from __future__ import annotations

import base64

import pytest

from mockforge.recordings.redact.compounds import compound, parts, shaped

BASIC = base64.b64encode(b"ann:s3cret").decode()


@pytest.mark.parametrize(
    ("value", "leaves"),
    [
        ("Zr81kQp0", ["Zr81kQp0"]),
        ("Bearer Zr81kQp0", ["Zr81kQp0"]),
        (f"Basic {BASIC}", ["ann", "s3cret"]),
        (BASIC, ["ann", "s3cret"]),
        ("Basic YTpi", ["a", "b"]),
        ("a%2Fb%3D1", ["a/b=1"]),
        ('{"a": "x1", "b": ["y2", 3]}', ["x1", "y2"]),
        ("4111 1111 1111 1111", ["11111111111"]),
        (base64.b64encode(b"just some text").decode(), ["just some text"]),
        ("not base64 of text at all", ["not base64 of text at all"]),
    ],
)
def test_a_value_is_taken_apart(value, leaves):
    seen = []

    def leaf(part):
        seen.append(part)
        return part

    assert shaped(value, leaf) == value
    assert seen == leaves


def test_what_is_nested_without_end_is_taken_as_it_is_at_some_depth():
    value = "innermost text"
    for _ in range(9):
        value = base64.b64encode(value.encode()).decode()

    assert shaped(value, lambda part: part) == value


@pytest.mark.parametrize(
    ("secret", "found"),
    [
        ("Bearer abc", ["abc"]),
        (f"Basic {BASIC}", [BASIC, "s3cret"]),
        (
            "Basic " + base64.b64encode(b"sk_live_1:").decode(),
            ["c2tfbGl2ZV8xOg==", "sk_live_1"],
        ),
        ("plain", ["plain"]),
    ],
)
def test_the_parts_that_may_occur_alone(secret, found):
    assert parts(secret) == found


def test_a_word_is_one_piece():
    assert compound("password") is None
