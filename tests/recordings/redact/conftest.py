"""A corpus of planted secrets: what they are, and where they are planted."""

from __future__ import annotations

import base64
import gzip
import html
import json
import string
import zlib
from random import Random
from urllib.parse import quote, quote_plus

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Chunk, Request, Response

ALNUM = string.ascii_letters + string.digits


def pytest_generate_tests(metafunc):
    """Give each test that asks for *planted* the whole corpus."""
    if "planted" in metafunc.fixturenames:
        metafunc.parametrize(("planted", "secret"), CORPUS)


def request(target="/", headers=(), body=b"", method="POST"):
    return Request(method, "https", "api.example.com", target, tuple(headers), body)


def exchange(asked=None, answered=None, **more):
    return Exchange(asked or request(), answered, **more)


def b64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def word(chance, size, letters=ALNUM):
    return "".join(chance.choice(letters) for _ in range(size))


def jwt(chance):
    head = b64url(b'{"alg":"HS256","typ":"JWT"}')
    claims = {"sub": word(chance, 12), "exp": 1_900_000_000, "role": "admin"}
    return f"{head}.{b64url(json.dumps(claims).encode())}.{word(chance, 43)}"


SECRETS = {
    "opaque": lambda c: word(c, 24),
    "short": lambda c: word(c, 9) + "1a",
    "hex": lambda c: word(c, 32, "0123456789abcdef") + "a1",
    "symbols": lambda c: word(c, 8) + '/+"\\&=% <' + word(c, 6),
    "accents": lambda c: word(c, 7) + "äöß€" + word(c, 4) + "😀1",
    "passphrase": lambda c: " ".join(
        word(c, 5, string.ascii_lowercase) for _ in "1234"
    ),
    "jwt": jwt,
    "github": lambda c: "ghp_" + word(c, 36),
    "stripe": lambda c: "sk_live_" + word(c, 24),
    "slack": lambda c: "xoxb-" + word(c, 12, string.digits) + "-" + word(c, 24),
    "uuid": lambda c: (
        f"{word(c, 8, 'abcdef01')}-{word(c, 4, 'abcd12')}-4{word(c, 3, 'abc12')}"
        f"-a{word(c, 3, 'abc12')}-{word(c, 12, 'abcdef01')}"
    ),
}


def as_bearer(s):
    return exchange(request(headers=[(b"Authorization", b"Bearer " + latin(s))]))


def as_api_key(s):
    return exchange(request(headers=[(b"x-api-key", latin(s))]))


def as_basic(s):
    pair = base64.b64encode(b"alice:" + s.encode())
    return exchange(request(headers=[(b"authorization", b"Basic " + pair)]))


def as_cookie(s):
    value = quote(s, safe="").encode()
    return exchange(request(headers=[(b"Cookie", b"lang=en; sid=" + value)]))


def as_set_cookie(s):
    value = b"sid=" + quote(s, safe="").encode() + b"; Path=/; HttpOnly"
    return exchange(answered=Response(200, ((b"Set-Cookie", value),)))


def as_query(s):
    return exchange(request(f"/items?page=2&api_key={quote_plus(s)}&sort=name"))


def as_nested_url(s):
    inner = f"https://app.example.com/cb?access_token={quote(s, safe='')}&state=1"
    return exchange(request(f"/go?redirect={quote(inner, safe='')}"))


def as_json_in_query(s):
    return exchange(request(f"/go?filter={quote(json.dumps({'password': s}))}"))


def as_form(s):
    body = f"grant_type=password&client_secret={quote_plus(s)}&x=1".encode()
    kind = (b"Content-Type", b"application/x-www-form-urlencoded")
    return exchange(request(headers=[kind], body=body))


def as_json(s):
    return exchange(
        request(body=json.dumps({"user": {"password": s}, "n": 275.0}).encode())
    )


def as_raw_json(s):
    text = json.dumps({"a": [{"refreshToken": s}]}, ensure_ascii=False)
    return exchange(answered=Response(200, (), text.encode()))


def as_json_list(s):
    body = json.dumps({"recovery_codes": ["x", s, s + "z"]}, indent=2).encode()
    return exchange(answered=Response(200, (), body))


def as_unicode_escapes(s):
    escaped = "".join(
        f"\\u{ord(c):04x}" if c.isalnum() and c.isascii() else c for c in s
    )
    escaped = json.dumps(s)[1:-1] if not s.isascii() else escaped
    safe = escaped if '"' not in s else json.dumps(s)[1:-1]
    return exchange(request(body=b'{"pass\\u0077ord": "%b"}' % safe.encode()))


def as_json_in_json(s):
    inner = json.dumps({"client_secret": s, "n": 1})
    return exchange(answered=Response(200, (), json.dumps({"payload": inner}).encode()))


def as_json_thrice(s):
    text = json.dumps({"id_token": s})
    for _ in range(2):
        text = json.dumps({"message": text})
    return exchange(answered=Response(200, (), text.encode()))


def as_name_and_value(s):
    body = json.dumps({"env": [{"name": "API_SECRET", "value": s}]})
    return exchange(request(body=body.encode()))


def as_xml(s):
    body = f"<r><c:Password x='1'>{html.escape(s)}</c:Password></r>".encode()
    return exchange(answered=Response(200, (), body))


