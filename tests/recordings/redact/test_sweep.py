"""One pass over a text: laws, and texts made to be slow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.recordings.redact import RedactOptions, Redactor
from mockforge.recordings.redact.sweep import OVERLAP, WINDOW

KEY = b"a key for tests"
WORDS = st.sampled_from(
    [
        b'"password"',
        b"token",
        b"api_key=",
        b'": "',
        b"\\",
        b'\\"',
        b"\\\\",
        b"\\u0041",
        b"%41",
        b"%",
        b"&amp;",
        b"<secret>",
        b"</",
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
        b":",
        b"\n",
        b"://a:b@",
        b"eyJhbGciOiJIUzI1NiJ9.",
        b"ghp_aB1aB1aB1aB1aB1aB1aB1aB1",
        b"-----BEGIN PRIVATE KEY-----",
        b"4111 1111 1111 1111",
        b"hunter22x",
        b"Basic YW5uOnMzY3JldDEyMw==",
        b"Cookie: a=",
        b"\xff\xfe",
        b"\xc3\xa4",
    ]
)
TEXTS = st.lists(WORDS | st.binary(max_size=6), max_size=24).map(b"".join)


def request(body, *headers):
    return Request("POST", "https", "api.example.com", "/", headers, body)


@settings(max_examples=200)
@given(TEXTS)
def test_no_text_breaks_it_and_all_keep_their_length(text):
    swept = Redactor(KEY).request(request(text))

    assert len(swept.body) == len(text) or b"&" in text


@settings(max_examples=200)
@given(TEXTS)
def test_a_text_is_redacted_the_same_in_another_process(text):
    assert Redactor(KEY).request(request(text)) == Redactor(KEY).request(request(text))


@settings(max_examples=500, derandomize=True)
@given(TEXTS)
def test_what_was_redacted_stays_when_standins_are_kept(text):
    # A name inside the value of another, once replaced, names nothing any more; and
    # a backslash in a key comes to stand before another letter.
    for odd, even in ((b"=", b"= "), (b"Cookie", b"cook"), (b"-----BEGIN", b"--")):
        text = text.replace(odd, even)
    stored = Redactor(KEY).request(request(text))

    assert Redactor(KEY).request(stored, keep_standins=True).body == stored.body


@settings(max_examples=200)
@given(TEXTS)
def test_redaction_does_not_depend_on_what_is_clean_beside_it(text):
    alone = Redactor(KEY).request(request(text)).body
    exchange = Exchange(request(text, (b"X-Note", b"plain")), None)

    assert Redactor(KEY).exchange(exchange).request.body == alone


@given(st.text(), st.text(min_size=1))
def test_bytes_outside_of_the_value_are_not_touched(before, after):
    import json

    data = json.dumps({"note": before, "password": "hunter22x", "more": 275.0}).encode()
    head, tail = data.split(b"hunter22x")
    swept = Redactor(KEY).request(request(data)).body

    assert swept[: len(head)].startswith(head[:9])
    assert swept.endswith(tail)


SLOW = {
    "backslashes": b"\\u0041" + b"\\" * 300_000,
    "backslashes in a value": b'{"password": "' + b"\\" * 300_001,
    "percents": b"%41" * 100_000,
    "one percent in a long word": b"a" * 300_000 + b"%41",
    "base64 with many joints": b"abcdefghijklmnop/" * 20_000,
    "open quotes": b'"password":"' * 20_000,
    "open tags": b"<password " * 20_000,
    "keys": b'"key"' * 50_000,
    "userinfo": b"://" + b"a" * 300_000,
    "labels": b"-----BEGIN " + b"KEY" * 100_000,
    "a long word": b'{"password": "' + b"a" * 300_000 + b'1"}',
    "spaces": b'"password"' + b" " * 300_000 + b"x",
    "lines": b'Content-Disposition: form-data; name="password"\r\n' + b"x\r\n" * 90_000,
    "jwt": b"eyJ" + b"a" * 300_000,
    "words": b"AbcDef" * 50_000 + b"1",
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_no_text_is_slow(text):
    """Some 300 KB each: what is not linear in one of them runs into the time limit."""
    assert Redactor(KEY).request(request(text)).method == "POST"


def test_patterns_find_what_crosses_their_windows():
    secret = b"acme_" + b"7" * 40
    redactor = Redactor(KEY, RedactOptions(patterns=["acme_[0-9]{40}"]))

    for at in range(0, 600, 7):
        body = b"." * at + secret + b"." * 300
        assert secret not in redactor.request(request(body)).body


UNTOUCHED = [
    b'{"next_token": "abc123DEF456", "nextPageToken": "CiAKGjBpNDd2Nmp2"}',
    b'{"code": "ERR_4521_INVALID", "key": "a"} <code>pip install mockforge</code>',
    b'{"token_type": "Bearer", "expires_in": 3600, "max_tokens": 512}',
    b'{"usage": {"total_tokens": 12, "prompt_tokens": 5}}',
    b'{"password_reset_required": true, "has_password": false, "password": null}',
    b'{"secret_name": "prod/db", "SecretId": "prod/db", "author": "Ann"}',
    b'{"errors": {"password": [], "token": ["is invalid"]}, "code": "NotFound"}',
    b'{"id": 1234567890123456789, "at": 1700000000000, "ns": 1700000000123456789}',
    b'{"id": "4111-1111-1111-1111-extra", "n": 4111111111111111.5}',
    b'{"m": 0.4111111111111111, "e": 4111111111111111e3}',
    b'{"uuid": "550e8400-e29b-41d4-a716-446655440000", "pin_code": true}',
    b'{"sha": "da39a3ee5e6b4b0d3255bfef95601890afd80709", "key": "a/1", "value": "x"}',
    b'{"token": " Hello", "logprob": -0.1, "tokens": [1, 2, 3]}',
    b'{"token": "Authentication", "logprob": -0.1, "bytes": [72, 101]}',
    b'{"password": {"type": "string", "minLength": 8}, "required": ["password"]}',
    b'{"a": 275.0, "b":  1e400, "c": 12345678901234567890123, "a": 2}',
    b"<xs:element name='password' type='xs:string'/><token/>",
    b"Enter your password: it is required. The token=value form is documented.",
    b"https://api.example.com/reset?page=2&code=US&key=name",
    b"\xff\xfe not utf-8 \x80 at all",
    b'{"password": "", "token": "****", "secret": "<redacted>", "api_key": "${KEY}"}',
    b'{"session_id": "9f86d081-884c", "id": {"id": "7"}, "cursor": "YWJjZGVmZ2hpamts"}',
    b'{"phone": "+49 30 1234 5678", "iban": "DE89 3704 0044 0532 0130 00"}',
    b'{"image": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"}',
    b"if (password == other) { return token; } const secretsCount = 3;",
]


@pytest.mark.parametrize("body", UNTOUCHED)
def test_what_is_no_secret_is_not_touched(body):
    planted = Exchange(request(body), Response(200, (), body))

    assert Redactor(KEY).exchange(planted) is planted


LONG = WINDOW + 4 * OVERLAP


@pytest.mark.parametrize(
    "at",
    [0, WINDOW - 40, WINDOW - 5, WINDOW, WINDOW + 5, LONG - 60],
    ids=["begin", "before a cut", "on a cut", "after a cut", "overlap", "end"],
)
def test_a_long_text_is_swept_in_pieces_as_it_would_be_at_once(at):
    redactor = Redactor(b"k" * 16)
    secret = b'"password": "hunter2-very-long-Secret", '
    filler = (b"plain words, " * (LONG // 13 + 1))[:LONG]
    text = filler[:at] + secret + filler[at:]
    short = redactor.text(secret.decode()).encode()

    swept = redactor.text(text.decode()).encode()

    assert short != secret
    assert swept == filler[:at] + short + filler[at:]


def test_a_long_text_without_secrets_is_the_same_object():
    text = "plain words, " * (LONG // 13 + 1)

    assert Redactor(b"k" * 16).text(text) is text
