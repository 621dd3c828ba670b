"""Messages led through a sweep part by part."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zlib
from dataclasses import replace

import pytest

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Request, Response
from mockforge.recordings.redact import Redactor

KEY = b"a key for tests"
SECRET = "Zr81kQp0LmNv77Rt"
NAMED = b'{"token": "%b"}' % SECRET.encode()
BEARER = ((b"Authorization", b"Bearer " + SECRET.encode()),)


def request(target="/", headers=(), body=b"", trailers=()):
    return Request(
        "POST", "https", "a.example", target, tuple(headers), body, trailers=trailers
    )


PARTS = {
    "path": Exchange(request(f"/a/ghp_{SECRET}{SECRET}"), None),
    "query": Exchange(request(f"/?token={SECRET}"), None),
    "header": Exchange(request(headers=BEARER), None),
    "url in a header": Exchange(
        request(headers=[(b"Referer", b"https://x/?token=" + SECRET.encode())]), None
    ),
    "body": Exchange(request(body=NAMED), None),
    "trailer": Exchange(request(trailers=BEARER), None),
    "answer": Exchange(request(), Response(200, BEARER, NAMED)),
    "answer's trailer": Exchange(request(), Response(200, trailers=BEARER)),
    "reason": Exchange(request(headers=BEARER), Response(400, reason=f"bad {SECRET}")),
    "event": Exchange(request(), None, events=(Event(NAMED, Kind.TEXT, True, 0.0),)),
    "close": Exchange(
        request(headers=BEARER),
        None,
        events=(Event(b"\x03\xe8bye " + SECRET.encode(), Kind.CLOSE, False, 0.0),),
    ),
    "failure": Exchange(
        request(headers=BEARER), None, Failure(FailureKind.RESET, f"after {SECRET}")
    ),
    "endpoint": Exchange(request(headers=BEARER), None, endpoint=f"GET /a/{SECRET}"),
    "picture": Exchange(
        request(headers=BEARER),
        Response(
            200, ((b"Content-Type", b"image/png"),), bytes(5000) + SECRET.encode()
        ),
    ),
    "large body": Exchange(request(body=b" " * (2 << 20) + NAMED), None),
}


@pytest.mark.parametrize("exchange", PARTS.values(), ids=PARTS)
def test_every_part_is_swept(exchange):
    assert SECRET in repr(exchange)
    assert SECRET not in repr(Redactor(KEY).exchange(exchange))


@pytest.mark.parametrize("exchange", PARTS.values(), ids=PARTS)
def test_all_else_of_an_exchange_is_kept(exchange):
    swept = Redactor(KEY).exchange(exchange)

    assert swept.request.method == exchange.request.method
    assert [name for name, _ in swept.request.headers] == [
        name for name, _ in exchange.request.headers
    ]
    assert [e.kind for e in swept.events] == [e.kind for e in exchange.events]
    assert len(swept.request.body) == len(exchange.request.body)


def test_repeated_headers_stay_in_order():
    headers = ((b"A", b"1"), *BEARER, (b"a", b"2"), *BEARER)
    swept = Redactor(KEY).request(request(headers=headers)).headers

    assert [name for name, _ in swept] == [name for name, _ in headers]
    assert (swept[0], swept[2]) == (headers[0], headers[2])
    assert swept[1] == swept[3] != headers[1]


def test_bytes_that_are_not_utf_8_are_kept():
    headers = ((b"X-Raw", b"\xff\xfe caf\xe9"), *BEARER)
    swept = Redactor(KEY).request(request("/caf\udce9", headers=headers, body=b"\xff"))

    assert swept.headers[0] == headers[0]
    assert swept.target == "/caf\udce9"
    assert swept.body == b"\xff"


def test_an_empty_message_is_itself():
    empty = Exchange(request(), Response(204))

    assert Redactor(KEY).exchange(empty) is empty


CALM_HEADERS = [
    (b"Sec-WebSocket-Key", b"dGhlIHNhbXBsZSBub25jZQ=="),
    (b"WWW-Authenticate", b'Bearer realm="https://auth.example.com/token",service="r"'),
    (b"ETag", b'"da39a3ee5e6b4b0d3255bfef95601890afd80709"'),
    (b"X-Request-Id", b"550e8400-e29b-41d4-a716-446655440000"),
    (b"Access-Control-Allow-Headers", b"Authorization, X-Api-Key, Cookie"),
    (b"X-Ratelimit-Remaining-Tokens", b"1000"),
    (b"Idempotency-Key", b"a8098c1a-f86e-11da-bd1a-00112444be1e"),
    (b"Cookie", b"lang=en; theme=dark; seen=1"),
    (b"Set-Cookie", b"sid=; Path=/; Max-Age=0"),
    (b"Vary", b"Cookie, Authorization"),
    (b"Link", b'<https://api.example.com/items?page=2&per_page=30>; rel="next"'),
]


@pytest.mark.parametrize("header", CALM_HEADERS)
def test_a_header_that_holds_no_secret_is_not_touched(header):
    planted = Exchange(request(headers=[header]), Response(200, (header,)))

    assert Redactor(KEY).exchange(planted) is planted


def test_a_cut_body_is_redacted_to_its_last_byte():
    body = b'{"password": "Zr81kQp0Lm'
    asked = replace(request(body=body), size=500)

    assert b"Zr81kQp0Lm" not in Redactor(KEY).request(asked).body
    assert Redactor(KEY).request(asked).size == 500


def test_a_cut_coded_body_stays_a_beginning():
    whole = gzip.compress(
        json.dumps({"password": "Zr81kQp0Lm", "x": "abcdefgh" * 300}).encode()
    )
    cut = Response(200, ((b"Content-Encoding", b"gzip"),), whole[:-20], size=len(whole))
    swept = Redactor(KEY).exchange(Exchange(request(), cut)).response
    assert swept is not None
    assert swept.size is not None

    plain = zlib.decompressobj(31).decompress(swept.body)
    assert b"Zr81kQp0Lm" not in plain
    assert swept.size - len(swept.body) == 20
    with pytest.raises(EOFError):
        gzip.decompress(swept.body)


def test_a_body_that_is_not_what_it_says_is_read_as_it_is():
    headers = ((b"Content-Encoding", b"gzip"),)
    answer = Response(200, headers, b'{"password": "Zr81kQp0Lm"}')

    assert "Zr81" not in repr(Redactor(KEY).exchange(Exchange(request(), answer)))


def test_a_coded_body_without_secrets_keeps_its_bytes():
    body = gzip.compress(b'{"plain": "text"}', mtime=12345)
    planted = Exchange(
        request(), Response(200, ((b"Content-Encoding", b"gzip"),), body)
    )

    assert Redactor(KEY).exchange(planted) is planted


def test_a_digest_of_the_body_is_made_right_again():
    body = b'{"password": "Zr81kQp0Lm"}'
    md5 = hashlib.md5(body).hexdigest()
    answer = Response(200, ((b"ETag", b'"%b"' % md5.encode()),), body)
    swept = Redactor(KEY).exchange(Exchange(request(), answer)).response

    assert swept is not None
    assert swept.header("etag") == f'"{hashlib.md5(swept.body).hexdigest()}"'


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("Bearer abcdef123456", "Bearer "),
        ("Token abcdef123456", "Token "),
        ('Digest username="ann", realm="r", uri="/x", response="abcdef0123456789"',
         'Digest username="ann", realm="r", uri="/x", response="'),
        ("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20250101/us-east-1/s3/"
         "aws4_request, SignedHeaders=host, Signature=" + "ab12" * 16,
         "/20250101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature="),
    ],
)  # fmt: skip
def test_the_scheme_and_what_only_describes_is_kept(value, kept):
    swept = Redactor(KEY).request(request(headers=[(b"Authorization", value.encode())]))

    shown = swept.header("authorization") or ""
    assert kept in shown
    assert shown != value
    assert len(shown) == len(value)


def test_basic_stays_a_user_and_a_password_of_the_same_length():
    pair = base64.b64encode(b"alice:s3cret:pw!").decode()
    swept = Redactor(KEY).request(
        request(headers=[(b"Authorization", f"Basic {pair}".encode())])
    )

    user, _, password = base64.b64decode(
        (swept.header("authorization") or "")[6:]
    ).partition(b":")
    assert (len(user), len(password)) == (5, 10)
    assert user != b"alice"
    assert password.decode() == Redactor(KEY).standin("s3cret:pw!")
