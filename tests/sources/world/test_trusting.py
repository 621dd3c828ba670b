from mockforge.chance import rng
from mockforge.http import Response
from mockforge.learning.resources.model import Operation
from mockforge.sources.world.acting import Asked
from mockforge.sources.world.realm import Realm
from mockforge.sources.world.telling import Moment
from mockforge.sources.world.trusting import is_right
from tests.learning.resources.told import JSON, LIFE, START, user
from tests.sources.world.spoken import ask, request, world_of

ASKED = Asked(
    request("GET /users/1"),
    Operation("k", "read", "users"),
    {},
    Realm(),
    Moment({}, 0.0, rng(1, "x")),
)


def answer(text, status=200):
    return Response(status, (JSON,), text)


def test_an_answer_is_right_up_to_what_is_made_by_chance():
    told = b'{"id": "9c0f6a53-55b1-4c5e-9e0f-3d1c5c1b7b1a", "name": "ann"}'
    other = b'{"id": "7d444840-9dc0-41d1-b245-5ffdce74fad2", "name": "ann"}'

    assert is_right(ASKED, answer(told), answer(other))
    assert not is_right(ASKED, answer(told), answer(other, 404))
    assert not is_right(ASKED, answer(told), answer(b'{"id": "7", "name": "bob"}'))


def test_an_endpoint_that_is_not_understood_is_left_to_others():
    """What lists depend on is not learned, so what is made would not be in them."""
    odd = [
        ("GET /users?q=x1", None, 200, [user(8, "bob", state="new")]),
        ("GET /users?q=z2", None, 200, []),
        ("GET /users?q=x3", None, 200, [user(7, "ann", state="new")]),
        ("GET /users?q=x4", None, 200, []),
    ]
    world = world_of(*LIFE[:4], *odd)

    assert ask(world, "GET /users?q=y5") is None
    assert ask(world, "POST /users", {"name": "zoe"}) is None


def test_a_reading_that_was_wrong_once_in_a_few_is_left_to_others():
    """Who else writes is not seen, so the next reading may be wrong as well."""
    more = [
        ("POST /users", {"name": "cat"}, 201, user(9, "cat", state="new")),
        ("GET /users/9", None, 200, user(9, "cat", state="new")),
    ]
    moved = ("GET /users/7", None, 200, user(7, "bob", state="over"))

    def told_by(*recorded):
        world = world_of(*LIFE[:4], *more, *recorded)
        made = answer(b'{"id": 12, "name": "zoe", "state": "new"}', 201)
        world.note(request("POST /users", {"name": "zoe"}), made, "live", START)
        return ask(world, "GET /users/12")

    assert told_by() is not None
    assert told_by(moved) is None
