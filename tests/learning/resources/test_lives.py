from mockforge.learning.resources.lives import fate_at
from tests.learning.resources.told import LIFE, told, user


def test_what_was_known_before_and_what_is_told_after():
    line = told(*LIFE)
    block = line.by_key["POST /users/{user_id}/block"][0]

    assert block.fate == "alive"
    assert block.before == user(8, "bob", state="new")
    assert block.after == user(8, "bob", state="blocked")


def test_what_a_later_read_does_not_find_is_gone():
    line = told(*LIFE)
    end = line.by_key["DELETE /users/{id}"][0]

    assert end.next_fate == "missing"
    assert fate_at(line, "users", "7", end.reading.index) == "alive"
    assert fate_at(line, "users", "7", end.reading.index + 1) == "missing"


def test_an_object_that_is_as_it_was_sent_is_a_whole():
    place = {"city": "Ulm", "zip": "1"}
    lines: list = [
        ("POST /users", {"name": n, "home": place}, 201, user(k, n, home=place))
        for k, n in enumerate(("ann", "bob"), 100)
    ]
    lines.append(("GET /users/100", None, 200, user(100, "ann", home=place)))

    assert told(*lines).events[0].group.wholes == {("home",)}
