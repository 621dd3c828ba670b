import hashlib

import pytest

from mockforge.http import Request, Response
from mockforge.stages.seals import seal_request, seal_response

AWS = (
    "AWS4-HMAC-SHA256 Credential=AK/20260101/r/s3/aws4_request,"
    " SignedHeaders=host;x-amz-date, Signature=1"
)
BODY = b'{"a": 1}'


def sealed(name, value):
    pair = (name.encode(), value.encode())
    return seal_request(Request("POST", "http", "a", "/", (pair,), BODY))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("Content-MD5", "x=="), ("Digest", "SHA-256=x"), ("content-digest", "x")),
        *(("Repr-Digest", "x"), ("X-Amz-Content-SHA256", "abc")),
        *(("x-amz-checksum-crc32", "x"), ("Signature", "sig1=:x:")),
        *(("X-Hub-Signature-256", "sha256=x"), ("Stripe-Signature", "t=1,v1=x")),
        *(("X-Shopify-Hmac-Sha256", "x"), ("Authorization", "HMAC id:x")),
        ("Authorization", 'Digest username="mu", qop=auth-int'),
        ("Authorization", 'Signature keyId="k",headers="date digest",signature="x"'),
    ],
)
def test_a_request_that_says_what_its_body_is_is_sealed(name, value):
    assert sealed(name, value) == name.lower()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("Authorization", "Bearer x"), ("Authorization", "Basic x")),
        *(("X-Amz-Content-SHA256", "UNSIGNED-PAYLOAD"), ("Accept", "a/b")),
        ("X-Amz-Content-SHA256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
        ("Authorization", AWS),
        ("Authorization", 'Signature keyId="k",headers="(request-target) host"'),
    ],
)
def test_a_request_whose_signature_is_void_already_or_leaves_the_body_out_is_open(
    name, value
):
    assert sealed(name, value) is None


@pytest.mark.parametrize(
    ("status", "headers", "field"),
    [
        (206, (), "content-range"),
        (200, ((b"Content-Range", b"bytes 0-1/2"),), "content-range"),
        (200, ((b"Docker-Content-Digest", b"sha256:x"),), "docker-content-digest"),
        (200, ((b"X-Amz-Checksum-SHA256", b"x"),), "x-amz-checksum-sha256"),
        (200, ((b"Content-MD5", b"x"),), "content-md5"),
        (200, ((b"ETag", b'"%s"' % hashlib.md5(BODY).hexdigest().encode()),), "etag"),
        (200, ((b"ETag", b'"%s"' % hashlib.md5(b"").hexdigest().encode()),), None),
        (200, ((b"ETag", b'W/"12"'), (b"Content-Type", b"a/json")), None),
    ],
)
def test_an_answer_that_says_what_its_body_is_is_sealed(status, headers, field):
    assert seal_response(Response(status, headers, BODY)) == field


def test_before_the_body_is_there_what_looks_like_its_md5_is_taken_for_it():
    headers = ((b"ETag", b'"d41d8cd98f00b204e9800998ecf8427e"'),)

    assert seal_response(Response(200, headers)) == "etag"
