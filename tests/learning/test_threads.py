import json

import pytest

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning import threads
from mockforge.learning.threads import Threads, joined

KEY = "tok_9f8e7d6c5b4a"


def asked(target="/", *headers):
    return Request("GET", "http", "a", target, headers)


def gives(key=KEY):
    body = json.dumps({"user": {"name": "ada"}, "access": key}).encode()
    return Response(200, ((b"Content-Type", b"application/json"),), body)


@pytest.mark.parametrize(
    "request_",
    [
        asked("/", (b"Authorization", f"Bearer {KEY}".encode())),
        asked("/", (b"X-Api-Key", KEY.encode())),
        asked("/", (b"Cookie", f"a=1; sid={KEY}".encode())),
        asked(f"/?access_token={KEY}"),
    ],
    ids=["bearer", "key", "cookie", "query"],
)
def test_who_was_given_a_key_goes_on_with_it(request_):
    known = Threads()
    known.gave(gives(), known.of(asked(), "addr:1"))

    assert known.of(request_, "auth:x") == "addr:1"
    assert known.of(asked(), "auth:x") == "addr:1"


def test_a_cookie_that_is_set_is_a_key_too():
    known = Threads()
    answer = Response(204, ((b"Set-Cookie", f"sid={KEY}; Path=/".encode()),))
    known.gave(answer, known.of(asked(), "addr:1"))

    request = asked("/", (b"Cookie", f"sid={KEY}".encode()))

    assert known.of(request, "cookie:x") == "addr:1"


def test_a_key_that_nobody_gave_begins_a_thread():
    known = Threads()
    known.gave(gives("other_key_000"), known.of(asked(), "addr:1"))

    request = asked("/", (b"Authorization", f"Bearer {KEY}".encode()))

    assert known.of(request, "auth:x") == "auth:x"


def test_scopes_stay_apart():
    known = Threads()
    known.gave(gives(), known.of(asked(), "named:1/addr:1"))
    request = asked("/", (b"Authorization", f"Bearer {KEY}".encode()))

    assert known.of(request, "named:2/auth:x") == "named:2/auth:x"
    assert known.of(request, "named:1/auth:x") == "named:1/addr:1"


@pytest.mark.parametrize("value", ["short", "a sentence of words 12", "lettersonly"])
def test_words_are_no_keys(value):
    known = Threads()
    known.gave(gives(value), known.of(asked(), "addr:1"))

    request = asked("/", (b"Accept-Language", value.encode()))

    assert known.of(request, "addr:2") == "addr:2"


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(threads, "MOST_GIVEN", 5)
    known = Threads()
    for number in range(20):
        known.gave(gives(f"key-{number:05}"), known.of(asked(), f"addr:{number}"))

    old = asked("/", (b"Authorization", b"key-00001"))
    new = asked("/", (b"Authorization", b"key-00019"))

    assert known.of(old, "auth:1") == "auth:1"
    assert known.of(new, "auth:2") == "addr:19"


def test_exchanges_are_joined_in_order_of_their_start():
    login = Exchange(asked(), gives(), session="addr:1", started=1.0)
    use = Exchange(
        asked("/", (b"Authorization", f"Bearer {KEY}".encode())),
        Response(200),
        session="auth:x",
        started=2.0,
    )

    assert [one.session for one in joined([use, login])] == ["addr:1", "addr:1"]
    assert joined([login])[0] is login


@pytest.mark.parametrize(
    "request_",
    [
        asked("/", (b"Content-Type", b"application/json")),
        asked("/", (b"If-None-Match", b'"9f8e7d6c5b4a3f2e"')),
        asked("/?since=2024-05-01"),
        asked("/?sort=created_at"),
    ],
    ids=["type", "etag", "day", "word"],
)
def test_what_is_told_to_many_joins_nobody(request_):
    told = {"since": "2024-05-01", "sort": "created_at"}
    headers = (
        (b"Content-Type", b"application/json"),
        (b"ETag", b'"9f8e7d6c5b4a3f2e"'),
    )
    known = Threads()
    known.gave(Response(200, headers, json.dumps(told).encode()), "auth:1")

    assert known.of(request_, "auth:2") == "auth:2"
