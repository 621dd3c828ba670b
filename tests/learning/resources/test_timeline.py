from mockforge.learning.resources.timeline import is_missing, scope_of
from tests.learning.resources.told import LIFE, told, user


def test_events_name_what_they_are_about():
    line = told(*LIFE)

    assert [event.name for event in line.events[:4]] == ["7", "8", "7", "8"]
    assert [name for name, _ in line.events[4].views] == ["7", "8"]
    assert [is_missing(event) for event in line.events].count(True) == 1


def test_the_other_parameters_of_a_path_are_parents():
    template = "/users/{user}/orders/{order}"

    found = scope_of(template, {"user": "7", "order": "1"}, ("param", "order"))

    assert found == {"/users": "7"}


def test_ids_that_begin_anew_below_each_parent_are_scoped():
    lines = [
        (f"GET /users/{parent}/notes/{note}", None, 200, user(note, f"{parent}-{note}"))
        for parent in (5, 6)
        for note in (1, 2)
    ]

    assert told(*lines).scoped == {"notes"}
