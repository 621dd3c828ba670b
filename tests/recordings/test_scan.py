"""What a scan finds, and what it does not take for a secret."""

from __future__ import annotations

import base64
import gzip
import json

import pytest

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Request, Response
from mockforge.recordings.redact import NoRedaction, Redactor
from mockforge.recordings.scan import Finding, scan

KEY = b"a key for tests"


def exchange(target="/", headers=(), body=b"", answer=None, **more):
    asked = Request("POST", "https", "api.example.com", target, tuple(headers), body)
    return Exchange(asked, answer, **more)


FORM = ((b"Content-Type", b"application/x-www-form-urlencoded"),)
GZIP = ((b"Content-Encoding", b"gzip"),)
FOUND = {
    "header": (
        exchange(headers=[(b"Authorization", b"Bearer Zr81kQp0LmNv77Rt")]),
        "request.header.authorization",
        "credentials",
    ),
    "query": (exchange("/x?api_key=Zr81kQp0LmNv"), "request.query.api_key", "token"),
    "path": (exchange("/x/ghp_" + "aB1" * 12), "request.path", "github_token"),
    "json": (
        exchange(body=b'{"password": "hunter2"}'),
        "request.body.password",
        "secret",
    ),
    "form": (
        exchange(headers=FORM, body=b"client_secret=hunter22"),
        "request.body.client_secret",
        "secret",
    ),
    "cookie": (
        exchange(answer=Response(200, ((b"Set-Cookie", b"sid=abc123def; Path=/"),))),
        "response.header.set-cookie.sid",
        "cookies",
    ),
    "gzip": (
        exchange(answer=Response(200, GZIP, gzip.compress(b'{"token":"abc123def"}'))),
        "response.body.token",
        "token",
    ),
    "event": (
        exchange(events=(Event(b'{"token":"abc123def"}', Kind.TEXT, True, 0.0),)),
        "events[0].token",
        "token",
    ),
    "failure": (
        exchange(failure=Failure(FailureKind.DNS, "at https://ann:hunter22@x.example")),
        "failure",
        "userinfo",
    ),
    "card": (exchange(body=b"paid with 4111 1111 1111 1111"), "request.body", "card"),
    "entropy": (
        exchange(body=b'{"blob": "q8Zr81kQp0LmNv77RtXw3Yb2"}'),
        "request.body",
        "high entropy",
    ),
}


@pytest.mark.parametrize(("planted", "where", "kind"), FOUND.values(), ids=FOUND)
def test_a_secret_is_found_with_its_place_and_kind(planted, where, kind):
    assert (where, kind) in [(found.where, found.kind) for found in scan(planted)]


@pytest.mark.parametrize("planted", [case[0] for case in FOUND.values()], ids=FOUND)
def test_a_redacted_exchange_has_no_findings(planted):
    redactor = Redactor(KEY)
    # Nothing but its looks says that this one is a secret, so it is left as it is.
    looks = [f for f in scan(planted, redactor) if f.kind == "high entropy"]

    assert scan(redactor.exchange(planted), redactor) == looks


def test_standins_of_another_recording_are_taken_for_what_they_look_like():
    stored = Redactor(b"another key").exchange(exchange(body=b'{"token": "abc123def"}'))

    assert len(scan(stored, Redactor(KEY))) == 1
    assert len(scan(stored, NoRedaction())) == 1


def test_what_is_found_is_not_shown():
    (found,) = scan(exchange(body=b'{"password": "Zr81kQp0LmNv"}'))

    assert found == Finding("request.body.password", "secret", "Zr8… (12 characters)")


def test_a_short_secret_is_not_shown_at_all():
    (found,) = scan(exchange(body=b'{"password": "hunter2"}'))

    assert found.shown == "… (7 characters)"


def test_the_same_value_is_found_once_in_one_place():
    body = json.dumps({"token": "Zr81kQp0LmNv77RtXw3Yb2q8"}).encode()

    assert len(scan(exchange(body=body))) == 1


CALM = [
    b'{"id": "550e8400-e29b-41d4-a716-446655440000", "sha": "%b"}'
    % (b"da39a3ee5e" * 4),
    b'{"token_type": "Bearer", "next_token": "abc"}',
    b'{"path": "/usr/local/share/applications/some-long-file-name.desktop"}',
    b'{"name": "AVeryLongClassNameInCamelCaseWithManyWords"}',
    b'{"image": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+A8A"}',
]


@pytest.mark.parametrize("body", CALM)
def test_what_is_no_secret_is_not_found(body):
    etag = (b"ETag", b'"q8Zr81kQp0LmNv77RtXw3Yb2"')

    assert scan(exchange(body=body, answer=Response(200, (etag,)))) == []


def test_a_cursor_that_is_plain_text_in_base64_is_no_secret():
    cursor = base64.urlsafe_b64encode(b'{"after": "order-20931", "Limit": 25}').decode()
    body = f'{{"next": "{cursor.rstrip("=")}"}}'.encode()

    assert scan(exchange(answer=Response(200, (), body))) == []


def test_random_letters_are_still_told():
    body = b'{"next": "q7ZpX2mV9kLsR4tWb8NcYd3HfJ6gTaEu"}'
    found = scan(exchange(answer=Response(200, (), body)))

    assert [finding.kind for finding in found] == ["high entropy"]
