import gzip
import zlib

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest
import zstandard

from mockforge.http import Response
from mockforge.recordings.formats import framing
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.notes import Notes

PLAIN = b'{"hello": "world"}'


def settled(response, method="GET"):
    notes = Notes()
    return framing.settle(response, method, notes, "one"), notes.lines()


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PLAIN, mtime=0)),
        ("x-gzip", gzip.compress(PLAIN, mtime=0)),
        ("deflate", zlib.compress(PLAIN)),
        ("deflate", zlib.compress(PLAIN)[2:-4]),
        ("br", brotli.compress(PLAIN)),
        ("zstd", zstandard.compress(PLAIN)),
        ("identity", PLAIN),
        ("aes128gcm", PLAIN),
        ("gzip", gzip.compress(bytes(100_000), mtime=0)[:40]),
    ],
)
def test_a_body_that_is_what_its_coding_says_is_left_alone(coding, body):
    response = Response(200, ((b"Content-Encoding", coding.encode()),), body)

    assert settled(response) == (response, ())


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, br"])
def test_a_decoded_body_loses_the_name_of_its_coding(coding):
    headers = ((b"content-encoding", coding.encode()), (b"Content-Length", b"7"))

    found, notes = settled(Response(200, headers, PLAIN))

    assert found.headers == ((b"Content-Length", b"18"),)
    assert found.body == PLAIN
    assert len(notes) == 2


@pytest.mark.parametrize(
    ("status", "method"), [(200, "HEAD"), (204, "GET"), (304, "GET"), (101, "GET")]
)
def test_what_never_has_a_body_has_none(status, method):
    headers = ((b"Content-Length", b"99"), (b"Content-Encoding", b"gzip"))

    found, notes = settled(Response(status, headers, b"cached"), method)

    assert found == Response(status, headers)
    assert len(notes) == 1


def test_a_body_cut_off_keeps_the_length_it_had():
    response = Response(200, ((b"Content-Length", b"99"),), b"part", size=99)

    assert settled(response) == (response, ())


@pytest.mark.parametrize("value", [5, [5], [["a", "b", "c"]], ["no colon"]])
def test_what_is_no_header_is_named(value):
    with pytest.raises(Unreadable, match="headers"):
        framing.pairs(value, "headers")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([{"name": "A", "value": "b"}], ((b"A", b"b"),)),
        ([{"name": "A"}], ((b"A", b""),)),
        ([{"name": ":method", "value": "GET"}], ()),
        ({"A": None}, ((b"A", b""),)),
        ({"A": "\u20ac"}, ((b"A", b"\xe2\x82\xac"),)),
        ({"A": "\ud800"}, ((b"A", b"\xed\xa0\x80"),)),
        ({"A": "b\r\nX: c"}, ((b"A", b"b X: c"),)),
        ([["A", ["b"]]], ((b"A", b"b"),)),
    ],
)
def test_a_header_is_made_fit_for_the_wire(value, expected):
    assert framing.pairs(value, "headers") == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (b"text/HTML", ("text/html", None)),
        (b"text/html; charset=UTF-8", ("text/html", "utf-8")),
        (b'a/b; x=y; Charset="latin-1"', ("a/b", "latin-1")),
        (b"a/b; charset=", ("a/b", None)),
    ],
)
def test_a_content_type_is_taken_apart(header, expected):
    assert framing.content_type(((b"content-type", header),)) == expected