def as_attribute(s):
    body = f'<login user="bob" password="{html.escape(s)}"/>'.encode()
    return exchange(answered=Response(200, (), body))


def as_cdata(s):
    body = f"<SecretAccessKey><![CDATA[{s}]]></SecretAccessKey>".encode()
    return exchange(answered=Response(200, (), body))


def as_multipart(s):
    body = (
        '--B\r\nContent-Disposition: form-data; name="password"\r\n\r\n'
        f'{s}\r\n--B\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n'
        "Content-Type: text/plain\r\n\r\nplain\r\n--B--\r\n"
    ).encode()
    kind = (b"Content-Type", b"multipart/form-data; boundary=B")
    return exchange(request(headers=[kind], body=body))


def as_location(s):
    value = f"https://app.example.com/#access_token={quote(s, safe='')}&x=1".encode()
    return exchange(answered=Response(302, ((b"Location", value),)))


def as_userinfo(s):
    body = json.dumps({"clone": f"https://bot:{quote(s, safe='')}@git.example.com/x"})
    return exchange(answered=Response(200, (), body.encode()))


def as_text_frame(s):
    data = json.dumps({"type": "auth", "token": s}).encode()
    return exchange(events=(Event(data, Kind.TEXT, True, 0.1),))


def as_binary_frame(s):
    data = b"\x00\x01\xff" + json.dumps({"token": s}).encode() + b"\x00"
    return exchange(events=(Event(data, Kind.BINARY, False, 0.1),))


def as_socket_io(s):
    data = b'42["login",' + json.dumps({"passphrase": s}).encode() + b"]"
    return exchange(events=(Event(data, Kind.TEXT, True, 0.1),))


def as_server_sent(s):
    line = json.dumps({"session_token": s})
    body = f"event: hello\ndata: {line}\n\ndata: ok\n\n".encode()
    half = len(body) // 2
    chunks = (Chunk(0.1, half), Chunk(0.2, len(body) - half))
    kind = ((b"Content-Type", b"text/event-stream"),)
    return exchange(answered=Response(200, kind, body, chunks=chunks))


def as_failure(s):
    message = f"cannot reach https://bot:{quote(s, safe='')}@api.example.com/"
    return exchange(failure=Failure(FailureKind.REFUSED, message))


def as_base64_json(s):
    blob = base64.b64encode(json.dumps({"secret": s}).encode()).decode()
    return exchange(request(body=json.dumps({"state": blob}).encode()))


def echoed(write):
    """Plant a secret in a header, and *write* it where nothing names it."""

    def plant(s):
        header = (b"Authorization", b"Bearer " + latin(s))
        return exchange(
            request(headers=[header], body=write(s)), Response(200, (), write(s))
        )

    return plant


def coded(coding, encode):
    def plant(s):
        body = encode(json.dumps({"credentials": s, "n": list(range(50))}).encode())
        headers = (
            (b"Content-Encoding", coding),
            (b"Content-Length", b"%d" % len(body)),
        )
        chunks = (Chunk(0.0, 10), Chunk(0.1, len(body) - 10))
        return exchange(
            request(headers=headers, body=body),
            Response(200, headers, body, chunks=chunks),
        )

    return plant


def latin(s):
    return s.encode("utf-8")


PLACES = {
    name: place for name, place in list(globals().items()) if name.startswith("as_")
} | {
    "gzip": coded(b"gzip", gzip.compress),
    "deflate": coded(b"deflate", zlib.compress),
    "raw_deflate": coded(b"deflate", lambda b: zlib.compress(b, wbits=-15)),
    "br": coded(b"br", brotli.compress),
    "zstd": coded(b"zstd", zstandard.compress),
    "twice": coded(b"gzip, br", lambda b: brotli.compress(gzip.compress(b))),
    "echo": echoed(lambda s: b'{"you sent": %b}' % json.dumps(s).encode()),
    "echo_url": echoed(lambda s: b"<a href='/x/%b'>" % quote(s, safe="").encode()),
    "echo_base64": echoed(lambda s: b'{"x": "%b"}' % base64.b64encode(s.encode())),
    "echo_binary": echoed(
        lambda s: (
            b'{"x":"%b"}' % base64.b64encode(b"\x00\x01" + s.encode() + b"\xff\xfe")
        )
    ),
}
# What a header cannot hold; and words, which under a name as open as "token" may be
# a message about one.
_NO_HEADER = {"symbols", "accents", "passphrase"}
_OPEN_NAME = """
as_query as_nested_url as_location as_raw_json as_json_thrice as_cdata as_text_frame
as_binary_frame as_server_sent gzip deflate raw_deflate br zstd twice
""".split()  # noqa: SIM905 - read as prose
UNFIT = {place: {"passphrase"} for place in _OPEN_NAME} | dict.fromkeys(
    ("as_bearer", "echo", "echo_url", "echo_base64", "echo_binary"), _NO_HEADER
)
CORPUS = [
    pytest.param(
        PLACES[place](secret),
        secret,
        id=f"{place}-{kind}-{n}",
    )
    for place in PLACES
    for kind in SECRETS
    if kind not in UNFIT.get(place, set())
    for n in range(2)
    for secret in [SECRETS[kind](Random(f"{place}{kind}{n}"))]
]
