"""The nearest recording, found at a bounded cost."""

import pytest

from mockforge.event import Event, Kind
from mockforge.sources.nearest import COMPARED
from tests.worlds import API, exchange, recorded, recording, request


async def explained(source, asked, session="new", **more):
    return await source.explain(await source.find(asked, session, **more))


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("/orders/42/item", "/orders/42/items"),
        ("/oders/41", "/orders/41"),
        ("/v2/products", "/v1/products"),
        ("/", "/orders"),
    ],
)
async def test_an_unknown_path_is_compared_by_its_letters(asked, nearest):
    paths = ["/orders", "/orders/41", "/orders/42/items", "/users/me", "/v1/products"]
    source = await recorded(
        recording(*(exchange(url=f"{API}{path}") for path in paths))
    )

    miss = await explained(source, request(url=f"{API}{asked}"))

    assert miss.nearest.url == f"{API}{nearest}"


async def test_the_same_method_is_nearer():
    source = await recorded(
        recording(exchange("PUT", f"{API}/order/1"), exchange("GET", f"{API}/order/2"))
    )

    miss = await explained(source, request("GET", f"{API}/order/3"))

    assert miss.nearest.method == "GET"


async def test_the_body_that_differs_least_is_nearest():
    source = await recorded(
        recording(
            exchange("POST", f"{API}/o", b'{"a": 1, "b": 1, "c": 1}'),
            exchange("POST", f"{API}/o", b'{"a": 2, "b": 2, "c": 1}'),
            exchange("POST", f"{API}/o", b'{"a": 3, "b": 3, "c": 3}'),
        )
    )

    miss = await explained(source, request("POST", f"{API}/o", b'{"a":2,"b":2,"c":9}'))

    assert miss.nearest.id == 2
    (difference,) = miss.differences
    assert (difference.where, difference.recorded, difference.asked) == (
        "body.$.c",
        "1",
        "9",
    )


async def test_what_was_recorded_next_is_compared_first():
    """Among many alike, a client that repeats its script is expected at the next."""
    many = [
        exchange("POST", f"{API}/", b'{"op": %d, "nonce": %d}' % (number, number))
        for number in range(500)
    ]
    source = await recorded(recording(*many))
    for number in range(300):
        await source.find(request("POST", f"{API}/", many[number].request.body), "new")

    asked = request("POST", f"{API}/", b'{"op": 300, "nonce": 7777}')
    miss = await explained(source, asked)

    assert miss.nearest.id == 301
    assert [each.where for each in miss.differences] == ["body.$.nonce"]


class Counting:
    """A recording that counts what is read of it."""

    def __init__(self, inner):
        self.inner, self.read = inner, 0

    def __getattr__(self, name):
        return getattr(self.inner, name)

    async def load(self, ids):
        self.read += len(ids)
        return await self.inner.load(ids)


@pytest.mark.parametrize(
    "asked",
    [
        request("POST", f"{API}/", b'{"op": "none"}'),
        request(url=f"{API}/?page=none"),
        request(url=f"{API}/none"),
        request("DELETE", f"{API}/"),
    ],
)
async def test_however_many_there_are_few_are_read(asked):
    many = [exchange("POST", f"{API}/", b'{"op": %d}' % n) for n in range(300)]
    many += [exchange(url=f"{API}/?page={n}") for n in range(300)]
    many += [exchange(url=f"{API}/orders/{n}") for n in range(300)]
    source = await recorded(recording(*many))
    shelf = source.shelves[0]
    shelf.recording = counting = Counting(shelf.recording)

    miss = await explained(source, asked)

    assert miss.nearest is not None
    assert 1 <= counting.read <= COMPARED


async def test_a_websocket_is_told_with_its_messages():
    events = tuple(Event(b"hi", Kind.TEXT, True, 0.0) for _ in range(3))
    source = await recorded(recording(exchange(url=f"{API}/live", events=events)))
    upgrade = [("Upgrade", "websocket"), ("Connection", "Upgrade")]

    miss = await explained(source, request(url=f"{API}/live", headers=upgrade))

    assert "3 messages" in miss.detail
    assert "not yet in this version" in miss.detail
    assert miss.response().status == 501


async def test_no_secret_is_shown():
    secret = "sk-live-3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c"
    source = await recorded(recording(exchange("POST", f"{API}/o", b'{"n": 1}')))
    asked = request(
        "POST",
        f"{API}/o?api_key={secret}",
        b'{"n": 2, "password": "correct-horse-battery"}',
        [("Authorization", f"Bearer {secret}")],
    )

    miss = await explained(source, asked)

    shown = miss.text + miss.response().body.decode() + repr(miss.members())
    assert miss.nearest is not None
    assert secret not in shown
    assert "correct-horse" not in shown
