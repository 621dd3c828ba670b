import pytest

from mockforge.clock import VirtualClock
from mockforge.demo.accounts import Refused
from mockforge.demo.shop import Shop, Terms, totals

TERMS = Terms(processing_after=4.0, shipped_after=8.0)


@pytest.fixture
def clock():
    return VirtualClock(1_767_258_000.0)


@pytest.fixture
def shop(clock):
    return Shop(1, clock, TERMS)


@pytest.fixture
def alice(shop):
    return shop.accounts.register("alice@example.com", "Alice", "correct-horse")


@pytest.fixture
def bob(shop):
    return shop.accounts.register("bob@example.com", "Bob", "battery-staple")


@pytest.fixture
def order(shop, alice):
    shop.put(alice, 101, 2, add=True)
    return shop.order(alice, "1 Main Street")


def in_cart(shop, user):
    return [(line.product.id, line.quantity) for line in shop.cart(user)]


def test_a_cart_holds_what_was_put_there_in_order(shop, alice):
    shop.put(alice, 105, 1, add=True)
    shop.put(alice, 101, 2, add=True)
    shop.put(alice, 105, 2, add=True)

    assert in_cart(shop, alice) == [(105, 3), (101, 2)]


def test_a_cart_is_its_users_alone(shop, alice, bob):
    shop.put(alice, 101, 1, add=True)

    assert in_cart(shop, bob) == []


def test_a_quantity_is_changed_and_a_product_taken_out(shop, alice):
    shop.put(alice, 101, 3, add=True)
    shop.put(alice, 101, 1, add=False)
    assert in_cart(shop, alice) == [(101, 1)]

    shop.take_out(alice, "101")

    assert in_cart(shop, alice) == []


@pytest.mark.parametrize(
    ("product_id", "quantity", "wrong"),
    [
        (101, 0, {"quantity"}),
        (101, 100, {"quantity"}),
        (101, 1.5, {"quantity"}),
        (101, True, {"quantity"}),
        ("101", 1, {"product_id"}),
        (None, None, {"product_id", "quantity"}),
    ],
)
def test_unusable_quantities_are_named(shop, alice, product_id, quantity, wrong):
    with pytest.raises(Refused) as refused:
        shop.put(alice, product_id, quantity, add=True)

    assert (refused.value.status, set(refused.value.fields)) == (422, wrong)


def test_more_than_the_stock_is_refused(shop, alice):
    product = shop.catalogue.get(101)
    shop.put(alice, 101, product.stock, add=True)

    with pytest.raises(Refused) as refused:
        shop.put(alice, 101, 1, add=True)

    assert (refused.value.status, refused.value.code) == (409, "out_of_stock")


