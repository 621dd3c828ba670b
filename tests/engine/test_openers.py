"""Openers: who gives what later requests are let in with."""

import json

from mockforge.engine.openers import given_in, openers
from mockforge.http import Response
from mockforge.learning.learner import Learner
from tests.engine.mixing import told
from tests.worlds import API, exchange, request

TOKEN = "kf93-jf83-kk20-ab71"


def test_a_login_is_told_from_what_only_shows_values():
    learner = Learner()
    for number in range(3):
        token = f"{TOKEN}-{number}"
        learner.add(
            exchange("POST", f"{API}/login", b"{}", answer=told({"t": token}).body)
        )
        learner.add(
            exchange(
                url=f"{API}/orders/{number}",
                headers=[("Authorization", f"Bearer {token}")],
            )
        )

    assert openers(learner.settle()) == {"POST /login"}


def test_a_cookie_that_reading_sets_opens_nothing():
    learner = Learner()
    cookies = ((b"Set-Cookie", b"visitor=kf93jf83kk20; Path=/"),)
    learner.add(exchange(url=f"{API}/", response=Response(200, cookies)))
    learner.add(exchange(url=f"{API}/a", headers=[("Cookie", "visitor=kf93jf83kk20")]))

    assert openers(learner.settle()) == frozenset()


def test_what_is_given_is_what_the_request_did_not_say():
    said = "0fcb2c6e-3a52-4c55-9c79-3a0e4f7f1a11"
    minted = "7d4c5a0b-97a4-43be-8d1f-c0ffee000001"
    asked = request("POST", f"{API}/x", json.dumps({"device": said}).encode())
    answer = told(
        {"device": said, "id": minted, "token": "open-sesame", "name": "Alice Smith"},
        201,
        (b"Set-Cookie", b"sid=abc123def456; Path=/"),
    )

    assert set(given_in(asked, answer)) == {minted, "open-sesame", "abc123def456"}
