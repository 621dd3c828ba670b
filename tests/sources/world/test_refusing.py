import pytest

from tests.learning.resources.told import LIFE, user
from tests.sources.world.spoken import ask, world_of

ORDERS: tuple = (
    *LIFE[:4],
    ("POST /orders", {"owner": 7}, 201, {"id": "order-1", "owner": 7}),
    ("POST /orders", {"owner": 8}, 201, {"id": "order-2", "owner": 8}),
    ("GET /orders/order-1", None, 200, {"id": "order-1", "owner": 7}),
    ("POST /orders", {"owner": 99}, 422, {"error": "no user 99"}),
    ("POST /orders", {}, 400, {"error": "owner?"}),
    ("DELETE /users/8", None, 204, None),
    ("GET /users/8", None, 404, {"error": "no user 8"}),
)


@pytest.mark.parametrize(
    ("asked", "body", "expected"),
    [
        ("POST /orders", {"owner": 55}, (422, {"error": "no user 55"})),
        ("POST /orders", {"note": "x"}, (400, {"error": "owner?"})),
        ("DELETE /users/4", None, (404, {"error": "no user 4"})),
    ],
)
def test_what_is_refused_is_refused_as_recorded(asked, body, expected):
    assert ask(world_of(*ORDERS), asked, body) == expected


def test_what_is_there_may_not_be_made_twice():
    twice = ("POST /users", {"name": "ann"}, 409, {"error": "ann exists"})
    world = world_of(*LIFE[:4], twice)
    ask(world, "POST /users", {"name": "zoe"})

    assert ask(world, "POST /users", {"name": "zoe"}) == (409, {"error": "zoe exists"})


def test_what_a_state_forbids_is_forbidden():
    world = world_of(
        *LIFE[:8], ("POST /users/8/block", None, 409, {"error": "is blocked"})
    )
    ask(world, "POST /users", {"name": "zoe"})

    assert ask(world, "POST /users/7/block") == (200, user(7, "zoe", state="blocked"))
    assert ask(world, "POST /users/7/block") == (409, {"error": "is blocked"})