def test_what_is_not_in_the_cart_is_neither_changed_nor_taken_out(shop, alice):
    for attempt in (
        lambda: shop.put(alice, 101, 1, add=False),
        lambda: shop.take_out(alice, "101"),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert (refused.value.status, refused.value.code) == (404, "not_in_cart")


@pytest.mark.parametrize(
    ("product_id", "quantity", "expected"),
    [
        (101, 1, (24.9, 4.9, 29.8)),
        (101, 2, (49.8, 4.9, 54.7)),
        (104, 1, (89.0, 0.0, 89.0)),
    ],
)
def test_shipping_is_free_from_fifty_euros(shop, alice, product_id, quantity, expected):
    shop.put(alice, product_id, quantity, add=True)
    shown = totals(shop.cart(alice))

    assert (shown["subtotal"], shown["shipping"], shown["total"]) == expected


def test_an_empty_cart_costs_nothing():
    assert totals([])["total"] == 0.0


def test_an_order_consumes_cart_and_stock(shop, alice):
    before = shop.catalogue.get(101).stock
    shop.put(alice, 101, 2, add=True)

    order = shop.order(alice, "1 Main Street")

    assert in_cart(shop, alice) == []
    assert shop.catalogue.get(101).stock == before - 2
    assert (order.status, order.as_json()["total"]) == ("pending", 54.7)


@pytest.mark.parametrize("address", [None, "", "  ", 5])
def test_an_order_needs_an_address(shop, alice, address):
    with pytest.raises(Refused) as refused:
        shop.order(alice, address)

    assert refused.value.status == 422


def test_an_empty_cart_is_not_ordered(shop, alice):
    with pytest.raises(Refused) as refused:
        shop.order(alice, "1 Main Street")

    assert (refused.value.status, refused.value.code) == (409, "cart_empty")


def test_what_was_sold_meanwhile_is_not_ordered(shop, alice, bob):
    everything = shop.catalogue.get(101).stock
    shop.put(alice, 101, everything, add=True)
    shop.put(bob, 101, 1, add=True)
    shop.order(bob, "2 Main Street")

    with pytest.raises(Refused) as refused:
        shop.order(alice, "1 Main Street")

    assert (refused.value.status, refused.value.code) == (409, "out_of_stock")
    assert in_cart(shop, alice) == [(101, everything)]


def test_an_order_moves_on_with_the_clock(shop, clock, order):
    seen = []
    for _ in range(12):
        shop.settle()
        seen.append(order.status)
        clock.advance(1.0)

    assert sorted(set(seen), key=seen.index) == ["pending", "processing", "shipped"]
    assert order.tracking_number.startswith("TRK")
    assert shop.next_due() is None


def test_a_jump_of_the_clock_skips_no_status(shop, clock, order):
    clock.advance(3600.0)
    shop.settle()

    assert [status for _, status in order.history] == [
        "pending",
        "processing",
        "shipped",
    ]
    assert [moment for moment, _ in order.history] == sorted(
        m for m, _ in order.history
    )


def test_next_due_is_the_first_that_moves_on(shop, clock, order):
    due = shop.next_due()
    clock.advance(due - clock.now())
    shop.settle()

    assert order.status == "processing"


def test_news_tell_each_step_to_its_user(shop, clock, alice, order):
    clock.advance(3600.0)
    shop.settle()

    told = [(n.user_id, n.message["type"], n.message["status"]) for n in shop.news]
    assert told == [
        (alice.id, "order.created", "pending"),
        (alice.id, "order.status", "processing"),
        (alice.id, "order.status", "shipped"),
    ]


def test_a_cancelled_order_gives_its_stock_back_and_stays(shop, clock, alice, order):
    before = shop.catalogue.get(101).stock
    shop.cancel(alice, order.id)
    clock.advance(3600.0)
    shop.settle()

    assert order.status == "cancelled"
    assert shop.catalogue.get(101).stock == before + 2


def test_what_is_final_is_not_cancelled(shop, clock, alice, order):
    clock.advance(3600.0)
    shop.settle()
    with pytest.raises(Refused) as refused:
        shop.cancel(alice, order.id)
    assert (refused.value.status, refused.value.code) == (409, "order_shipped")


def test_nobody_sees_the_orders_of_another(shop, bob, order):
    assert shop.orders_of(bob) == []
    with pytest.raises(Refused) as refused:
        shop.find_order(bob, order.id)

    assert refused.value.status == 404


def test_orders_are_listed_newest_first(shop, alice, order):
    shop.put(alice, 102, 1, add=True)
    newer = shop.order(alice, "1 Main Street")

    assert shop.orders_of(alice) == [newer, order]
    assert newer.number == order.number + 1


def test_a_review_is_kept_with_its_product(shop, alice):
    made = shop.review(alice, "109", 5, "Très bon")

    assert shop.reviews == {109: [made]}
    assert (made["author"], made["rating"]) == ("Alice", 5)


@pytest.mark.parametrize(
    ("rating", "text", "wrong"), [(6, "", {"rating"}), (None, None, {"rating", "text"})]
)
def test_an_unusable_review_is_refused(shop, alice, rating, text, wrong):
    with pytest.raises(Refused) as refused:
        shop.review(alice, "109", rating, text)

    assert set(refused.value.fields) == wrong


def test_the_same_seed_makes_the_same_order(clock):
    def history(seed):
        shop = Shop(seed, VirtualClock(0.0), TERMS)
        user = shop.accounts.register("a@example.com", "A", "correct-horse")
        shop.put(user, 101, 1, add=True)
        order = shop.order(user, "here")
        return order.as_json(), order.due

    assert history(4) == history(4) != history(5)
