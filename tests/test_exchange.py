import pickle

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Request, Response
from mockforge.provenance import Source

REQUEST = Request("GET", "http", "a", "/")


def test_an_exchange_is_the_upstreams_until_it_says_otherwise():
    exchange = Exchange(REQUEST, Response(200))

    assert exchange.source is Source.UPSTREAM
    assert (exchange.id, exchange.failure, exchange.events) == (None, None, ())


def test_an_exchange_can_fail_before_or_after_an_answer_began():
    failure = Failure(FailureKind("reset"), "connection reset by peer")

    assert Exchange(REQUEST, None, failure).response is None
    assert Exchange(REQUEST, Response(200, body=b"ha"), failure).failure is failure


def test_exchanges_are_values():
    event = Event(b"\x03\xe8", Kind.CLOSE, from_client=False, wait=0.0)
    exchange = Exchange(REQUEST, Response(101), events=(event,), id=3)

    assert pickle.loads(pickle.dumps(exchange)) == exchange
    assert hash(pickle.loads(pickle.dumps(exchange))) == hash(exchange)
