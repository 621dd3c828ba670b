"""Another text has the outline of the one that is given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.variation import varied


@pytest.mark.parametrize(
    ("example", "outline"),
    [
        ("INV-2024-0137", r"INV-20\d\d-\d{4}"),
        ("cus_NffrFeUfNV2Hib91", r"cus_[A-Za-z0-9]{16}"),
        ("134b65991ed521fcfe4724b7d814ab8ded5185dc", r"[0-9a-f]{40}"),
        ("85136C79CBF9FE36BB9D05D0639C70C265C18D37", r"[0-9A-F]{40}"),
        ("s-1vcpu-2gb", r"s-\dvcpu-\dgb"),
        ("spotify:track:2takcwOaAZWiXQijPHIx7B", r"spotify:track:[A-Za-z0-9]{22}"),
        ("no digits at all", r"no digits at all"),
        ("", r""),
        ("0012", r"00\d\d"),
    ],
)
def test_words_stay_and_digits_change(example, outline):
    made = {varied(example, rng(seed)) for seed in range(20)}

    assert all(re.fullmatch(outline, one) for one in made)
    assert len(made) > 3 or not any(mark.isdigit() for mark in example)


@settings(max_examples=50)
@given(st.text(max_size=40), st.integers(0, 99))
def test_it_is_as_long_and_has_the_same_signs(example, seed):
    made = varied(example, rng(seed))

    assert len(made) == len(example)
    assert [m for m in made if not m.isalnum()] == [
        m for m in example if not m.isalnum()
    ]
