"""What was just made is at its beginning."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.beginnings import begin, uncounted
from mockforge.synthesis.members import Members
from tests.synthesis.things import NOW, entity


def begun(kind, made, **told):
    thing = entity(kind)
    thing.shared.begun = True
    members = Members({"properties": told}, made, set(), lambda *_: True)
    begin(members, thing)
    uncounted(members, thing)
    return made


@pytest.mark.parametrize(
    ("kind", "held", "wanted"),
    [("order", "delivered", "pending"), ("job", "running", "queued"),
     ("ticket", "resolved", "open"), ("user", "suspended", "active"),
     ("order", "pending", "pending"), ("booking", "confirmed", "confirmed"),
     ("job", "COMPLETED", "QUEUED")],
)  # fmt: skip
def test_a_new_thing_has_its_first_status(kind, held, wanted):
    assert begun(kind, {"state": held})["state"] == wanted


def test_an_enum_has_the_last_word():
    made = begun("job", {"status": "done"}, status={"enum": ["done", "created"]})

    assert made["status"] == "created"


def test_nothing_is_counted_yet():
    made = begun("post", {"likes": 40, "views_count": 3, "max_views": 9, "total": 7})

    assert made == {"likes": 0, "views_count": 0, "max_views": 9, "total": 7}


def test_what_was_there_before_is_not_at_its_beginning():
    made = {"status": "delivered", "likes": 9}
    begin(Members({}, made, set(), lambda *_: True), entity("order"))

    assert made == {"status": "delivered", "likes": 9}


def test_a_job_that_is_posted_has_not_begun():
    schema = {"type": "object", "required": ["id", "state", "progress"], "properties": {
        "id": {"type": "string"}, "state": {"type": "string"},
        "progress": {"type": "integer"}, "finishedAt": {"type": "string",
        "format": "date-time"}}}  # fmt: skip
    for seed in range(8):
        wanted = Wanted(path="/jobs", method="POST", body={"name": "x"})
        found = Maker(schema).made(wanted, rng(seed), now=NOW)

        assert found["progress"] == 0
        assert found.get("finishedAt") is None
