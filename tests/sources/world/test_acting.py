from tests.learning.resources.told import CALLS, LIFE, user
from tests.sources.world.spoken import ask, world_of


def test_an_entity_lives_from_its_making_to_its_end():
    world = world_of(*LIFE)

    assert ask(world, "POST /users", {"name": "zoe"}) == (
        201,
        user(7, "zoe", state="new"),
    )
    assert ask(world, "PATCH /users/7", {"name": "kim"}) == (
        200,
        user(7, "kim", state="new"),
    )
    assert ask(world, "POST /users/7/block") == (200, user(7, "kim", state="blocked"))
    assert ask(world, "GET /users/7") == (200, user(7, "kim", state="blocked"))
    assert ask(world, "GET /users") == (200, [user(7, "kim", state="blocked")])
    assert ask(world, "DELETE /users/7") == (204, None)
    assert ask(world, "GET /users/7") == (404, {"error": "user 7 not found"})
    assert ask(world, "GET /users") == (200, [])


def test_what_was_never_made_is_missing():
    assert ask(world_of(*LIFE), "GET /users/55") == (
        404,
        {"error": "user 55 not found"},
    )


def test_calls_act_as_methods_do():
    world = world_of(*CALLS)

    _, made = ask(world, "POST /api/user.add", {"name": "zoe"})
    name = {"id": made["id"]}

    assert ask(world, "POST /api/user.get", name) == (200, {**name, "name": "zoe"})
    assert ask(world, "POST /api/user.drop", name) == (200, {"ok": True})
    assert ask(world, "POST /api/user.get", name) == (
        404,
        {"error": f"no user {made['id']}"},
    )


def test_a_request_of_no_known_endpoint_is_not_answered():
    assert ask(world_of(*LIFE), "GET /teams/1") is None
