"""Votes of all are those that are valid."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.members import Members
from mockforge.synthesis.votes import cast


def members(made):
    return Members({}, made, set(), lambda *_: True)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1_000, 900_000),
    st.integers(0, 900_000),
    st.lists(st.integers(0, 9_000), min_size=2, max_size=8),
)
def test_votes_add_up(whole, wrong, votes):
    made: dict[str, Any] = {"registered_voters": 2_000_000, "votes_cast": whole,
                            "invalid_votes": wrong}  # fmt: skip
    rows: list[dict[str, Any]] = [
        {"party": "A", "votes": one, "seats": 3, "share": 40.0} for one in votes
    ]
    cast(members(made), [members(one) for one in rows])

    assert sum(one["votes"] for one in rows) + made["invalid_votes"] == whole
    assert made["invalid_votes"] <= 0.03 * whole + 1
    assert sum(one["seats"] for one in rows) == 120
    assert sum(one["share"] for one in rows) == pytest.approx(100, abs=0.5)


def test_what_is_voted_on_a_post_is_left():
    made = {"total_votes": 40}
    rows = [{"votes": 3}, {"votes": 5}]
    cast(members(made), [members(one) for one in rows])

    assert rows == [{"votes": 3}, {"votes": 5}]


def test_an_election_adds_up():
    party = {"type": "object", "required": ["party", "votes"], "properties": {
        "party": {"type": "string"}, "votes": {"type": "integer"}}}  # fmt: skip
    names = ("electorate", "votes_cast", "invalid")
    schema = {"type": "object", "required": [*names, "turnout", "parties"],
              "properties": {**{name: {"type": "integer"} for name in names},
                             "turnout": {"type": "number"},
                             "parties": {"type": "array", "items": party,
                                         "minItems": 3}}}  # fmt: skip
    for seed in range(10):
        made: Any = Maker(schema).made(
            Wanted(path="/elections/4"), rng(seed), now=1.7e9
        )
        votes = sum(one["votes"] for one in made["parties"])

        assert votes + made["invalid"] == made["votes_cast"] <= made["electorate"]
        assert made["turnout"] == pytest.approx(
            100 * made["votes_cast"] / made["electorate"], abs=0.1
        )
