from tests.learning.resources.told import LIFE, resources_of, user


def test_what_a_create_sets_and_what_a_change_sets():
    found = resources_of(*LIFE).operations

    made = found["POST /users"].writes
    assert (made["name",].kind, made["name",].source) == ("copied", ("body", "name"))
    assert made["id",].kind == "counter"
    assert made["state",].value == "new"
    blocked = found["POST /users/{user_id}/block"].writes
    assert {path: each.value for path, each in blocked.items()} == {
        ("state",): "blocked"
    }


def test_whatever_is_sent_becomes_a_field_where_all_did():
    assert resources_of(*LIFE).operations["POST /users"].opens == ("body",)


def test_a_replacement_takes_away_what_it_does_not_send():
    def line(method, sent, **told):
        return (f"{method} /users/7", sent, 200, user(7, **told))

    found = resources_of(
        *LIFE[:4],
        line("PUT", {"name": "eva", "note": "x"}, name="eva", note="x", state="new"),
        line("PUT", {"name": "ida", "note": "y"}, name="ida", note="y", state="new"),
    )

    assert ("note",) in found.operations["PUT /users/{id}"].resets
