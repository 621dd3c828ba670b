"""Bodies taken out of their content coding and put back."""

from __future__ import annotations

import gzip
import zlib

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from mockforge.recordings.redact import opened as module
from mockforge.recordings.redact.opened import open_body

ENCODE = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}


@pytest.mark.parametrize("coding", ENCODE)
@given(data=st.binary(max_size=2000), new=st.binary(max_size=2000))
def test_what_is_closed_opens_again(coding, data, new):
    opened = open_body(ENCODE[coding](data), coding)

    assert opened.plain == data
    assert open_body(opened.closed(new), coding).plain == new


@pytest.mark.parametrize("coding", ENCODE)
def test_the_same_text_closes_to_the_same_bytes(coding):
    body = ENCODE[coding](b"text")

    assert open_body(body, coding).closed(b"text") is body


def test_codings_are_taken_off_in_reverse():
    opened = open_body(brotli.compress(gzip.compress(b"text")), "gzip, br, identity")

    assert opened.plain == b"text"
    assert gzip.decompress(brotli.decompress(opened.closed(b"new"))) == b"new"


def test_deflate_without_its_wrapping_is_read():
    assert open_body(zlib.compress(b"text", wbits=-15), "deflate").plain == b"text"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_what_is_not_what_it_says_is_taken_as_it_stands(coding):
    body = b'{"not": "coded at all"}'

    assert open_body(body, coding).plain == body


def test_an_unknown_coding_is_taken_as_it_stands():
    assert open_body(b"body", "aes128gcm").plain == b"body"
    assert open_body(b"body", "").plain == b"body"
    assert open_body(b"", "gzip").plain == b""


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_cut_body_opens_as_far_as_it_goes_and_stays_a_beginning(coding):
    text = bytes(range(256)) * 400
    body = ENCODE[coding](text + text[::-1])
    opened = open_body(body[:-10], coding, whole=False)
    closed = opened.closed(b"new" + opened.plain)

    assert (text + text[::-1]).startswith(opened.plain)
    again = open_body(closed, coding, whole=False)
    assert again.plain == b"new" + opened.plain


def test_a_body_that_breaks_off_in_the_middle_keeps_what_was_read():
    text = bytes(n * n % 251 for n in range(200_000))
    body = bytearray(gzip.compress(text))
    middle = len(body) // 2
    body[middle : middle + 50] = b"\xff" * 50
    opened = open_body(bytes(body), "gzip")

    assert opened.undone == ("gzip",)
    assert opened.plain[:1000] == text[:1000]
    assert not opened.whole


def test_a_body_without_its_end_is_no_whole_one():
    assert not open_body(gzip.compress(b"text" * 100)[:-9], "gzip").whole


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_a_body_of_several_members_is_read_to_its_end(coding):
    body = ENCODE[coding](b"one, ") + ENCODE[coding](b"two")

    assert open_body(body, coding).plain == b"one, two"


def test_a_bomb_is_opened_no_further_than_the_limit(monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 1 << 20)
    opened = open_body(gzip.compress(bytes(64 << 20)), "gzip")

    assert len(opened.plain) < 32 << 20
    assert not opened.whole
