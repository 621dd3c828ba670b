from tests.learning.resources.told import LIFE, user
from tests.sources.world.spoken import ask, note, world_of


def test_what_others_made_changed_and_ended_is_known():
    world = world_of(*LIFE)
    note(world, "POST /users", {"name": "zoe"}, 201, user(50, "zoe", state="new"))
    note(world, "POST /users", {"name": "kim"}, 201, user(51, "kim", state="new"))
    note(world, "PATCH /users/50", {"name": "ida"}, 200, user(50, "ida", state="new"))
    note(world, "DELETE /users/51", None, 204, None)

    assert ask(world, "GET /users") == (200, [user(50, "ida", state="new")])
    assert ask(world, "GET /users/51")[0] == 404


def test_what_a_list_shows_is_there():
    world = world_of(*LIFE)
    note(world, "GET /users", None, 200, [user(60, "lea", state="old")])

    assert ask(world, "GET /users/60") == (200, user(60, "lea", state="old"))


def test_what_others_did_not_find_is_gone():
    world = world_of(*LIFE)
    note(world, "POST /users", {"name": "zoe"}, 201, user(50, "zoe", state="new"))
    note(world, "GET /users/50", None, 404, {"error": "user 50 not found"})

    assert ask(world, "GET /users") == (200, [])


def test_an_id_that_only_the_location_tells_is_known():
    def line(number, name):
        place = ((b"Location", f"/users/{number}".encode()),)
        return ("POST /users", {"name": name}, 201, None, place)

    life = (line(7, "ann"), line(8, "bob"), *LIFE[2:])
    world = world_of(*life)
    note(world, "POST /users", {"name": "zoe"}, 201, None, line(90, "zoe")[4])

    status, told = ask(world, "GET /users/90")
    assert (status, told["id"], told["name"]) == (200, 90, "zoe")
