"""Who logs in is the same client, unless others were given the same."""

import json

import pytest

from mockforge.http import Response
from mockforge.sources.correlated import credentials
from mockforge.sources.correlated.credentials import Credentials
from tests.worlds import request

ONE, TWO = "first-credential", "second-credential"


def gives(text, name="access_token"):
    """Return an answer that gives *text*."""
    body = json.dumps({"user": "u", name: text}).encode()
    return Response(200, ((b"Content-Type", b"application/json"),), body)


def cookie(text):
    """Return an answer that gives *text* in a cookie."""
    return Response(200, ((b"Set-Cookie", f"sid={text}; Path=/".encode()),))


def asks(name, value):
    """Return a request with a field."""
    return request(headers=[(name, value)])


@pytest.mark.parametrize("answer", [gives(ONE), gives(ONE, "sessionId"), cookie(ONE)])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Authorization", f"Bearer {ONE}"),
        ("Authorization", ONE),
        ("X-Api-Key", ONE),
        ("Cookie", f"a=1; sid={ONE}"),
    ],
)
def test_who_holds_what_was_given_is_who_was_given_it(answer, name, value):
    found = Credentials()
    assert list(found.gave("a", answer)) == []
    assert found.giver("b", asks(name, value)) == "a"
    assert found.giver("a", asks(name, value)) is None
    assert found.giver("b", asks(name, TWO)) is None


def test_what_several_were_given_tells_nobody():
    found = Credentials()
    list(found.gave("a", gives(ONE)))
    assert found.giver("b", asks("Authorization", ONE)) == "a"
    assert list(found.gave("a", gives(ONE))) == []
    assert list(found.gave("c", gives(ONE))) == ["b"]
    assert list(found.gave("d", gives(ONE))) == []
    assert found.giver("e", asks("Authorization", ONE)) is None


@pytest.mark.parametrize("answer", [gives("short"), gives(ONE, "name"), cookie("x")])
def test_what_is_no_credential_is_not_kept(answer):
    found = Credentials()
    list(found.gave("a", answer))
    assert not found


def test_only_so_many_are_known(monkeypatch):
    monkeypatch.setattr(credentials, "KEPT", 2)
    found = Credentials()
    for number in range(5):
        list(found.gave("a", gives(f"credential-{number}")))
    assert len(found) == 2
