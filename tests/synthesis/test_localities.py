"""Places that words name are told as people write them."""

import pytest

from mockforge.synthesis.atlas import places
from mockforge.synthesis.localities import NOWHERE, localities_in, localities_of, where
from tests.synthesis.asks import ask, several, thing


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("flats in Berlin", {"Berlin"}),
        ("desks for our Oslo office", {"Oslo"}),
        ("Offices in Berlin, Paris and Tokyo", {"Berlin", "Paris", "Tokyo"}),
        ("Italian restaurants in Chicago", {"Chicago"}),
        ("stations in Oslo, Norway", {"Oslo"}),
        ("users in austin, texas", {"Austin"}),
        ("A Graz-based startup's employees", {"Graz"}),
        ("New York taxi trips", {"New York"}),
    ],
)
def test_cities_are_found(text, cities):
    assert {place.city for place in localities_in(text).places} == cities


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Swedish companies", {"SE"}),
        ("Finnish software companies", {"FI"}),
        ("German enterprise customers", {"DE"}),
        ("Customers from Germany, Austria and Switzerland", {"DE", "AT", "CH"}),
        ("Warehouses across the Nordics", {"SE", "DK", "NO", "FI", "IS"}),
        ("orders shipped to the UK", {"GB"}),
        ("employees of a US-based company", {"US"}),
        ("schools in Bavaria", {"DE"}),
        ("users in Japan", {"JP"}),
    ],
)
def test_countries_are_found(text, codes):
    assert localities_in(text).countries == codes


@pytest.mark.parametrize(
    "text",
    [
        "articles in German",
        "customers not in Germany",
        "Spanish lessons for adults",
        "nice products at a good price",
        "a turkey recipe",
        "Phoenix app users",
        "Bavarian beer",
        "Prices in Swiss francs",
        "",
    ],
)
def test_words_that_are_no_places_tell_of_none(text):
    assert not localities_in(text).places


def test_a_way_has_two_ends():
    told = localities_in("Train trips from Munich to Vienna")

    assert [(end, place.city) for end, place in told.ways] == [
        ("origin", "Munich"), ("destination", "Vienna"),
    ]  # fmt: skip
    assert not told.places


@pytest.mark.parametrize(
    ("text", "code"),
    [("Prices in Swiss francs", "CHF"), ("amounts in SEK", "SEK"),
     ("totals in euros", "EUR"), ("salaries in IT", "")],
)  # fmt: skip
def test_money_is_told(text, code):
    assert localities_in(text).currency == code


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("/de/stores", {"DE"}),
        ("/api/v1/sweden/customers", {"SE"}),
        ("/berlin/flats", {"DE"}),
        ("/swedish-companies", {"SE"}),
        ("/en-GB/products", {"GB"}),
        ("/it/tickets", set()),
        ("/me/orders", set()),
    ],
)
def test_paths_tell_of_places(path, codes):
    parts = [part for part in path.split("/") if part]

    assert localities_of(parts).countries == codes


def test_what_is_said_first_counts():
    told = where("flats in Rome", "we are in Oslo", ("de", "flats"), ("In Paris",))

    assert {place.city for place in told.places} == {"Rome"}
    assert where("", "", (), ("The city, as Lyon",)) == NOWHERE


def test_each_city_is_found_by_its_name():
    for place in places():
        found = localities_in(f"flats in {place.city}").places
        assert place.city in {one.city for one in found}


ROW = several(thing("id name street city zip country phone currency lat:n timezone"))


@pytest.mark.parametrize(
    ("path", "prompt", "dial", "currency"),
    [
        ("/shops", "shops in Leipzig", "+49", "EUR"),
        ("/sweden/shops", "", "+46", "SEK"),
        ("/shops", "Swiss shops", "+41", "CHF"),
        ("/shops", "shops across Finland", "+358", "EUR"),
        ("/shops", "shops in Miami", "+1-305", "USD"),
    ],
)
def test_all_fields_of_a_place_are_of_there(path, prompt, dial, currency):
    for row in ask(path, path, ROW, prompt=prompt, count=6):
        assert row["phone"].startswith(dial)
        assert row["currency"] == currency


def test_a_description_of_the_things_places_them():
    schema = thing("id name city country")
    schema["description"] = "A bakery in Portugal."

    rows = ask("/bakeries", "/bakeries", several(schema), count=5)

    assert {row["country"] for row in rows} == {"Portugal"}


def test_texts_are_in_the_language_that_is_said():
    rows = ask("/articles", "/articles", several(thing("id title language locale")),
               prompt="articles in French", count=4)  # fmt: skip

    assert {(row["language"], row["locale"]) for row in rows} == {("French", "fr-FR")}


def test_ways_lead_where_they_are_said_to():
    rows = ask("/trips", "/trips", several(thing("id origin destination currency")),
               prompt="Train trips from Munich to Vienna", count=3)  # fmt: skip

    assert all(row["origin"].startswith("Munich") for row in rows)
    assert all(row["destination"].startswith("Vienna") for row in rows)
    assert {row["currency"] for row in rows} == {"EUR"}
