"""Stretches of a text that are encoded."""

from __future__ import annotations

import base64

import pytest

from mockforge.recordings.redact import shapes
from mockforge.recordings.redact.segments import base64_texts, percent_encoded


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"see https://a/?x=%41%42&y now", [b"https://a/?x=%41%42&y"]),
        (b"a%41 b %42c", [b"a%41", b"%42c"]),
        (b"100% sure, 5%x", []),
        (b"%41", [b"%41"]),
        (b"", []),
    ],
)
def test_percent_encoding_is_found_with_what_is_joined_to_it(data, found):
    assert [data[a:b] for a, b in percent_encoded(data)] == found


TEXT = b'{"user": "ann", "n": 1, "s": "???>>>"}'


@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
@pytest.mark.parametrize("around", [b"%b", b'{"a": "%b"}', b"x %b\n"])
def test_base64_of_a_text_is_found(encode, around):
    coded = encode(TEXT)
    data = around.replace(b"%b", coded)

    assert [data[a:b] for a, b in base64_texts(data, shapes.runs(data))] == [coded]


@pytest.mark.parametrize(
    "data",
    [
        base64.b64encode(bytes(range(256))),
        b"550e8400-e29b-41d4-a716-446655440000",
        b"a-long-name-with-dashes-and-words",
        b"averylongwordthatisnobase64atall",
        b"/usr/local/share/applications/IsALongDirectoryName/and/more",
    ],
)
def test_what_decodes_to_no_text_is_none(data):
    assert list(base64_texts(data, shapes.runs(data))) == []
