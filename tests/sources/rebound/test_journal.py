"""Journal: one part of rebound answers, by itself."""

from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal, outcome_of, whole_number
from tests.sources.rebound.sides import request, response


def test_values_are_found_where_they_stood_before():
    journal = Journal(Effects())
    made = journal.ask(
        request("POST", "/users", {"name": "alice"}), "POST /users", {}, 1
    )
    journal.tell(made, response(201, {"id": "u-12345"}))

    seen = list(journal.before("alice", 1))

    assert [(each.number, each.is_told) for each in seen] == [(0, False)]
    assert list(journal.before("alice", 0)) == []
    assert [each.is_told for each in journal.before("u-12345", 1)] == [True]


def test_errors_within_a_good_status_are_told():
    assert outcome_of(200, {"errors": [1]}).endswith("!")
    assert not outcome_of(200, {"data": {}}).endswith("!")


def test_a_number_that_is_written_is_one():
    assert whole_number("12") == 12
    assert whole_number("012") is None
    assert whole_number(True) is None
