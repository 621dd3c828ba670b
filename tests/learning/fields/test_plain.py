"""Scalars that mean nothing keep their bounds."""

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields.plain import FORMATS, formatted, number, text


def valid(schema, value):
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True).is_valid(
        value
    )


@pytest.mark.parametrize("kind", FORMATS)
def test_a_format_is_kept(kind):
    for seed in range(20):
        assert valid({"format": kind}, formatted(kind, rng(seed)))


@pytest.mark.parametrize("kind", ["email", "hostname", "uri", "iri", "uri-reference"])
@pytest.mark.parametrize(("least", "most"), [(0, 6), (50, 60), (70, 80)])
def test_a_format_is_kept_at_any_length(kind, least, most):
    schema = {"format": kind, "minLength": least, "maxLength": most}

    assert valid(schema, formatted(kind, rng(1), least, most))


@given(
    st.integers(-(10**6), 10**6),
    st.integers(0, 1000),
    st.sampled_from([None, 1, 3, 0.01, 0.1, 0.25, 2.5]),
    st.sampled_from(["integer", "number"]),
    st.booleans(),
)
def test_a_number_is_within_its_bounds(low, span, step, kind, is_open):
    schema = {"type": kind, "minimum": low, "maximum": low + span + 10}
    if is_open:
        schema = {"type": kind, "exclusiveMinimum": low, "maximum": low + span + 10}
    if step is not None:
        schema["multipleOf"] = step

    assert valid(schema, number(schema, kind, rng(low)))


def test_a_text_that_cannot_be_found_is_none():
    schema = {"format": "date", "minLength": 40}

    assert text(schema, "day", rng(1), lambda one: valid(schema, one)) is None


@pytest.mark.parametrize(
    ("pattern", "least", "most"),
    [("^[A-Z]", 20, 30), ("[0-9]+$", 10, 12), ("^[a-z]+$", 40, 50), ("^x*$", 0, 0)],
)
def test_a_text_by_a_pattern_has_its_length(pattern, least, most):
    schema = {"pattern": pattern, "minLength": least, "maxLength": most}

    assert text(schema, "a", rng(3), lambda one: valid(schema, one)) is not None
