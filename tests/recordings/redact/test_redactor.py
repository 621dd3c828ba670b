"""The promises of redaction as a whole, on a corpus of planted secrets."""

from __future__ import annotations

import base64
import gzip
import html
import json
import re
import string
import zlib
from urllib.parse import quote, unquote_to_bytes

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Request, Response
from mockforge.recordings.redact import NoRedaction, Redactor

KEY = b"a key for tests, thirty-two bytes"
ALNUM = string.ascii_letters + string.digits


def request(target="/", headers=(), body=b"", method="POST"):
    return Request(method, "https", "api.example.com", target, tuple(headers), body)


def exchange(asked=None, answered=None, **more):
    return Exchange(asked or request(), answered, **more)


def texts_of(swept):
    """Yield every byte string of *swept*, and all it can be read as."""
    asked, answered = swept.request, swept.response
    yield from readings(asked.target.encode())
    for message in filter(None, (asked, answered)):
        for _, value in (*message.headers, *message.trailers):
            yield from readings(value)
        yield from readings(message.body)
        yield from readings(decoded(message))
    for event in swept.events:
        yield from readings(event.data)
    if swept.failure:
        yield from readings(swept.failure.message.encode())


def decoded(message):
    body = message.body
    for coding in reversed((message.header("content-encoding") or "").split(",")):
        body = {
            "gzip": gzip.decompress,
            "deflate": inflate,
            "br": brotli.decompress,
            "zstd": zstandard.ZstdDecompressor().decompressobj().decompress,
            "": bytes,
        }[coding.strip()](body)
    return body


def inflate(body):
    try:
        return zlib.decompress(body)
    except zlib.error:
        return zlib.decompress(body, wbits=-15)


