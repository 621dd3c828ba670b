from dataclasses import replace
from types import SimpleNamespace

from hypothesis import given

from mockforge.event import Event, Kind
from mockforge.http import Request
from mockforge.store.compression import Packer, Unpacker
from mockforge.store.rows import (
    COLUMNS,
    INLINE,
    Body,
    Row,
    event_of,
    event_values,
    exchange_of,
    values,
)
from tests.store import samples


def there_and_back(exchange):
    packer, found = Packer(), list[Body]()
    columns = values(Row(exchange, b"key"), 7, packer, found)
    messages = event_values(exchange, 7, packer)
    reader = Unpacker({number: content for number, _, content in packer.fresh})
    names = ("exchange", "position", "kind", "from_client", "wait", "data")
    return exchange_of(
        SimpleNamespace(**dict(zip(COLUMNS, columns, strict=True))),
        reader,
        body={body.digest: body.data for body in found}.__getitem__,
        events=[
            event_of(SimpleNamespace(**dict(zip(names, one, strict=True))), reader)
            for one in messages
        ],
    )


@given(samples.exchanges)
def test_any_exchange_comes_back(exchange):
    assert there_and_back(exchange) == replace(exchange, id=7)


def test_an_awkward_exchange_comes_back():
    assert there_and_back(samples.AWKWARD) == replace(samples.AWKWARD, id=7)


def test_a_body_is_set_apart_only_when_that_pays():
    packer, found = Packer(), list[Body]()
    values(samples.row(body=b"a" * INLINE), 1, packer, found)
    assert found == []

    values(samples.row(body=b"a" * (INLINE + 1)), 1, packer, found)
    assert [body.data for body in found] == [b"a" * (INLINE + 1)]


def test_equal_bodies_have_one_digest():
    packer, found = Packer(), list[Body]()
    for number in range(2):
        values(samples.row(number, body=b"same" * 50), number, packer, found)

    assert found[0].digest == found[1].digest


def kind(exchange):
    return values(Row(exchange, b""), 1, Packer(), [])[COLUMNS.index("kind")]


def test_a_conversation_is_known_by_its_upgrade_or_its_events():
    upgrade = Request("GET", "http", "x", "/", ((b"upgrade", b"WebSocket"),))
    h2c = Request("GET", "http", "x", "/", ((b"Upgrade", b"h2c"),))

    assert kind(samples.exchange()) == "http"
    assert kind(samples.exchange(request=h2c)) == "http"
    assert kind(samples.exchange(request=upgrade, response=None)) == "websocket"
    said = Event(b"x", Kind.TEXT, True, 0.0)
    assert kind(samples.exchange(events=(said,))) == "websocket"
