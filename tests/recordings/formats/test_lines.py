import json

from mockforge.exchange import Failure, FailureKind
from mockforge.recordings.formats import lines
from tests.worlds import exchange


def told(one, *, inline=False):
    return lines.fields(one, None, lambda name: None, inline=inline)


def test_a_line_is_read_from_left_to_right():
    """The order never changes, so that a diff shows what did."""
    text = json.dumps(told(exchange("POST", body=b'{"a":1}', answer=b'{"b":2}')))

    assert text == (
        '{"request": {"method": "POST", "url": "https://api.example/", "headers":'
        ' [["Host", "api.example"], ["Content-Type", "application/json"]],'
        ' "json": {"a": 1}, "client": "127.0.0.1"}, "response": {"status": 200,'
        ' "reason": "OK", "headers": [["Content-Type", "application/json"],'
        ' ["Content-Length", "7"]], "json": {"b": 2}}, "session": "s"}'
    )


def test_a_failure_is_told_with_its_kind():
    failure = Failure(FailureKind.REFUSED, "nobody there")
    one = exchange(response=None, failure=failure)

    assert told(one)["failure"] == {"kind": "refused", "message": "nobody there"}
    assert "response" not in told(one)


def test_times_are_in_the_line_only_when_asked_for():
    one = exchange(started=7.0, elapsed=0.5)

    assert "times" not in told(one)
    assert told(one, inline=True)["times"] == {"started": 7.0, "elapsed": 0.5}
