import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.bindings.binding import Binding, Kind, Link, Origin, wilson

LINK = Link(("path", 1), False, ("body", "id"), True)
EARLIER = Origin(True, ("body", "name"), "POST /a", LINK)
QUERY = Origin(False, ("query", "page"))


@pytest.mark.parametrize(
    ("binding", "words"),
    [
        (Binding(Kind.CONSTANT, 2, 2, value="x"), "always 'x' (2 of 2)"),
        (Binding(Kind.MINTED, 3, 3, format="uuid4"), "minted, uuid4 (3 of 3)"),
        (Binding(Kind.UNKNOWN, 1, 4), "varies (1 of 4)"),
        (
            Binding(Kind.REQUEST, 2, 2, origin=QUERY, value=1),
            "request query.page, else '1' (2 of 2)",
        ),
        (
            Binding(Kind.EARLIER, 2, 2, origin=EARLIER),
            "POST /a, answer body.$.name where body.$.id is path[1] (2 of 2)",
        ),
        (
            Binding(Kind.REQUEST, 1, 1, origin=QUERY, via=("base64",)),
            "request query.page, as base64 (1 of 1)",
        ),
        (
            Binding(Kind.DERIVED, 1, 1, rule="later", value=60),
            "60 s from now (1 of 1)",
        ),
        (
            Binding(
                Kind.REQUEST, 1, 1, parts=("/a/", Binding(Kind.REQUEST, origin=QUERY))
            ),
            '"/a/{request query.page}" (1 of 1)',
        ),
    ],
)
def test_a_binding_reads_as_words_and_keeps_as_json(binding, words):
    assert str(binding) == words
    assert Binding.from_json(json.loads(json.dumps(binding.to_json()))) == binding


def test_copies_are_known():
    assert Binding(Kind.EARLIER).is_copied
    assert Binding(Kind.DERIVED, rule="same").is_copied
    assert not Binding(Kind.MINTED).is_copied


@given(st.integers(0, 500), st.integers(0, 500))
def test_confidence_is_below_the_share_and_grows_with_samples(support, more):
    seen = support + more

    assert 0.0 <= wilson(support, seen) <= (support / seen if seen else 0.0) + 1e-4
    assert wilson(2 * support, 2 * seen) >= wilson(support, seen)
