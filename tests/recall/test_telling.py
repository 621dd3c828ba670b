from mockforge.event import Event, Kind
from mockforge.exchange import Failure, FailureKind
from mockforge.recall.telling import (
    LONGEST,
    TOLD,
    meant_exchange,
    told_exchange,
    told_request,
)
from tests.worlds import API, exchange, request


def said(texts):
    return " ".join(text for text, _ in texts)


def test_a_request_is_told_with_names_and_values():
    asked = request("POST", f"{API}/a%20b?c=d", b'{"e": {"f": "g"}}')

    assert told_request(asked) == "POST api.example /a b c=d f g"


def test_a_long_request_is_cut():
    asked = request("POST", f"{API}/", b'["' + b"x" * LONGEST * 9 + b'"]')

    assert len(told_request(asked)) <= TOLD


def test_an_exchange_is_told_with_its_answer():
    made = exchange(url=f"{API}/a?b=c", answer=b'{"name": "Ada"}')

    assert "name Ada" in said(told_exchange(made))


def test_a_status_is_told_as_people_call_it():
    assert "created" in said(meant_exchange(exchange("POST", status=201)))
    assert "denied" in said(meant_exchange(exchange(status=403)))
    assert "299" in said(meant_exchange(exchange(status=299)))


def test_a_failure_and_messages_are_told():
    failed = exchange(response=None, failure=Failure(FailureKind.TIMEOUT, "slow"))
    spoke = exchange(events=(Event(b"hello there", Kind.TEXT, True, 0.0),))

    assert "timeout" in said(meant_exchange(failed))
    assert "hello there" in said(told_exchange(spoke))
