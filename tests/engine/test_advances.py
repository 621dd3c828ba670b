"""How far things have moved is read again, and forgotten where that is wanted."""

import pytest

from mockforge.store.kept import open_kept
from tests.engine.moving import FALLS, drifts, quantities, shared, shown, stock


async def test_items_are_read_again_from_where_they_are_kept(tmp_path):
    everything = [stock(number) for number in range(700)]
    given = ("/orders", {"rules": [FALLS]}), ("/orders/:id", {"rules": [FALLS]})
    async with open_kept(tmp_path / "mockforge.state.db") as kept:
        await shown(shared(*given, kept=kept), "/orders", everything)
    async with open_kept(tmp_path / "mockforge.state.db") as kept:
        moving = shared(*given, kept=kept)
        assert (await shown(moving, "/orders/699", stock(699)))["quantity"] == 99
        told = await shown(moving, "/orders", everything)

    assert [each["quantity"] for each in told] == [*[99] * 699, 98]


@pytest.mark.parametrize(
    ("endpoint", "sessions", "count", "left"),
    [
        (None, None, 4, []),
        ("/orders*", None, 3, ["/quote s"]),
        ("GET /orders/{id}", None, 2, ["/orders s", "/quote s"]),
        ("get /quote", None, 1, ["/orders s", "/orders/7 s", "/orders/7 t"]),
        ("POST /*", None, 0, ["/orders s", "/orders/7 s", "/orders/7 t", "/quote s"]),
        (None, ["t"], 1, ["/orders s", "/orders/7 s", "/quote s"]),
        ("/quote", ["t"], 0, ["/orders s", "/orders/7 s", "/orders/7 t", "/quote s"]),
        (None, ["scope"], 0, ["/orders s", "/orders/7 s", "/orders/7 t", "/quote s"]),
    ],
)
async def test_a_reset_has_things_begin_again(
    tmp_path, endpoint, sessions, count, left
):
    given = [
        (path, {"rules": [FALLS]}) for path in ("/orders", "/orders/:id", "/quote")
    ]
    asks = {
        "/orders s": ("/orders", {"quantity": 100}, "s"),
        "/orders/7 s": ("/orders/7", stock(7), "s"),
        "/orders/7 t": ("/orders/7", stock(7), "t"),
        "/quote s": ("/quote", {"quantity": 100}, "s"),
    }
    for is_kept in (True, False):
        place = tmp_path / "mockforge.state.db" if is_kept else None
        async with open_kept(place) as kept:
            moving = shared(*given, kept=kept if is_kept else None)
            for target, body, session in asks.values():
                await shown(moving, target, body, session=session)
            assert await moving.advances.reset(endpoint, sessions) == count
            told = {
                name: await shown(moving, target, body, session=session)
                for name, (target, body, session) in asks.items()
            }

        assert [name for name in asks if told[name]["quantity"] == 99] == left


async def test_a_scope_names_all_sessions_in_it():
    moving = drifts()
    for session in ("named:1/addr:x", "named:1/auth:y", "named:2/addr:x"):
        await quantities(moving, 1, session=session)

    assert await moving.advances.told() == [("GET /orders/:id", 3)]
    assert await moving.advances.reset(sessions=["named:1"]) == 2
    assert await moving.advances.told() == [("GET /orders/:id", 1)]
