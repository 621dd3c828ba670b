"""A thing is one wherever it is read, and no other."""

import asyncio
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.moving import FALLS, shared, shown, stock


@pytest.mark.parametrize(
    ("listing", "single", "wrapped", "alone"),
    [
        ("[*].quantity", "quantity", lambda each: each, lambda one: one),
        ("quantity", "quantity", lambda each: each, lambda one: one),
        (
            "data[*].quantity",
            "data.quantity",
            lambda each: {"data": each, "total": 2},
            lambda one: {"data": one},
        ),
        (
            "orders[*].quantity",
            "order.quantity",
            lambda each: {"orders": each},
            lambda one: {"order": one},
        ),
        (
            "entry[*].resource.quantity",
            "quantity",
            lambda each: {"entry": [{"resource": one} for one in each]},
            lambda one: one,
        ),
        (
            "data[*].attributes.quantity",
            "data.attributes.quantity",
            lambda each: {"data": [{"id": a["id"], "attributes": a} for a in each]},
            lambda one: {"data": {"id": one["id"], "attributes": one}},
        ),
        (
            "_embedded.orders[*].quantity",
            "quantity",
            lambda each: {"_embedded": {"orders": each}},
            lambda one: one,
        ),
    ],
)
async def test_a_thing_alone_and_in_a_list_is_one(listing, single, wrapped, alone):
    moving = shared(
        ("/orders", {"rules": [{**FALLS, "field": listing}]}),
        ("/orders/:id", {"rules": [{**FALLS, "field": single}]}),
    )
    all_ = wrapped([stock(7), stock(8)])

    def found(body):
        text = json.dumps(body)
        return [
            int(each.split(",")[0].strip("}] "))
            for each in text.split('quantity": ')[1:]
        ]

    assert found(await shown(moving, "/orders", all_)) == [100, 100]
    assert found(await shown(moving, "/orders/7", alone(stock(7)))) == [99]
    assert found(await shown(moving, "/orders/7", alone(stock(7)))) == [98]
    assert found(await shown(moving, "/orders?page=1", all_)) == [97, 99]
    assert found(await shown(moving, "/orders/8", alone(stock(8)))) == [98]
    assert found(await shown(moving, "/orders/8", alone(stock(8)), session="t")) == [
        100
    ]


async def test_chance_does_not_depend_on_where_a_thing_is_read():
    walk = {"rules": [{"field": "quantity", "strategy": "random_walk", "rate": 9}]}
    given = ("/orders", walk), ("/orders/{id}", walk)
    moving, alone = shared(*given), shared(*given)
    told = [
        (await shown(moving, "/orders", [stock(1), stock(7)]))[1]
        if turn % 2
        else await shown(moving, "/orders/7", stock(7))
        for turn in range(6)
    ]

    assert told == [await shown(alone, "/orders/7", stock(7)) for _ in range(6)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Of another kind, of somebody else's, by another rule, at another pace.
        (("/orders", "/orders", FALLS, {}), ("/carts/:id", "/carts/7", FALLS, {})),
        (
            ("/users/:u/orders", "/users/1/orders", FALLS, {}),
            ("/users/:u/orders/:id", "/users/2/orders/7", FALLS, {}),
        ),
        (
            ("/orders", "/orders", FALLS, {}),
            ("/orders/:id", "/orders/7", {**FALLS, "rate": -2}, {}),
        ),
        (
            ("/orders", "/orders", FALLS, {}),
            ("/orders/:id", "/orders/7", FALLS, {"interval": 2}),
        ),
        (
            ("/orders", "/orders", FALLS, {}),
            ("/orders/:id", "/orders/7", FALLS, {"resource": []}),
        ),
    ],
)
async def test_what_is_another_thing_moves_by_itself(one, other):
    moving = shared(
        (one[0], {"rules": [one[2]], **one[3]}),
        (other[0], {"rules": [other[2]], **other[3]}),
    )
    for _ in range(3):
        await shown(moving, one[1], [stock(7)])

    assert (await shown(moving, other[1], stock(7)))["quantity"] == 100


async def test_an_id_that_no_other_thing_has_is_known_wherever_it_is_read():
    number = "0b51e3a6-7f5c-4d3e-9a53-2c7f2f0f6c11"
    moving = shared(
        ("/customers/:c/orders", {"rules": [FALLS]}),
        ("/orders/:id", {"rules": [FALLS]}),
    )

    await shown(moving, "/customers/5/orders", [stock(number)])

    assert (await shown(moving, f"/orders/{number}", stock(number)))["quantity"] == 99


async def test_parts_of_a_thing_are_those_that_are_asked_for_below_it():
    moving = shared(
        ("/orders/:id", {"rules": [{**FALLS, "field": "items[*].quantity"}]}),
        ("/orders/:id/items", {"rules": [FALLS]}),
    )

    await shown(moving, "/orders/7", {"id": 7, "items": [stock(1), stock(2)]})

    assert (await shown(moving, "/orders/7/items", [stock(2)]))[0]["quantity"] == 99
    assert (await shown(moving, "/orders/8/items", [stock(2)]))[0]["quantity"] == 100


async def test_a_thing_with_several_names_is_one(tmp_path):
    moving = shared(("/goods", {"rules": [FALLS]}), ("/goods/:sku", {"rules": [FALLS]}))
    one = stock(5, sku="AB-1")

    await shown(moving, "/goods", [one])

    assert (await shown(moving, "/goods/AB-1", one))["quantity"] == 99
    # What speaks of another thing than was asked for is what was asked for.
    assert (await shown(moving, "/goods/XY-2", one))["quantity"] == 100


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["list", "page", 7, 8, 9]), max_size=12),
    st.sampled_from([lambda items: items, lambda items: {"data": items, "total": 3}]),
    st.sampled_from([lambda one: one, lambda one: {"data": one}]),
)
def test_however_things_are_read_each_takes_a_step_for_every_time(
    order, wrapped, alone
):
    given_, one = (wrapped([stock(7)]), alone(stock(7)))
    listing = "data[*].quantity" if isinstance(given_, dict) else "quantity"
    single = "data.quantity" if "data" in one else "quantity"
    moving = shared(
        ("/orders", {"rules": [{**FALLS, "field": listing}]}),
        ("/orders/:id", {"rules": [{**FALLS, "field": single}]}),
    )

    async def told(what):
        """Return the quantities that are shown, by id."""
        if isinstance(what, int):
            found = await shown(moving, f"/orders/{what}", alone(stock(what)))
            return {what: found.get("data", found)["quantity"]}
        ids = (7, 8, 9) if what == "list" else (9, 8)
        target = "/orders" if what == "list" else "/orders?page=2"
        found = await shown(moving, target, wrapped([stock(each) for each in ids]))
        items = found["data"] if isinstance(found, dict) else found
        return {each["id"]: each["quantity"] for each in items}

    async def read():
        due = dict.fromkeys((7, 8, 9), 100)
        for what in order:
            quantities = await told(what)
            assert quantities == {each: due[each] for each in quantities}
            due |= {each: due[each] - 1 for each in quantities}

    asyncio.run(read())