def readings(data, depth=3):
    yield data
    if depth == 0:
        return
    yield from readings(unquote_to_bytes(data.replace(b"+", b" ")), depth - 1)
    text = data.decode("utf-8", "replace")
    yield html.unescape(text).encode("utf-8", "replace")
    plain = re.sub(r"\\+u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)
    plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    yield plain.encode("utf-8", "replace")
    yield re.sub(r'\\+(["\\/])', r"\1", plain).encode("utf-8", "replace")
    yield re.sub(r'\\(["\\/])', r"\1", plain).encode("utf-8", "replace")
    for run in re.findall(rb"[A-Za-z0-9+/_-]{8,}", data):
        for shift in range(4):
            cut = run[shift:].replace(b"-", b"+").replace(b"_", b"/")
            cut = cut[: -1 if len(cut) % 4 == 1 else None]
            inner = base64.b64decode(cut + b"=" * (-len(cut) % 4))
            yield inner
            if b"\\" in inner:
                yield from readings(inner, depth - 1)


def named(secret):
    return exchange(request(body=json.dumps({"password": secret}).encode()))


BEARER = exchange(request(headers=[(b"Authorization", b"Bearer Zr81kQp0LmNv77Rt")]))


@pytest.fixture
def redactor():
    return Redactor(KEY)


def test_a_planted_secret_is_nowhere_in_what_is_stored(planted, secret, redactor):
    forms = {secret.encode(), quote(secret, safe="").encode()}
    assert any(form in text for text in texts_of(planted) for form in forms)

    swept = redactor.exchange(planted)

    for text in texts_of(swept):
        assert not any(form in text for form in forms), text


def test_a_replayed_request_is_redacted_as_the_recorded_one(planted, secret, redactor):
    """With the real secret and with its stand-in, in this process and the next."""
    stored = redactor.exchange(planted).request
    later = Redactor(KEY)

    assert later.request(planted.request) == stored
    assert later.request(planted.request, keep_standins=True) == stored
    assert Redactor(KEY).request(stored, keep_standins=True) == stored


def test_what_was_stored_is_left_alone_when_it_is_stored_again(
    planted, secret, redactor
):
    stored = redactor.exchange(planted)

    assert Redactor(KEY).exchange(stored, keep_standins=True) is stored


def test_chunks_and_lengths_still_say_how_long_the_body_is(planted, secret, redactor):
    swept = redactor.exchange(planted)

    for message in filter(None, (swept.request, swept.response)):
        length = message.header("content-length")
        assert length is None or int(length) == len(message.body)
    if swept.response and swept.response.chunks:
        assert sum(c.size for c in swept.response.chunks) == len(swept.response.body)


def test_a_secret_of_the_answer_vanishes_from_the_request_too(redactor):
    minted = "Zr81kQp0LmNv77Rt"
    planted = exchange(
        request(f"/sessions/{minted}"),
        Response(200, (), b'{"access_token": "%b"}' % minted.encode()),
    )

    assert minted not in redactor.exchange(planted).request.target


def test_what_only_memory_found_is_found_by_another_process(redactor):
    """A client with the real secret in a path asks a replay that never saw it named."""
    minted = "Zr81/kQp0LmNv77Rt"
    planted = exchange(
        request(f"/sessions/x-{quote(minted, safe='')}", body=minted.encode()),
        Response(200, (), b'{"access_token": "%b"}' % minted.encode()),
    )
    stored = redactor.exchange(planted).request
    later = Redactor(KEY, carried=redactor.carried)

    assert later.request(planted.request, keep_standins=True) == stored
    assert minted not in "".join(redactor.carried)


def test_nothing_is_carried_for_secrets_that_a_name_gives_away(redactor):
    redactor.exchange(BEARER)
    redactor.exchange(named("Zr81kQp0LmNv77Rt"))

    assert redactor.carried == ()


def test_a_secret_found_later_vanishes_from_every_part_of_its_exchange(redactor):
    found = "Qm3tYw9Zk2Lp8Xv1"
    planted = exchange(
        request(f"/a/{found}", headers=[(b"X-Trace", found.encode())]),
        Response(200, (), b"", reason=f"it is {found}"),
        events=(
            Event(found.encode(), Kind.TEXT, True, 0.0),
            Event(b'{"token":"%b"}' % found.encode(), Kind.TEXT, True, 0.0),
        ),
        failure=Failure(FailureKind.RESET, f"after {found}"),
        endpoint=f"GET /a/{found}",
    )

    assert found not in repr(redactor.exchange(planted))


def test_a_value_that_looks_like_a_standin_is_replaced_on_the_way_to_disk(redactor):
    """Else a server could have its secrets stored by making them look so."""
    made = redactor.standin("Zr81kQp0LmNv77Rt")
    stored = redactor.exchange(named(made))

    assert made.encode() not in stored.request.body
    assert redactor.request(named(made).request, keep_standins=True) == (
        named(made).request
    )


def test_attributes_and_names_of_cookies_are_kept(redactor):
    header = b"sid=Zr81kQp0Lm; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly"
    answer = Response(200, ((b"Set-Cookie", header),))
    swept = redactor.exchange(exchange(answered=answer)).response.header("set-cookie")

    assert swept.startswith("sid=")
    assert swept.endswith("; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly")


def test_the_same_secret_has_the_same_standin_in_every_coding(planted, secret):
    standin = Redactor(KEY).standin(secret)
    forms = {standin.encode(), quote(standin, safe="").encode()}
    swept = Redactor(KEY).exchange(planted)

    assert any(form in text for text in texts_of(swept) for form in forms)


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ("Authorization: Bearer Zr81kQp0LmNv77Rt", "Zr81kQp0LmNv77Rt"),
        ("GET https://bob:hunter22@api.example.com/ refused", "hunter22"),
        ("GET /x?api_key=hunter22 answered 200", "hunter22"),
        ("Cookie: sid=abc123def; lang=en", "abc123def"),
        ("password=hunter22x, retrying", "hunter22x"),
        ('config {"client_secret": "hunter22"}', "hunter22"),
        ("paid with 4111 1111 1111 1111 today", "1111 1111 1111"),
        ("token ghp_" + "a1B2" * 9, "a1B2a1B2"),
    ],
)
def test_a_line_of_a_log_shows_no_secret(line, secret, redactor):
    assert secret not in redactor.text(line)


def test_a_line_of_a_log_shows_what_is_secret_elsewhere(redactor):
    redactor.exchange(BEARER)

    assert "Zr81kQp0LmNv77Rt" not in redactor.text("no route for Zr81kQp0LmNv77Rt")
    assert redactor.text("no route for /orders") == "no route for /orders"


def test_a_password_that_is_a_word_stays_in_other_texts(redactor):
    """Else a password 'production' would take that word out of everything."""
    redactor.exchange(named("production"))
    planted = exchange(request(body=b'{"stage": "production"}'))

    assert redactor.exchange(planted) is planted


def test_without_redaction_everything_is_as_it_was():
    planted, nothing = named("Zr81kQp0LmNv77Rt"), NoRedaction()

    assert nothing.exchange(planted) is planted
    assert nothing.request(planted.request, keep_standins=True) is planted.request
    assert nothing.text("password=x") == "password=x"
    assert nothing.standin("x") == "x"
    assert not nothing.is_standin("x")
