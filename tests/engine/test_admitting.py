"""What a client is known by after an answer."""

import pytest

from mockforge.engine.admitting import next_asked
from mockforge.http import Request, Response

JSON = (b"Content-Type", b"application/json")
BASIC = (b"Authorization", b"Basic eDp5")


def asked(*headers):
    return Request("POST", "http", "h:1", "/login", headers, b"user=ann")


def given(headers, body=b"", status=200, sent=()):
    """What is carried next, and whether that is sure."""
    response = Response(status, (JSON, *headers), body)
    return [
        (tuple((n.decode(), v.decode()) for n, v in request.headers), is_sure)
        for request, is_sure in next_asked(asked(*sent), response)
    ]


def cookie(text):
    return (b"Set-Cookie", text)


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ([], b'{"id": 7, "name": "ann", "tokens": 3}', 200),
        ([], b"[]", 200),
        ([], b"", 204),
        ([], b'{"token": ""}', 200),
        ([cookie(b"sid=; Max-Age=0")], b"", 200),
        ([cookie(b"sid=1")], b'{"token": "t"}', 401),
        ([], b'{"token": "%b"}' % (b"x" * 5000), 200),
    ],
)
def test_most_answers_give_nothing(headers, body, status):
    assert given(headers, body, status) == []


def test_a_cookie_is_sent_again_with_those_that_were_there():
    sent = (b"Cookie", b"theme=dark; sid=old; gone=1")
    set_cookies = [cookie(b"sid=new; Path=/; HttpOnly"), cookie(b"gone=; Max-Age=0")]

    found = given(set_cookies, sent=[sent])

    carried = (("Cookie", "theme=dark; sid=new"),)
    assert found == [(carried, False), (carried, True)]


def test_a_password_may_be_sent_again_or_not():
    (without, _), (beside, is_sure) = given([cookie(b"sid=1")], sent=[BASIC])

    assert without == (("Cookie", "sid=1"),)
    assert beside == (("Authorization", "Basic eDp5"), ("Cookie", "sid=1"))
    assert is_sure


@pytest.mark.parametrize("name", ["token", "accessToken", "session_id", "api-key"])
def test_a_token_may_be_carried(name):
    body = b'{"user": {"id": 1}, "got": {"%b": "s3"}}' % name.encode()

    assert given([], body) == [((("Authorization", "Bearer s3"),), False)]


def test_tokens_come_first_as_cookies_take_with_them_what_was_sent():
    found = given([cookie(b"sid=1")], b'{"token": "t"}')

    assert [is_sure for _, is_sure in found] == [False, False, True]
    assert found[0][0] == (("Authorization", "Bearer t"),)
