from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.sample import Sample


def test_a_sample_is_an_exchange_read_as_documents():
    request = Request("GET", "http", "a", "/orders/7?x=1")
    exchange = Exchange(request, Response(404), session="s", started=5.0)

    sample = Sample.of(exchange, "GET /orders/{id}", {"id": "7"})

    assert sample.asked["path"] == ["orders", "7"]
    assert (sample.status, sample.session, sample.started) == (404, "s", 5.0)


def test_an_exchange_without_an_answer_has_no_status():
    exchange = Exchange(Request("GET", "http", "a", "/"), None)

    assert Sample.of(exchange, "", {}).status is None
