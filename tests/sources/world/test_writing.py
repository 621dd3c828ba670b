from tests.learning.resources.told import LIFE, user
from tests.sources.world.spoken import ask, world_of


def test_fields_that_nobody_recorded_are_kept_where_all_were():
    world = world_of(*LIFE)

    made = ask(world, "POST /users", {"name": "zoe", "nick": "z"})

    assert made == (201, user(7, "zoe", state="new", nick="z"))
    assert ask(world, "GET /users/7") == (200, user(7, "zoe", state="new", nick="z"))


def test_ids_go_on_from_those_that_are_there():
    world = world_of(*LIFE)
    made = [ask(world, "POST /users", {"name": name})[1] for name in "abc"]

    assert [each["id"] for each in made] == [7, 8, 9]


def test_a_replacement_takes_away_what_it_does_not_send():
    def line(sent, **told):
        return ("PUT /users/7", sent, 200, {"id": 7, "state": "new", **told})

    world = world_of(
        *LIFE[:4],
        line({"name": "eva", "note": "x"}, name="eva", note="x"),
        line({"name": "ida", "note": "y"}, name="ida", note="y"),
    )
    ask(world, "POST /users", {"name": "zoe"})
    ask(world, "PUT /users/7", {"name": "kim", "note": "n"})

    _, told = ask(world, "PUT /users/7", {"name": "lea"})
    assert told["name"] == "lea"
    assert ask(world, "GET /users/7")[1] == user(7, "lea", state="new")
