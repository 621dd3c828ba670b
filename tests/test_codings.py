import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.codings import Decoder, Encoder, decode, encode, names

CODINGS = st.sampled_from(["gzip", "deflate", "br", "zstd"])


@pytest.mark.parametrize(
    ("header", "listed"),
    [
        (None, []),
        ("", []),
        ("identity", []),
        ("gzip", ["gzip"]),
        ("X-GZIP", ["gzip"]),
        ("gzip, br ,", ["gzip", "br"]),
    ],
)
def test_codings_are_listed_in_the_order_applied(header, listed):
    assert names(header) == listed


@given(st.binary(), st.lists(CODINGS, max_size=2))
def test_what_was_encoded_decodes(body, codings):
    header = ", ".join(codings)

    assert decode(encode(body, header), header) == body


@given(st.lists(st.binary(max_size=50), max_size=5), CODINGS)
def test_each_piece_can_be_read_as_soon_as_it_is_flushed(pieces, coding):
    encoder, decoder = Encoder(coding), Decoder(coding)
    for piece in pieces:
        sent = encoder.feed(piece) + encoder.flush()

        assert decoder.feed(sent) == piece

    decoder.feed(encoder.end())

    assert decoder.ended


def test_the_same_body_is_encoded_to_the_same_bytes():
    assert encode(b"hello", "gzip") == encode(b"hello", "gzip")


def test_deflate_is_understood_with_and_without_its_wrapper():
    bare = zlib.compressobj(wbits=-15)

    assert decode(zlib.compress(b"hello"), "deflate") == b"hello"
    assert decode(bare.compress(b"hello") + bare.flush(), "deflate") == b"hello"


def test_gzip_members_may_follow_one_another():
    assert decode(gzip.compress(b"a") + gzip.compress(b"b"), "gzip") == b"ab"


@pytest.mark.parametrize("step", [1, 3, 4, 7, 1000])
def test_zstd_frames_may_follow_one_another(step):
    body = (
        encode(b"one, ", "zstd") + encode(b"two, ", "zstd") + encode(b"three", "zstd")
    )
    decoder = Decoder("zstd")
    pieces = [decoder.feed(body[at : at + step]) for at in range(0, len(body), step)]

    assert b"".join(pieces) == b"one, two, three"
    assert decoder.ended


def test_an_open_br_stream_holds_nothing_back():
    """Some versions of brotli hand out 32 KB a call."""
    encoder, decoder = Encoder("br"), Decoder("br")
    body = bytes(1 << 20)

    assert decoder.feed(encoder.feed(body) + encoder.flush()) == body


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize("body", [b"plain text, long enough to be refused", b"\x1f"])
def test_a_body_that_is_not_what_it_says_is_refused(coding, body):
    with pytest.raises(ValueError, match=coding):
        decode(body, coding)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_ends_too_early_is_refused(coding):
    whole = encode(b"hello, hello, hello", coding)

    with pytest.raises(ValueError, match="too early"):
        decode(whole[:-2], coding)


def test_an_unknown_coding_is_named():
    with pytest.raises(ValueError, match="'compress'"):
        decode(b"x", "compress")


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_grows_beyond_the_limit_is_refused(coding):
    bomb = encode(bytes(1 << 20), coding)

    with pytest.raises(ValueError, match="more than 1000 bytes"):
        decode(bomb, coding, limit=1000)
