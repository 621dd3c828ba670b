"""Another text has the outline of the one that is given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.variation import composed, varied


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
        ("sha256:9f86d081884c7d65", r"sha256:[0-9a-f]{16}"),
        ("h264-main-4410", r"h264-main-\d{4}"),
        ("0065g00000Xq2AbAAJ", r"006[0-9A-Za-z]{15}"),
        ("AC0123456789abcdef0123456789abcdef", r"AC[0-9a-f]{32}"),
        ("U024BE7LH", r"U0[0-9A-Z]{7}"),
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


@pytest.mark.parametrize("example", ["$13-17", "2-4", "EUR 20 \u2013 35", "30-45 min"])
def test_a_span_goes_up(example):
    for seed in range(20):
        low, high = map(int, re.findall(r"\d+", varied(example, rng(seed))))
        assert low <= high


@pytest.mark.parametrize(
    ("example", "outline"),
    [
        ("74 km SSW of Hihifo", r"\d\d km [NESW]{1,3} of Hihifo"),
        ("M 5.1 near the coast", r"M \d\.\d near the coast"),
        ("Core i7-12700, 16 GB", r"Core i7-12700, \d\d GB"),
        ("1,250 of 3,000 seats", r"\d,\d{3} of \d,\d{3} seats"),
        ("No number here", r"No number here"),
        ("A sentence with 3 words.", r"A sentence with 3 words\."),
    ],
)
def test_numbers_in_a_few_words_change(example, outline):
    made = {composed(example, rng(seed)) for seed in range(20)}

    assert all(re.fullmatch(outline, one) for one in made)
    assert len(made) > 2 or outline.replace("\\", "") == example
