import json

from tests.learning.resources.told import LIFE, START, user
from tests.sources.world.spoken import ask, request, world_of

ANN, BOB = user(7, "ann", state="new"), user(8, "bob", state="new")


def fill(world, *names):
    for name in names:
        ask(world, "POST /users", {"name": name})


def test_pages_lead_from_one_to_the_next_and_count_all():
    def page(items, on):
        return {"items": items, "next": on, "total": 2}

    world = world_of(
        *LIFE[:4],
        ("GET /users", None, 200, page([ANN], "q9xZk2LmPw")),
        ("GET /users?at=q9xZk2LmPw", None, 200, page([BOB], None)),
    )
    fill(world, "a", "b", "c")
    names, target = [], "/users"
    while target:
        _, told = ask(world, f"GET {target}")
        assert told["total"] == 3
        names += [each["name"] for each in told["items"]]
        target = told["next"] and f"/users?at={told['next']}"

    assert names == ["a", "b", "c"]


def test_a_link_header_leads_on_and_is_left_out_at_the_end():
    link = ((b"Link", b'<http://api.test/users?page=2>; rel="next"'),)
    world = world_of(
        *LIFE[:4],
        ("GET /users", None, 200, [ANN], link),
        ("GET /users?page=2", None, 200, [BOB]),
    )
    fill(world, "a", "b")

    first, last = (
        world.answer(request(f"GET /users?page={n}"), "live", START).response
        for n in (1, 2)
    )

    assert first.header("link") == '<http://api.test/users?page=2>; rel="next"'
    assert last.header("link") is None
    assert [each["name"] for each in json.loads(last.body)] == ["b"]
