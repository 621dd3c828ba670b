"""Laws of what a word means beside others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.kinds import BY_NAME, candidates
from mockforge.synthesis.senses import Evidence, is_other, pairs, sense, told_by

NOW = 1_790_000_000.0


def beside(*words):
    """What stands beside a word."""
    found = Evidence()
    found.spoken(words)
    return found


@pytest.mark.parametrize(
    ("word", "words", "kind"),
    [
        ("loans", ("library",), "library loan"),
        ("loans", ("bank", "interest"), "loan"),
        ("loans", (), "loan"),
        ("cases", ("court", "plaintiff"), "legal case"),
        ("cases", (), "ticket"),
        ("cards", ("kanban",), "board card"),
        ("cards", ("cardholder", "expiry"), "card"),
        ("tickets", ("cinema", "seat"), "cinema ticket"),
        ("tickets", ("train", "coach"), "train ticket"),
        ("tickets", ("priority", "requester"), "ticket"),
        ("plants", ("watering", "species"), "plant"),
        ("plants", ("capacity", "grid", "mw"), "power plant"),
        ("stations", ("weather", "wind"), "weather station"),
        ("stations", ("radio", "frequency"), "radio station"),
        ("sessions", ("speaker", "abstract"), "talk"),
        ("sessions", ("ip", "user", "agent"), "session"),
    ],
)
def test_the_words_beside_it_tell_what_a_word_means(word, words, kind):
    assert sense(word, beside(*words)) == kind


def test_two_words_that_name_a_kind_are_worth_more_than_all_others():
    found = beside("weather", "stations", "with", "connector", "plug", "ev")

    assert sense("stations", found) == "weather station"
    assert pairs(("weather", "stations")) == {"weather station"}


@settings(max_examples=50)
@given(
    st.sampled_from(sorted(BY_NAME)),
    st.lists(st.sampled_from(("bank", "court", "seat", "price", "zebra")), max_size=4),
)
def test_it_is_one_of_what_the_word_may_stand_for_and_always_the_same(word, words):
    found = sense(word, beside(*words))

    assert found in candidates(word)
    assert found == sense(word, beside(*reversed(words)))


def test_what_is_within_knows_what_it_is_in():
    schema = {"properties": {"plotNumber": {}, "state": {"enum": ["on_loan", 3]}}}
    inner = beside("bank").within(schema, "library")

    assert told_by(schema) == ["plot", "number", "state", "on", "loan"]
    assert {"bank", "library", "plot"} <= {*inner.weights}


@pytest.mark.parametrize(
    ("name", "kind", "other"),
    [
        ("tide-tables", "restaurant table", True),
        ("restaurant-tables", "restaurant table", False),
        ("tables", "restaurant table", False),
        ("active-sessions", "session", False),
        ("lostItems", "item", True),
    ],
)
def test_a_word_before_makes_something_else_of_it(name, kind, other):
    assert is_other(name, kind) is other


@pytest.mark.parametrize(
    ("path", "prompt", "there", "not_there"),
    [
        ("/library/loans", "", {"due_date", "borrower", "book"}, {"interest_rate"}),
        ("/bank/loans", "", {"amount", "interest_rate"}, {"book"}),
        ("/kanban/cards", "", {"title", "column"}, {"last4"}),
        ("/legal/cases", "", {"court", "plaintiff"}, {"ticket_number"}),
        ("/tickets", "tickets of a cinema", {"seat", "row"}, {"priority"}),
        ("/tickets", "", {"subject", "priority"}, {"seat"}),
        ("/gym/classes", "", {"instructor", "capacity"}, {"enrolled"}),
        ("/orders", "lab orders", {"patient", "test_name"}, {"items"}),
    ],
)
def test_the_path_and_the_prompt_tell_what_is_made(path, prompt, there, not_there):
    found = Maker().made(Wanted(path=path, prompt=prompt), rng(1), now=NOW)

    assert there <= {*found}
    assert not_there.isdisjoint(found)


def test_the_members_of_a_schema_tell_it_too():
    def made(**members):
        schema = {"type": "object", "required": [*members], "properties": members}
        return Maker(schema).made(Wanted(path="/loans/1"), rng(1), now=NOW)

    text, state = {"type": "string"}, {"type": "string"}
    lent = made(
        book_title=text, member=text, due_date=text, returned=text, status=state
    )
    money = made(principal={"type": "number"}, interest_rate=text, status=state)

    assert lent["status"] in {"on_loan", "returned", "overdue"}
    assert money["status"] not in {"on_loan", "returned", "overdue"}


@pytest.mark.parametrize(
    ("path", "prompt", "there"),
    [
        ("/data", "bank accounts", "account_number"),
        ("/api/generate", "A list of court hearings for next week", "courtroom"),
        ("/data", "EV charging stations", "connectors"),
        ("/elections/7/results", "", "vote_share_pct"),
    ],
)
def test_two_words_name_a_kind_together(path, prompt, there):
    found = Maker().made(Wanted(path=path, prompt=prompt), rng(1), now=NOW)

    assert there in found


def test_a_part_takes_its_type_from_what_it_is_in():
    found = Maker().made(Wanted(path="/charging-stations"), rng(1), now=NOW)

    assert {each["type"] for each in found["connectors"]} <= {
        "CCS",
        "Type 2",
        "CHAdeMO",
    }
