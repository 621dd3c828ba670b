from dataclasses import replace

import pytest

from mockforge.endpoint import Endpoint
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.endpoints.known import Known
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.provenance import Source
from mockforge.recordings.observing import Observing
from mockforge.store.light import WholeLights, lights_of
from tests.recordings import traffic

TARGET = ("header", "x-amz-target")
KNOWN = EndpointMap(
    [
        Known(Endpoint("GET", "/jobs/{job}")),
        Known(Endpoint("POST", "/login")),
        Known(Endpoint("POST", "/"), (TARGET, "Put"), count=3),
        Known(Endpoint("POST", "/"), (TARGET, "Get"), count=3),
    ]
)
STATES = {"GET /jobs/{job}": ("body", "status")}


def observed(*exchanges, states=STATES):
    observing = Observing(KNOWN, DriftLearningOptions(), states=states)
    rows = lights_of(exchanges, [b"key"] * len(exchanges))
    return observing.every(rows, WholeLights()), observing


def one(*told, **said):
    found, _ = observed(traffic.exchange(1, *told, **said))
    return found[0]


def test_an_observation_is_an_exchange_less_its_bodies():
    found = one("GET", "/jobs/7", 200, b'{"status": "done"}')

    assert found.endpoint == "GET /jobs/{job}"
    assert (found.status, found.size, found.asked) == (200, 18, b"key")
    assert (found.first_byte, found.elapsed, found.state) == (0.05, 0.06, "done")


@pytest.mark.parametrize(
    ("status", "body", "state"),
    [
        (200, b'{"status": "open"}', "open"),
        (200, b"<html>", None),
        (200, b"", None),
        (404, b'{"status": "gone"}', None),
    ],
)
def test_the_state_is_what_an_answer_says(status, body, state):
    assert one("GET", "/jobs/7", status, body).state == state


def test_operations_of_one_url_are_told_apart():
    fields = ((b"X-Amz-Target", b"Put"),)

    assert one("POST", "/", 200, headers=fields).endpoint == (
        "POST / [header.x-amz-target=Put]"
    )


def test_what_is_of_no_endpoint_is_counted():
    found, observing = observed(traffic.exchange(1, "GET", "/other/1/2", 200))

    assert found[0].endpoint == ""
    assert observing.missing == 1


@pytest.mark.parametrize(
    ("status", "said", "seconds"),
    [
        (429, b"7", 7.0),
        (503, b" 120 ", 120.0),
        (503, b"Tue, 14 Nov 2023 22:13:31 GMT", 9.94),
        (503, b"Tue, 14 Nov 2022 22:13:31 GMT", 0.0),
        (503, b"soon", None),
        (503, b"-3", None),
        (503, b"9" * 400, 999_999_999_999.0),
        (200, b"7", None),
    ],
)
def test_the_answer_may_say_when_to_ask_again(status, said, seconds):
    found = one("GET", "/jobs/7", status, told=((b"Retry-After", said),))

    assert found.retry_after == (None if seconds is None else pytest.approx(seconds))


def test_who_asked_is_told():
    fields = ((b"X-Persona", b"vip"),)

    assert one("GET", "/jobs/7", 200, headers=fields).persona == "vip"
    assert one("GET", "/jobs/7", 200).persona is None


def test_a_login_is_of_the_session_that_it_began():
    token = "tok_5f1c3a9b7d2e4f60"
    bearer = ((b"Authorization", f"Bearer {token}".encode()),)
    login = traffic.exchange(
        1, "POST", "/login", 200, f'{{"token": "{token}"}}'.encode(), session="addr:1"
    )
    after = traffic.exchange(2, "GET", "/jobs/7", 200, headers=bearer, session="auth:a")

    found, _ = observed(login, after, replace(after, id=3))

    assert [each.follows for each in found] == [None, 1, None]


def test_what_a_mock_answered_is_left_out():
    invented = replace(traffic.exchange(1, "GET", "/jobs/7", 200), source=Source.LLM)

    assert observed(invented)[0] == []
