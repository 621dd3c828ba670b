"""Countries, moneys and languages come in the letters that are asked for."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from tests.synthesis.asks import thing
from tests.synthesis.things import NOW


def made(path="/profiles/7", **members):
    texts = {name: {"type": "string", **inner} for name, inner in members.items()}
    schema = thing("", **texts)
    return Maker(schema).made(
        Wanted(schema, path=path, prompt="in Sweden"), rng(1), now=NOW
    )


@pytest.mark.parametrize(
    ("name", "schema", "expected"),
    [
        ("country", {}, "Sweden"),
        ("country", {"minLength": 2, "maxLength": 2}, "SE"),
        ("country", {"maxLength": 3, "minLength": 3}, "SWE"),
        ("country", {"pattern": "^[a-z]{2}$"}, "se"),
        ("country", {"description": "ISO 3166-1 alpha-3 code"}, "SWE"),
        ("country", {"description": "Numeric ISO 3166 code"}, "752"),
        ("countryCode", {}, "SE"),
        ("nationality", {"maxLength": 2}, "SE"),
        ("currency", {}, "SEK"),
        ("currency", {"pattern": "^[a-z]{3}$"}, "sek"),
        ("currency", {"description": "Three-letter ISO code, in lowercase"}, "sek"),
        ("currency", {"description": "ISO 4217 numeric code"}, "752"),
        ("currencyName", {}, "Swedish Krona"),
        ("locale", {}, "sv-SE"),
        ("locale", {"pattern": "^[a-z]{2}_[A-Z]{2}$"}, "sv_SE"),
        ("lang", {"maxLength": 2}, "sv"),
        ("language", {"description": "ISO 639-2 code"}, "swe"),
        ("language", {"description": "BCP 47 language tag"}, "sv-SE"),
        ("dialCode", {}, "+46"),
    ],
)
def test_the_schema_tells_the_letters(name, schema, expected):
    assert made(**{name: schema})[name] == expected


def test_money_is_small_where_amounts_are_in_cents():
    schema = thing("id object amount:i currency amount_captured:i")
    asked = Wanted(schema, path="/v1/charges/7")

    assert Maker(schema).made(asked, rng(1), now=NOW)["currency"] == "usd"


@pytest.mark.parametrize("code", ["DE", "FR", "SE"])
def test_a_country_that_is_settled_decides_what_is_of_it(code):
    schema = thing("vatId iban phone", country={"type": "string", "const": code})
    asked = Wanted(schema, path="/companies/7")
    found = Maker(schema).made(asked, rng(1), now=NOW)

    assert found["vatId"].startswith(code)
    assert found["iban"].startswith(code)
    assert found["phone"].startswith({"DE": "+49", "FR": "+33", "SE": "+46"}[code])
