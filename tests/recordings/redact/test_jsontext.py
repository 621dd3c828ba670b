"""JSON changed where it stands."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.recordings.redact.jsontext import change_strings, is_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
)


def swap(value):
    if isinstance(value, str):
        return "".join(c.swapcase() if c.isascii() else c for c in value)
    if isinstance(value, list):
        return [swap(item) for item in value]
    if isinstance(value, dict):
        return {name: swap(item) for name, item in value.items()}
    return value


@given(
    st.dictionaries(st.text(max_size=5), JSON),
    st.sampled_from([None, 2]),
    st.booleans(),
)
def test_every_string_that_is_a_value_is_changed(value, indent, ascii_only):
    data = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode()

    assert json.loads(change_strings(data, swap)) == swap(value)


def test_values_under_kept_names_stay():
    data = b'{"iss": "A", "aud": ["B", "C"], "sub": "D", "n": 275.0}'
    new = change_strings(data, swap, kept={"iss", "aud"})

    assert new == b'{"iss": "A", "aud": ["B", "C"], "sub": "d", "n": 275.0}'


@pytest.mark.parametrize(
    ("data", "so"),
    [(b"{}", True), (b"[1]", True), (b'"a"', False), (b"{", False), (b"", False),
     (b"[" * 100_000, False)],
)  # fmt: skip
def test_only_a_whole_object_or_array_is_json_here(data, so):
    assert is_json(data) is so
