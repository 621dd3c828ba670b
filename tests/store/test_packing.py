import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.http import Chunk
from mockforge.store.packing import (
    escaped,
    pack_chunks,
    pack_headers,
    unescaped,
    unpack_chunks,
    unpack_headers,
)


@given(st.text(st.characters()))
def test_any_text_comes_back_and_fits_both_databases(text):
    stored = escaped(text)

    assert unescaped(stored) == text
    assert "\x00" not in stored
    stored.encode("utf-8")


def test_ordinary_text_is_stored_as_it_is():
    assert escaped("/caf\xe9?page=2") == "/caf\xe9?page=2"


@given(st.lists(st.tuples(st.binary(), st.binary())).map(tuple))
def test_any_headers_come_back_in_order(headers):
    assert unpack_headers(pack_headers(headers)) == headers


def test_a_header_block_can_be_read_by_eye():
    block = pack_headers(((b"Host", b"x"), (b"Accept", b"*/*")))

    assert block == b"\nHost\nx\nAccept\n*/*"


@pytest.mark.parametrize(
    "block",
    [b"x", b"\x00\x05\x00\x00\x00ab", b"\x00\x05", b"\nHost"],
    ids=["unknown form", "field cut off", "length cut off", "name without value"],
)
def test_a_damaged_header_block_is_told(block):
    with pytest.raises(ValueError, match=r"block|zip"):
        unpack_headers(block)


def test_chunk_times_are_exact():
    chunks = (Chunk(0.1, 3), Chunk(1e-9, 2**40))

    assert unpack_chunks(pack_chunks(chunks)) == chunks
    assert unpack_chunks(pack_chunks(())) == ()


def test_chunk_times_that_are_cut_off_are_told():
    with pytest.raises(ValueError, match="cut off"):
        unpack_chunks(b"\x00" * 17)
