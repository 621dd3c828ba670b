"""What does not go together in an answer."""

import pytest

from mockforge.stubs.checking import disagreements
from mockforge.stubs.options import ResponseOptions


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"prompt": "x"}, "prompt"),
        ({"schema": {}}, "schema"),
        ({"mode": "static", "temperature": 1}, "temperature"),
        ({"mode": "intelligent"}, "mode"),
        ({"mode": "intelligent", "prompt": "x", "body": {}}, "body"),
        ({"mode": "hybrid", "prompt": "x"}, "mode"),
        ({"status": 204, "body": "x"}, "status"),
        ({"status": 304, "mode": "intelligent", "prompt": "x"}, "status"),
        ({"body": 1, "body_file": "x"}, "body_file"),
        ({"headers": {"Content-Length": "3"}}, "Content-Length"),
        ({"headers": {"A B": "3"}}, "A B"),
    ],
)
def test_is_told_by_its_key(given, key):
    (wrong,) = disagreements(ResponseOptions.model_validate(given), ("here",))

    assert wrong.where[0] == "here"
    assert wrong.where[-1] == key


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"body": None},
        {"mode": "intelligent", "schema": {"type": "object"}},
        {"mode": "hybrid", "body": {"a": 1}},
        {"status": 204},
        {"headers": {"X-A": ["1", 2]}},
    ],
)
def test_the_rest_does(given):
    assert not list(disagreements(ResponseOptions.model_validate(given), ()))
