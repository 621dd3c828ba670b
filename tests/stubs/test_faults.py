"""Endpoints that fail as networks do: written in one word or in several."""

import pytest
from pydantic import ValidationError

from mockforge.http import Chunk, Response
from mockforge.stubs.faults import GARBAGE, FaultOptions, failing

RESPONSE = Response(200, ((b"Content-Length", b"4"),), b"abcd", chunks=(Chunk(0, 4),))


@pytest.mark.parametrize(
    ("written", "kind", "status", "rate", "times"),
    [
        ("reset", "reset", None, 1.0, None),
        ("CONNECTION_RESET_BY_PEER", "reset", None, 1.0, None),
        ("timeout", "silent", None, 1.0, None),
        (503, "status", 503, 1.0, None),
        ("503", "status", 503, 1.0, None),
        ({"status": 429, "rate": "2.5%"}, "status", 429, 0.025, None),
        ({"kind": "Empty-Response", "times": 2}, "empty", None, 1.0, 2),
        ({"rate": 0.5}, "status", None, 0.5, None),
    ],
)
def test_a_fault_is_a_word_a_status_or_both_with_more(
    written, kind, status, rate, times
):
    fault = FaultOptions.model_validate(written)

    assert (fault.kind, fault.status, fault.times) == (kind, status, times)
    assert fault.rate == pytest.approx(rate)


@pytest.mark.parametrize(
    "written",
    [
        "broken",
        200,
        True,
        {"rate": 1.5},
        {"rate": "lots"},
        {"kind": "reset", "status": 503},
    ],
)
def test_what_is_none_is_refused(written):
    with pytest.raises(ValidationError):
        FaultOptions.model_validate(written)


def test_the_first_requests_fail_or_as_many_as_the_rate_says():
    first = FaultOptions.model_validate({"kind": "reset", "times": 2})
    some = FaultOptions.model_validate({"rate": "30%"})

    assert [first.falls(turn, lambda: 0.9) for turn in range(4)] == [
        *(True, True, False, False),
    ]
    drawn = iter((0.0, 0.29, 0.3))
    assert [some.falls(0, lambda: next(drawn)) for _ in range(3)] == [
        *(True, True, False),
    ]


@pytest.mark.parametrize(
    ("written", "status", "body"),
    [
        (503, 503, None),
        ({"rate": 1}, 500, None),
        ("truncated", 200, b"ab"),
        ("garbage", 200, GARBAGE),
        ("reset", 200, b""),
    ],
)
def test_what_is_sent_of_it(written, status, body):
    told = failing(FaultOptions.model_validate(written), RESPONSE)

    assert told.status == status
    assert body is None or told.body == body
    assert written != "truncated" or told.headers == RESPONSE.headers


FLAKY = """
endpoints:
  - {path: /flaky, fault: {status: 502, rate: 30%}, response: {body: ok}}
  - {path: /retry, fault: {kind: reset, times: 2}, response: {body: ok}}
  - path: /some
    fault: silent
    responses:
      - {when: query.a == '1', body: a, fault: {status: 503, times: 1}}
      - {body: b}
  - {path: "/flaky/:id", fault: {status: 500, rate: 50%}}
  - {path: "/own/:id", response: {fault: {status: 500, rate: 50%}}}
  - {path: /plain, response: {body: x}}
"""


def test_as_many_fail_as_the_rate_says_each_session_alike_again(asking):
    ask, again = asking(FLAKY), asking(FLAKY)

    told = [ask("/flaky").response.status for _ in range(300)]

    assert 60 <= told.count(502) <= 120
    assert told == [again("/flaky").response.status for _ in range(300)]
    assert not ask("/flaky").repeatable
    assert ask("/plain").repeatable


def test_the_first_requests_of_each_session_and_path_fail(asking):
    ask = asking(FLAKY)

    def kinds(target, count, **more):
        told = [ask(target, **more) for _ in range(count)]
        return [each.fault.kind if each.fault else None for each in told]

    assert kinds("/retry", 3) == ["reset", "reset", None]
    assert kinds("/retry", 1, session="t") == ["reset"]
    assert kinds("/retry", 1, session="u", method="HEAD") == ["reset"]
    assert kinds("/retry", 2, session="u") == ["reset", "reset"]
    assert kinds("/some?a=1", 2) == ["status", None]
    assert kinds("/some", 2) == ["silent", "silent"]
    assert [each.name for each in ask.stubs.has_turns] == ["GET /retry", "GET /some"]


def test_a_fault_alone_leaves_the_rest_to_whoever_answers(asking):
    ask, alone = asking(FLAKY, is_alone=False), asking(FLAKY)

    found = [ask(f"/flaky/{number}") for number in range(60)]

    assert {each if each is None else each.response.status for each in found} == {
        *(None, 500),
    }
    for answered, path in ((alone, "flaky"), (ask, "own")):
        told = [answered(f"/{path}/{number}") for number in range(60)]
        assert {each.response.status for each in told} == {200, 500}
