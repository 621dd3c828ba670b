"""Laws of what fields hold by the very words of their names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.lexicons import LEXICONS, WORDS
from mockforge.synthesis.sources import source, values_of
from tests.synthesis.asks import several, thing

NOW = 1_790_000_000.0
TEXT = {"type": "string"}
TABLES = [(one, kind) for one in LEXICONS for kind in one.tables]


def made(path, seed=1, count=None, **members):
    """A document with *members*."""
    schema = {"type": "object", "required": [*members], "properties": members}
    return Maker(schema).made(Wanted(path=path, count=count), rng(seed), now=NOW)


def rows(kind):
    """The rows of what belongs together in a *kind*."""
    return next(one.tables[kind].rows for one in LEXICONS if kind in one.tables)


@pytest.mark.parametrize("seed", range(6))
def test_what_belongs_together_is_of_one_row(seed):
    members = {"commonName": TEXT, "scientificName": TEXT, "family": TEXT}
    found = made("/plants/1", seed, **members)

    assert tuple(found.values()) in {row[:3] for row in rows("plant")}


def test_numbers_of_a_row_are_numbers():
    number = {"type": "integer"}
    found = made("/volcanoes/1", name=TEXT, elevation_m=number, country=TEXT)

    row = next(row for row in rows("volcano") if row[0] == found["name"])
    assert (str(found["elevation_m"]), found["country"]) == (row[2], row[1])


@pytest.mark.parametrize("seed", range(6))
def test_an_enum_tells_which_rows_there_are(seed):
    species = {"type": "string", "enum": ["CAT", "RABBIT"]}
    found = made("/pets/1", seed, name=TEXT, breed=TEXT, species=species)

    assert (found["species"].lower(), found["breed"]) in {*rows("pet")}


@pytest.mark.parametrize("seed", range(4))
def test_two_words_before_tell_of_what_the_fields_are(seed):
    found = made("/loans/1", seed, bookTitle=TEXT, bookAuthor=TEXT, member=TEXT)

    assert (found["bookTitle"], found["bookAuthor"]) in {
        row[:2] for row in rows("library book")
    }


def test_no_row_comes_twice_in_a_list_before_all_came():
    size = len(rows("beer"))
    found = made("/beers", 3, size, name=TEXT, style=TEXT)

    assert len({each["name"] for each in found}) == size


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(TABLES), st.integers(0, 99))
def test_every_table_fills_an_object_with_its_columns(table, seed):
    lexicon, kind = table
    names = [one.split("/")[0] for one in lexicon.tables[kind].columns]
    columns = {one.replace(" ", "_") for one in names}
    members = dict.fromkeys(sorted(columns), TEXT)
    found = made(f"/{lexicon.name}/{kind.replace(' ', '-')}s", seed, **members)

    assert {*found} == columns
    assert all(value and "{" not in value for value in found.values())


@settings(max_examples=50)
@given(st.sampled_from(sorted(WORDS)))
def test_every_word_has_something_to_say(word):
    assert values_of(tuple(word.split())) or word in {"name", "title"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("dietary_restriction", "dietary restriction"),
        ("preferredCuisine", "cuisine"),
        ("windDirection", "wind direction"),
        ("fuel-type", "fuel type"),
        ("billing_cycle", "billing cycle"),
        ("eyeColor", "eye color"),
    ],
)
def test_words_of_everyday_are_known_in_any_domain(name, told):
    assert made("/whatever/1", **{name: TEXT})[name] in WORDS[told]


def test_words_of_a_kind_come_before_words_of_everyday():
    assert source("song", "media", ("genre",), "category", False) is None
    assert source("", "generic", ("nonsense",), "", False) is None


def test_what_a_field_is_in_says_what_its_type_is():
    event = {"type": "object", "required": ["type"], "properties": {"type": TEXT}}
    events = {"type": "array", "minItems": 3, "items": event}
    found = made("/football/matches/1", stadium=TEXT, referee=TEXT, events=events)

    known = {"goal", "yellow_card", "substitution", "corner", "red_card"}
    assert {each["type"] for each in found["events"]} <= known


def test_a_state_without_a_place_is_no_region():
    alone = made("/devices/1", name=TEXT, state=TEXT)
    placed = made("/customers/1", city=TEXT, state=TEXT, country=TEXT)

    assert alone["state"] in {"online", "offline", "maintenance"}
    assert placed["state"][0].isupper()


@pytest.mark.parametrize("name", ["examiner", "orderedBy", "poet", "respondent", "vet"])
def test_words_that_name_someone_are_people(name):
    assert " " in made("/whatever/1", **{name: TEXT})[name]


def test_people_on_a_list_are_several():
    crew = {"type": "array", "minItems": 3, "items": TEXT}

    assert len({*made("/missions/1", crew=crew)["crew"]}) >= 3


def test_sentences_of_a_list_differ_though_there_are_few():
    notes = [each["notes"] for each in made("/hives", 2, 20, name=TEXT, notes=TEXT)]

    assert len({*notes}) > 14
    assert all(note.count(".") >= 1 for note in notes)


def test_a_word_that_needs_those_before_it_says_nothing_alone():
    found = source("", "generic", ("date", "format"), "", False)

    assert found is not None
    assert found.values == WORDS["date format"]
    assert source("", "generic", ("flumph", "format"), "", False) is None


def test_one_document_is_in_one_money():
    money = thing("currency_code value")
    items = several(thing("name", unit_amount=money))
    schema = thing("id", amount=money, items=items)
    for seed in range(5):
        wanted = Wanted(schema, path="/checkouts/7")
        made = Maker(schema).made(wanted, rng(seed, "money"), now=NOW)
        told = {one["unit_amount"]["currency_code"] for one in made["items"]}
        assert told == {made["amount"]["currency_code"]}
