"""Deriving: what in an answer follows from the rest of it."""

import json

from mockforge.bodies.messages import told_of
from mockforge.sources.rebound.deriving import Deriving
from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal
from tests.sources.rebound.sides import request, response


def recording():
    journal = Journal(Effects())
    for number, (a, b) in enumerate([(2, 3), (5, 7), (4, 6)]):
        asked = request("GET", f"/areas/{number}")
        moment = journal.ask(asked, "GET /areas/{id}", {"id": str(number)}, 1)
        journal.tell(moment, response(200, {"a": a, "b": b, "area": a * b}))
    return journal


def test_numbers_are_made_right_and_the_rest_is_left():
    journal = recording()
    deriving = Deriving(journal)
    moment = journal.moments[0]
    wrong = response(200, {"a": 10, "b": 11, "area": 6})

    made = deriving.derived(deriving.begin(), moment, wrong)

    assert json.loads(made.body) == {"a": 10, "b": 11, "area": 110}
    assert told_of(made)["header"] == {
        **told_of(wrong)["header"],
        **{
            name: value
            for name, value in told_of(made)["header"].items()
            if name == "content-length"
        },
    }


def test_what_is_right_and_what_failed_stays_the_same_object():
    journal = recording()
    deriving = Deriving(journal)
    known, moment = deriving.begin(), journal.moments[0]

    for same in (
        response(200, {"a": 2, "b": 3, "area": 6}),
        response(404, {"a": 2, "b": 3, "area": 1}),
        response(204, None),
    ):
        assert deriving.derived(known, moment, same) is same


def test_nothing_recorded_derives_nothing():
    deriving = Deriving(Journal(Effects()))
    journal = recording()
    told = response(200, {"a": 10, "b": 11, "area": 6})

    assert deriving.derived(deriving.begin(), journal.moments[0], told) is told
