"""What nothing is known of reads as being what its field is called."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.synthesis.asks import ask, several, thing

NOUNS = ("sprocket", "gasket", "flange", "widget", "doodad", "thingamajig")


def made_for(name, count=4, **schema):
    found = several(thing("id", **{name: {"type": "string", **schema}}))
    made = ask("/gizmos", "/gizmos", found, count=count)
    return [one[name] for one in made]


@settings(max_examples=30, deadline=None)
@given(
    before=st.sampled_from(["", "upper_", "main_", "rear_"]),
    noun=st.sampled_from(NOUNS),
)
def test_a_text_is_called_as_its_field_is(before, noun):
    made = made_for(before + noun)

    assert all(noun in one.lower() for one in made)
    assert len({*made}) == len(made)


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("yearly_folio", r"YF-\d{6}"),
        ("balance_transaction", r"txn_\w{12}"),
        ("upstream_request", r"ur_\w{12}"),
    ],
)
def test_what_is_printed_or_referred_to_is_a_code(name, shape):
    assert all(re.fullmatch(shape, one) for one in made_for(name))


@pytest.mark.parametrize("most", [1, 3, 8, 20])
def test_a_text_is_no_longer_than_it_may_be(most):
    assert all(len(one) <= most for one in made_for("sprocket", maxLength=most))
