"""What is known of a session ends with it; a token given is known when it is back."""

import base64
import json

from mockforge.clock import VirtualClock
from mockforge.sources.correlated import sessions
from mockforge.sources.correlated.sessions import Sessions
from mockforge.sources.correlated.tokens import validity
from tests.worlds import request

THEN = 1_700_000_000.0


def token(**claims):
    """Return a token with *claims*."""
    parts = ({"alg": "none"}, claims)
    coded = [base64.urlsafe_b64encode(json.dumps(each).encode()) for each in parts]
    return ".".join([*(each.decode().rstrip("=") for each in coded), "c2ln"])


def test_a_session_that_is_not_heard_of_has_ended():
    clock = VirtualClock()
    found = Sessions(clock, idle=60.0)
    found.of("a").names.teach("value-one-1", "value-two-2")
    found.apart.add("a")
    clock.advance(50)
    assert found.of("a").names
    clock.advance(50)
    assert found.of("a").names
    clock.advance(61)
    assert found.find("a") is None
    assert found.apart == set()
    assert not found.of("a").names


def test_only_so_many_sessions_are_known(monkeypatch):
    monkeypatch.setattr(sessions, "SESSIONS_KEPT", 3)
    found = Sessions(VirtualClock())
    for name in "abc":
        found.of(name)
    found.find("a")
    found.of("d")
    assert [found.find(name) is not None for name in "abcd"] == [
        True,
        False,
        True,
        True,
    ]


def test_a_token_is_given_again_while_it_has_as_much_left():
    clock = VirtualClock(THEN + 1e6)
    found = Sessions(clock)
    known = found.of("a")
    old = token(exp=THEN + 600)
    first = found.token(old, known, THEN)
    clock.advance(30)
    assert found.token(old, known, THEN) == first
    assert found.token(old, found.of("b"), THEN) != first
    clock.advance(300)
    later = found.token(old, known, THEN)
    left = validity(later)
    assert left is not None
    assert left.expires == clock.now() + 600


def test_tokens_come_back_from_everywhere_and_teach_who_holds_them():
    found = Sessions(VirtualClock(THEN + 1e6))
    old = token(exp=THEN + 600)
    given = found.token(old, found.of("a"), THEN)

    def asked(text):
        return request(
            "POST",
            f"https://api.example/x?t={text}",
            json.dumps({"t": [text]}).encode(),
            [("Authorization", f"Bearer {text}"), ("Cookie", f"sid={text}; b=1")],
        )

    assert found.recalled(asked(given), "b") == asked(old)
    assert found.of("b").tokens == {old: given}
    other = asked(token(exp=THEN + 1))
    assert found.recalled(other, "c") is other
    assert found.find("c") is None


def test_only_so_many_tokens_are_known(monkeypatch):
    monkeypatch.setattr(sessions, "TOKENS_KEPT", 2)
    found = Sessions(VirtualClock(THEN + 1e6))
    known = found.of("a")
    given = [found.token(token(exp=THEN + n), known, THEN) for n in (600, 700, 800)]
    assert len(known.tokens) == 2
    asked = [request(headers=[("Authorization", f"Bearer {each}")]) for each in given]
    assert [found.recalled(each) is each for each in asked] == [True, False, False]


def test_what_takes_the_place_of_a_given_token_stands_for_the_recorded_one():
    found = Sessions(VirtualClock(THEN + 1e6))
    known, old = found.of("a"), token(exp=THEN + 600)
    given = found.token(old, known, THEN)
    other = token(exp=5, nonce="live")
    found.issue(other, given, known)
    assert known.tokens[old] == other
