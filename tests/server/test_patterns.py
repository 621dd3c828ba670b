"""The control routes of drift learning: an envelope, and nobody from elsewhere."""

import json

import pytest

from mockforge.errors import RecordingError
from mockforge.http import Request
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.patterns import Patterns
from mockforge.server.patterns import ROUTES, Known, answered

STARTED = 1_700_000_000.0


def learned(*endpoints, count=30):
    patterns = Patterns(DriftLearningOptions())
    patterns.update(
        Observation(
            *(number, endpoints[number % len(endpoints)], 200, None, "s", None),
            *(STARTED + number, 0.1, 0.2, 10, b"k" * 16),
        )
        for number in range(1, count + 1)
    )
    return patterns.settle()


class Kept:
    """Patterns of two recordings that remember what was asked of them."""

    options = DriftLearningOptions()
    applied = {"latency": "learned"}

    def __init__(self):
        self.is_enabled = True
        self.forgot = []
        self.is_readonly = False

    def now(self):
        return STARTED + 100

    async def switch(self, on):
        self.is_enabled = on

    async def known(self):
        def told(text):
            return text.replace("secret", "***")

        return [
            Known("shop", learned("GET /orders", "GET /secret"), told),
            Known("blog", learned("GET /posts"), told),
        ]

    async def reset(self, chosen):
        if self.is_readonly:
            raise RecordingError("it is read-only", next_step="make it writable")
        self.forgot.append(chosen)


async def ask(target, method="GET", body=b"", *, client="127.0.0.1", kept=None, **more):
    headers = ((b"Host", b"here:8080"), *more.get("headers", ()))
    path = f"{ROUTES}{target}"
    asked = Request(method, "http", "here:8080", path, headers, body, client=client)
    response = await answered(asked, kept or Kept())
    told = json.loads(response.body)
    assert list(told) == ["success", "data", "error"]
    assert told["success"] is (response.status == 200)
    return response, told["data"] if told["success"] else told["error"]


async def test_patterns_are_told_of_every_recording_without_secrets():
    _, rows = await ask("patterns?kind=latency")

    assert [(row["recording"], row["endpoint"]) for row in rows] == [
        ("shop", "GET /orders"),
        ("shop", "GET /***"),
        ("blog", "GET /posts"),
    ]
    assert {row["kind"] for row in rows} == {"latency"}


async def test_a_filter_is_wrong_only_if_no_recording_knows_it():
    _, rows = await ask("patterns?endpoint=/posts&kind=latency")
    response, error = await ask("patterns?endpoint=/postz")

    assert [row["endpoint"] for row in rows] == ["GET /posts"]
    assert response.status == 400
    assert error == "no pattern is of an endpoint '/postz'; did you mean 'GET /posts'?"


@pytest.mark.parametrize(
    ("target", "error"),
    [
        ("patterns?kind=latensy", "'latensy' is no kind; did you mean 'latency'?"),
        ("patterns?kinds=latency", "'kinds' is no filter; did you mean 'kind'?"),
        ("status?kind=latency", "'kind' means nothing here"),
    ],
)
async def test_an_unknown_filter_names_the_nearest(target, error):
    response, told = await ask(target)

    assert (response.status, told) == (400, error)


async def test_no_secret_is_named_as_the_nearest():
    _, error = await ask("patterns?endpoint=GET /secre")

    assert "secret" not in error


async def test_the_status_says_what_is_applied_and_how_much_is_known():
    _, told = await ask("status")

    assert told["enabled"] is True
    assert told["mode"] == "hybrid"
    assert told["applied"] == {"latency": "learned"}
    assert told["recordings"][1]["patterns"]["latency"] == {"known": 1, "applied": 1}
    assert told["recordings"][1]["watermark"] == 30


async def test_it_can_be_switched():
    kept = Kept()

    _, told = await ask("disable", "POST", kept=kept)
    assert (told, kept.is_enabled) == ({"enabled": False}, False)
    _, told = await ask("enable", "POST", kept=kept)
    assert (told, kept.is_enabled) == ({"enabled": True}, True)


@pytest.mark.parametrize(
    ("target", "body"),
    [
        ("reset?kind=latency&endpoint=/orders", b""),
        ("reset?kind=latency", b'{"endpoint": "/orders"}'),
    ],
)
async def test_what_is_forgotten_is_what_fits_query_and_body(target, body):
    kept = Kept()

    _, told = await ask(target, "POST", body, kept=kept)

    assert told == {"forgotten": 1}
    assert kept.forgot == [("/orders", "latency", None)]


@pytest.mark.parametrize("body", [b"[]", b"kind=latency", b'{"kind": 1}', b"{" * 9999])
async def test_a_body_that_is_not_understood_forgets_nothing(body):
    kept = Kept()

    response, _ = await ask("reset", "POST", body, kept=kept)

    assert (response.status, kept.forgot) == (400, [])


async def test_what_cannot_be_kept_is_said():
    kept = Kept()
    kept.is_readonly = True

    response, error = await ask("reset", "POST", kept=kept)

    assert response.status == 409
    assert "make it writable" in error


@pytest.mark.parametrize(
    ("target", "method", "allowed"),
    [
        ("patterns", "POST", "GET"),
        ("status", "DELETE", "GET"),
        ("reset", "GET", "POST"),
    ],
)
async def test_another_method_is_refused_with_the_right_one(target, method, allowed):
    response, _ = await ask(target, method)

    assert (response.status, response.header("Allow")) == (405, allowed)


async def test_an_unknown_route_names_those_there_are():
    response, error = await ask("paterns")

    assert response.status == 404
    assert "patterns, status, reset, enable, disable" in error


@pytest.mark.parametrize(
    ("client", "headers", "status"),
    [
        ("127.0.0.1", (), 200),
        ("::1", (), 200),
        ("::ffff:127.0.0.1", (), 200),
        ("10.0.0.9", (), 403),
        ("::ffff:10.0.0.9", (), 403),
        ("", (), 403),
        ("127.0.0.1", ((b"Origin", b"http://here:8080"),), 200),
        ("127.0.0.1", ((b"Origin", b"https://evil.example"),), 403),
        ("127.0.0.1", ((b"Origin", b"null"),), 403),
    ],
)
async def test_only_this_machine_changes_anything(client, headers, status):
    kept = Kept()

    response, _ = await ask(
        "disable", "POST", client=client, headers=headers, kept=kept
    )
    shown, _ = await ask("status", client=client, headers=headers)

    assert (response.status, kept.is_enabled) == (status, status != 200)
    assert shown.status == 200
