import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.reading import (
    body_kind,
    content_type,
    decoded,
    pairs,
    parameters,
    parts_of,
)
from mockforge.codings import encode


def headers(kind=None, coding=None):
    named = [(b"content-type", kind), (b"Content-Encoding", coding)]
    return tuple((name, value.encode()) for name, value in named if value)


FORM = "application/x-www-form-urlencoded"
PARTS = 'multipart/form-data; boundary="b d"'
TWO = (
    b"--b d\r\nContent-Disposition: form-data; name=a\r\n\r\none\r\n"
    b'--b d\r\nContent-Disposition: form-data; name="b \\"q\\""; filename=f.txt\r\n'
    b"Content-Type: text/plain\r\n\r\ntwo\r\nlines\r\n--b d--\r\n"
)


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        *((None, b"", "empty"), ("application/json", b"", "empty")),
        *(("application/json", b'{"a":1}', "json"), ("application/json", b"1", "json")),
        *(("application/json", b"{oops", "text"), ("text/html", b"[1]", "text")),
        *((None, b"[1]", "json"), (None, b"hello", "text"), (None, b"\xff", "binary")),
        *((FORM, b"a=b", "form"), (FORM, b'{"a":1}', "json"), (FORM, b"{a=b", "form")),
        *((FORM, b"\xe9=1", "binary"), ("application/vnd.x+json", b"[]", "json")),
        *((PARTS, TWO, "multipart"), ("multipart/form-data", TWO, "binary")),
        *(("image/png", b"\x89PNG\0", "binary"), ("text/plain", b"a\0b", "binary")),
        *(
            ("application/xml", b"<a/>", "text"),
            ("application/x-ndjson", b"1\n2", "text"),
        ),
    ],
)
def test_a_body_is_of_the_kind_it_is_read_as(kind, body, expected):
    assert body_kind(headers(kind), body) == expected


def test_the_kind_is_that_of_what_is_inside_the_coding():
    coded = headers("application/json", "gzip")

    assert body_kind(coded, gzip.compress(b"{}")) == "json"
    assert body_kind(coded, b"{}") == "binary"


@pytest.mark.parametrize(
    ("value", "kind"),
    [("Text/HTML; charset=x", "text/html"), (" a/b ", "a/b"), (None, "")],
)
def test_a_media_type_has_no_parameters(value, kind):
    assert content_type(headers(value)) == kind


def chunked(content, size, signed):
    out = []
    for at in range(0, len(content), size):
        piece = content[at : at + size]
        signature = b";chunk-signature=%064x" % at if signed else b""
        out.append(b"%x%s\r\n%s\r\n" % (len(piece), signature, piece))
    return b"".join([*out, b"0\r\nx-amz-checksum-crc32:sOO8/Q==\r\n\r\n"])


@given(st.binary(max_size=200), st.integers(1, 50), st.booleans())
def test_aws_chunks_are_joined_and_their_signatures_left_out(content, size, signed):
    body = chunked(content, size, signed)

    assert decoded(headers(coding="aws-chunked"), body) == content
    assert decoded(headers(coding="AWS-Chunked, identity"), body) == content


def test_aws_chunks_stand_outside_of_another_coding():
    body = chunked(encode(b"hello", "gzip"), 4, signed=True)

    assert decoded(headers(coding="gzip,aws-chunked"), body) == b"hello"


@pytest.mark.parametrize(
    "body",
    [b"hello", b"5\r\nhel", b"5\r\nhello\r\n", b"-1\r\n\r\n", b"2\r\nhello\r\n0"],
)
def test_what_is_not_aws_chunked_is_refused(body):
    with pytest.raises(ValueError, match="aws-chunk"):
        decoded(headers(coding="aws-chunked"), body)


def test_codings_in_several_fields_are_one_list():
    twice = (*headers(coding="gzip"), *headers(coding="br"))

    assert decoded(twice, encode(b"hello", "gzip, br")) == b"hello"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a=1&b=2", [("a", "1"), ("b", "2")]),
        ("a&b=&=c", [("a", ""), ("b", ""), ("", "c")]),
        ("a=b=c&&x", [("a", "b=c"), ("x", "")]),
        ("a+b=%20%2B", [("a b", " +")]),
        ("a=%FF", [("a", "\udcff")]),
        ("", []),
    ],
)
def test_pairs_are_decoded_in_order(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("form-data; name=a", {"name": "a"}),
        ('form-data; Name="a;b"; filename="x\\"y"', {"name": "a;b", "filename": 'x"y'}),
        ("a/b ;boundary=--x ; c=d", {"boundary": "--x", "c": "d"}),
        ("a/b", {}),
    ],
)
def test_parameters_are_read_from_a_header(value, expected):
    assert parameters(value) == expected


def test_parts_are_read_in_order_with_names_and_types():
    parts = parts_of(headers(PARTS), TWO)

    assert parts is not None
    assert [(p.name, p.filename, p.type, p.body) for p in parts] == [
        ("a", None, "", b"one"),
        ('b "q"', "f.txt", "text/plain", b"two\r\nlines"),
    ]


@pytest.mark.parametrize(
    "body", [b"", b"--x\r\n\r\nno end", b"nothing", b"--xy\r\n\r\na\r\n--xy--"]
)
def test_what_has_no_parts_is_no_multipart(body):
    assert parts_of(headers("multipart/form-data; boundary=x"), body) is None


def test_a_part_may_have_no_headers_and_hold_what_looks_like_a_boundary():
    body = b"preamble\r\n--x\r\n\r\na --x b\n--xy\r\n--x--\r\nepilogue"

    parts = parts_of(headers("multipart/mixed; boundary=x"), body)

    assert parts is not None
    assert [(part.headers, part.body) for part in parts] == [((), b"a --x b\n--xy")]
