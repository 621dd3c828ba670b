"""What is given decides where all else is."""

import pytest

from mockforge.synthesis.belonging import country_told, is_iban, places_told
from mockforge.synthesis.places import PLACES
from tests.synthesis.asks import ask, several, thing


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("iban", "DE89 3704 0044 0532 0130 00", "DE"),
        ("accountNumber", "NL91ABNA0417164300", "NL"),
        ("vat_id", "SE556677889901", "SE"),
        ("vatNumber", "EL123456789", "GR"),
        ("bic", "NDEANOKK", "NO"),
        ("phone", "+48 22 555 12 34", "PL"),
        ("mobileNumber", "0046 70 123 45 67", "SE"),
        ("locale", "it-IT", "IT"),
        ("country", "Portugal", "PT"),
        ("countryCode", "FIN", "FI"),
        ("email", "marco@studio-rossi.it", "IT"),
        ("website", "https://www.kaffee.at/laden", "AT"),
    ],
)
def test_a_country_is_told(name, value, code):
    country = country_told(name, value)

    assert country is not None
    assert country.code == code


@pytest.mark.parametrize(
    ("name", "value"),
    [("id", "DE89"), ("phone", "555 123"), ("email", "a@example.com"),
     ("website", "https://shop.io"), ("name", "Portugal"), ("vat_rate", "19"),
     ("title", "NL91ABNA0417164301")],
)  # fmt: skip
def test_other_values_tell_of_none(name, value):
    assert country_told(name, value) is None


def test_ibans_are_told_by_their_digits():
    assert is_iban("GB82WEST12345698765432")
    assert not is_iban("GB82WEST12345698765433")


def test_the_surest_counts():
    told: dict[tuple[str, ...], str] = {("city",): "Lyon", ("phone",): "+49 30 1234"}

    assert [place.city for place in places_told(told, PLACES)] == ["Lyon"]
    assert places_told({("name",): "Lyon"}, PLACES) == ()


FIELDS = "id name phone city zip country currency timezone locale iban vatId"


@pytest.mark.parametrize(
    ("body", "country", "currency", "dial"),
    [
        ({"iban": "DE89370400440532013000"}, "Germany", "EUR", "+49"),
        ({"vatId": "SE556677889901"}, "Sweden", "SEK", "+46"),
        ({"phone": "+48 22 555 12 34"}, "Poland", "PLN", "+48"),
        ({"locale": "de-CH"}, "Switzerland", "CHF", "+41"),
        ({"timezone": "Asia/Tokyo"}, "Japan", "JPY", "+81"),
        ({"city": "Gothenburg"}, "Sweden", "SEK", "+46"),
        ({"currency": "NOK"}, "Norway", "NOK", "+47"),
    ],
)
@pytest.mark.parametrize("way", ["POST", "PATCH"])
def test_what_is_sent_decides_all_that_is_there(body, country, currency, dial, way):
    pattern, url = ("/customers", "/customers") if way == "POST" else (
        "/customers/{id}", "/customers/12")  # fmt: skip
    made = ask(pattern, url, thing(FIELDS), method=way, body=body)

    assert (made["country"], made["currency"]) == (country, currency)
    assert made["phone"].startswith(dial)
    assert made | body == made


def test_what_is_within_tells_of_what_is_around():
    schema = thing("id phone country", address=thing("street city zip countryCode"))

    made = ask("/users/{id}", "/users/7", schema, method="PATCH",
               body={"address": {"city": "Lyon"}})  # fmt: skip

    assert (made["country"], made["address"]["countryCode"]) == ("France", "FR")
    assert made["address"]["zip"].startswith("690")
    assert made["phone"].startswith("+33")


def test_two_addresses_may_be_in_two_countries():
    address = thing("street city zip country")
    schema = thing("id", billing_address=address, shipping_address=address)

    made = ask("/orders", "/orders", schema, method="POST",
               body={"billing_address": {"city": "Lyon"},
                     "shipping_address": {"city": "Berlin"}})  # fmt: skip

    assert made["billing_address"]["country"] == "France"
    assert made["shipping_address"]["country"] == "Germany"
    assert made["shipping_address"]["zip"].startswith("10")


def test_the_account_that_is_asked_for_is_told_and_placed():
    row = thing("id amount:n currency")
    schema = thing("account currency", transactions=several(row))
    iban = "CH9300762011623852957"

    made = ask("/accounts/{iban}/transactions", f"/accounts/{iban}/transactions",
               schema)  # fmt: skip

    assert made["account"] == iban
    assert made["currency"] == "CHF"


def test_accounts_are_where_there_are_such_numbers():
    rows = ask("/accounts", "/accounts",
               several(thing("id iban bic currency country")), count=20)  # fmt: skip

    for row in rows:
        there = country_told("country", row["country"])
        assert there is not None
        assert row["iban"].startswith(there.code)
        assert row["bic"][4:6] == there.code
        assert row["currency"] == there.currency
