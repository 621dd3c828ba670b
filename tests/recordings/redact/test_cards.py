"""Which numbers are cards."""

from __future__ import annotations

import pytest

from mockforge.recordings.redact import cards


@pytest.mark.parametrize(
    "number",
    [
        "4111111111111111",
        "4222222222222",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "3782 822463 10005",
        "6011111111111117",
        "30569309025904",
        "3530111333300000",
        "6200000000000005",
        "4111-1111-1111-1111",
        "4111 1111 1111 1111",
    ],
)
def test_a_card_is_found_in_a_text(number):
    text = b'{"number": "%b", "at": 1700000000000}' % number.encode()

    assert [text[a:b].decode() for a, b in cards.find(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        b"4111111111111112",
        b"1700000000000",
        b"1234567890123452",
        b"4111111111111111.5",
        b"0.4111111111111111",
        b"id-4111111111111111",
        b"4111111111111111abc",
        b"41111111111111110000000",
        b"4111-1111 1111-1111",
        b"/orders/4111111111111111",
    ],
)
def test_another_number_is_none(text):
    assert list(cards.find(text)) == []


def test_the_check_digit_completes_a_number():
    assert cards.check_digit("7992739871") == "3"
