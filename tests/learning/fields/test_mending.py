"""Documents made elsewhere are brought to what was seen, and no further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields.mending import mended
from mockforge.learning.fields.schema import schema_of
from tests.learning.fields.documents import SAMPLES, VALUES, is_valid, node_of


def types_of(schema):
    """Return *schema* less what it says of single values."""
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: types_of(one) for name, one in inner.items()}
        if key == "properties"
        else types_of(inner)
        for key, inner in schema.items()
        if key not in ("enum", "pattern", "format")
    }


@given(SAMPLES, VALUES, st.integers(0, 2))
def test_what_is_mended_has_the_types_and_names_that_were_seen(samples, value, seed):
    node = node_of(*samples)

    made = mended(node, value, rng(seed))

    assert is_valid(types_of(schema_of(node)), made)


@given(SAMPLES)
def test_what_was_seen_stays_as_it_is(samples):
    node = node_of(*samples)

    for sample in samples:
        assert mended(node, sample, rng(1)) == sample


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ({"page": "2", "name": "Bo"}, {"page": 2, "name": "Bo"}),
        ({"page": 7, "name": 7}, {"page": 7, "name": "7"}),
        ({"page": 7}, {"page": 7, "name": "Ada"}),
        ({"page": None, "name": []}, {"page": 1, "name": "Ada"}),
        ({"page": 7, "name": "Bo", "new": 1}, {"page": 7, "name": "Bo", "new": 1}),
        ([], {"page": 1, "name": "Ada"}),
    ],
)
def test_what_does_not_fit_is_turned_or_drawn(value, made):
    node = node_of({"page": 1, "name": "Ada"})

    assert mended(node, value, rng(1)) == made
