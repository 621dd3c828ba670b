"""Cities, airports and countries that requests name, by code and by name.

Source:
    ISO 3166-1, ISO 4217 and the location codes of IATA.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from mockforge.synthesis.gazetteer import CITIES
from mockforge.synthesis.naming import slug
from mockforge.synthesis.places import PLACES, Country, Place

_COUNTRIES = """
US|USA|United States|USD|+1|en-US|English
CA|CAN|Canada|CAD|+1|en-CA|English
GB|GBR|United Kingdom|GBP|+44|en-GB|English
DE|DEU|Germany|EUR|+49|de-DE|German
FR|FRA|France|EUR|+33|fr-FR|French
ES|ESP|Spain|EUR|+34|es-ES|Spanish
IT|ITA|Italy|EUR|+39|it-IT|Italian
NL|NLD|Netherlands|EUR|+31|nl-NL|Dutch
PT|PRT|Portugal|EUR|+351|pt-PT|Portuguese
IE|IRL|Ireland|EUR|+353|en-IE|English
SE|SWE|Sweden|SEK|+46|sv-SE|Swedish
DK|DNK|Denmark|DKK|+45|da-DK|Danish
NO|NOR|Norway|NOK|+47|nb-NO|Norwegian
FI|FIN|Finland|EUR|+358|fi-FI|Finnish
IS|ISL|Iceland|ISK|+354|is-IS|Icelandic
BE|BEL|Belgium|EUR|+32|nl-BE|Dutch
LU|LUX|Luxembourg|EUR|+352|fr-LU|French
CH|CHE|Switzerland|CHF|+41|de-CH|German
AT|AUT|Austria|EUR|+43|de-AT|German
CZ|CZE|Czechia|CZK|+420|cs-CZ|Czech
SK|SVK|Slovakia|EUR|+421|sk-SK|Slovak
PL|POL|Poland|PLN|+48|pl-PL|Polish
HU|HUN|Hungary|HUF|+36|hu-HU|Hungarian
RO|ROU|Romania|RON|+40|ro-RO|Romanian
BG|BGR|Bulgaria|BGN|+359|bg-BG|Bulgarian
GR|GRC|Greece|EUR|+30|el-GR|Greek
TR|TUR|Turkey|TRY|+90|tr-TR|Turkish
EE|EST|Estonia|EUR|+372|et-EE|Estonian
LV|LVA|Latvia|EUR|+371|lv-LV|Latvian
LT|LTU|Lithuania|EUR|+370|lt-LT|Lithuanian
HR|HRV|Croatia|EUR|+385|hr-HR|Croatian
SI|SVN|Slovenia|EUR|+386|sl-SI|Slovenian
RS|SRB|Serbia|RSD|+381|sr-RS|Serbian
UA|UKR|Ukraine|UAH|+380|uk-UA|Ukrainian
MX|MEX|Mexico|MXN|+52|es-MX|Spanish
CO|COL|Colombia|COP|+57|es-CO|Spanish
PE|PER|Peru|PEN|+51|es-PE|Spanish
CL|CHL|Chile|CLP|+56|es-CL|Spanish
AR|ARG|Argentina|ARS|+54|es-AR|Spanish
BR|BRA|Brazil|BRL|+55|pt-BR|Portuguese
EG|EGY|Egypt|EGP|+20|ar-EG|Arabic
ZA|ZAF|South Africa|ZAR|+27|en-ZA|English
KE|KEN|Kenya|KES|+254|en-KE|English
NG|NGA|Nigeria|NGN|+234|en-NG|English
GH|GHA|Ghana|GHS|+233|en-GH|English
ET|ETH|Ethiopia|ETB|+251|am-ET|Amharic
MA|MAR|Morocco|MAD|+212|ar-MA|Arabic
AE|ARE|United Arab Emirates|AED|+971|ar-AE|Arabic
QA|QAT|Qatar|QAR|+974|ar-QA|Arabic
SA|SAU|Saudi Arabia|SAR|+966|ar-SA|Arabic
IL|ISR|Israel|ILS|+972|he-IL|Hebrew
IN|IND|India|INR|+91|en-IN|English
SG|SGP|Singapore|SGD|+65|en-SG|English
MY|MYS|Malaysia|MYR|+60|ms-MY|Malay
TH|THA|Thailand|THB|+66|th-TH|Thai
ID|IDN|Indonesia|IDR|+62|id-ID|Indonesian
PH|PHL|Philippines|PHP|+63|en-PH|English
VN|VNM|Vietnam|VND|+84|vi-VN|Vietnamese
HK|HKG|Hong Kong|HKD|+852|zh-HK|Chinese
CN|CHN|China|CNY|+86|zh-CN|Chinese
TW|TWN|Taiwan|TWD|+886|zh-TW|Chinese
KR|KOR|South Korea|KRW|+82|ko-KR|Korean
JP|JPN|Japan|JPY|+81|ja-JP|Japanese
AU|AUS|Australia|AUD|+61|en-AU|English
NZ|NZL|New Zealand|NZD|+64|en-NZ|English
"""
_PHONES = {"FI": "9 555 ####", "IS": "555 ####", "BE": "2 555 ## ##",
           "LU": "26 55 ## ##", "CZ": "255 5## ###", "SK": "2 555 ## ###",
           "HU": "1 555 ####", "RO": "21 555 ####", "BG": "2 555 ####",
           "GR": "21 0555 ####", "TR": "212 555 ## ##", "EE": "555 ####",
           "LV": "67 555 ###", "LT": "5 255 ####", "HR": "1 555 ####",
           "SI": "1 555 ## ##", "RS": "11 555 ####", "UA": "44 555 ####",
           "AR": "11 5555-####", "CL": "2 2555 ####", "CO": "601 555 ####",
           "PE": "1 555 ####", "CN": "10 5555 ####", "HK": "2555 ####",
           "TW": "2 5555 ####", "TH": "2 555 ####", "MY": "3-5555 ####",
           "AE": "4 555 ####", "QA": "4455 ####", "IL": "3-555-####",
           "SA": "11 555 ####", "EG": "2 2555 ####"}  # fmt: skip
_ALSO = {"uk": "GB", "usa": "US", "america": "US", "england": "GB", "holland": "NL",
         "great-britain": "GB", "czech-republic": "CZ", "uae": "AE",
         "korea": "KR"}  # fmt: skip
_ELSEWHERE = {"munchen": "Munich", "koln": "Cologne", "nyc": "New York",
              "wien": "Vienna", "roma": "Rome", "milano": "Milan", "la": "Los Angeles",
              "lisboa": "Lisbon", "kobenhavn": "Copenhagen", "sf": "San Francisco",
              "bangalore": "Bengaluru", "firenze": "Florence", "torino": "Turin",
              "sevilla": "Seville", "den-haag": "The Hague", "antwerpen": "Antwerp",
              "praha": "Prague", "warszawa": "Warsaw", "goteborg": "Gothenburg",
              "genf": "Geneva", "zuerich": "Zurich", "muenchen": "Munich",
              "duesseldorf": "Düsseldorf", "saint-louis": "St. Louis",
              "new-york-city": "New York",
              "new-delhi": "Delhi"}  # fmt: skip
_PLAIN = str.maketrans("áàâãäåąçćčéèêëęěğíîïıłñńóôõöøőřśşšúûüűůýżźž",
                       "aaaaaaaccceeeeeegiiiilnnoooooorsssuuuuuyzzz")  # fmt: skip


class Town(NamedTuple):
    """A city, with the code of its first airport."""

    place: Place
    airport: str


def _key(text: str) -> str:
    return slug(text.lower().translate(_PLAIN))


@lru_cache(maxsize=1)
def _countries() -> tuple[dict[str, Country], dict[str, str]]:
    """Return all countries by code, and codes of three letters by those of two."""
    known = {place.country.code: place.country for place in PLACES}
    three = {}
    for row in _COUNTRIES.strip().splitlines():
        code, long, name, currency, dial, locale, language = row.split("|")
        three[code] = long
        known.setdefault(
            code,
            Country(
                name,
                code,
                currency,
                dial,
                _PHONES.get(code, "555 ### ####"),
                locale,
                language,
            ),
        )
    return known, three


@lru_cache(maxsize=1)
def _towns() -> tuple[Mapping[str, Town], Mapping[str, Town]]:
    """Return the cities by name, and by the codes of their airports."""
    countries, _ = _countries()
    by_name = {_key(place.city): Town(place, "") for place in PLACES}
    by_code = {}
    for row in CITIES.strip().splitlines():
        codes, city, code, lat, lng, zone, *more = row.split("|")
        region, part, zips, area = (*more, *("", "", "", "")[len(more) :])
        known = by_name.get(_key(city))
        country = countries[code]
        place = known.place if known is not None and known.place.country == country \
            else Place(city, region or city, part or code, zips or "#####",
                       float(lat), float(lng), zone, country, area)  # fmt: skip
        town = Town(place, next(iter(codes.split()), ""))
        by_name[_key(city)] = town
        for each in codes.split():
            by_code[each] = Town(place, each)
    for other, city in _ELSEWHERE.items():
        by_name[other] = by_name[_key(city)]
    return by_name, by_code


def town_of(text: str) -> Town | None:
    """Return the city that *text* names, by its name or the code of an airport."""
    by_name, by_code = _towns()
    found = by_name.get(_key(text.partition(",")[0]))
    if found is None and text.isalpha() and len(text) == 3:
        found = by_code.get(text.upper())
    return found


def is_airport(text: str) -> bool:
    """Return whether *text* is the code of an airport."""
    return text.upper() in _towns()[1]


def nearest(lat: float, lng: float) -> Place | None:
    """Return the city at *lat* and *lng*, if one is near."""
    towns = _towns()[0].values()
    found = min((town.place for town in towns),
                key=lambda one: abs(one.lat - lat) + abs(one.lng - lng))  # fmt: skip
    return found if abs(found.lat - lat) + abs(found.lng - lng) < _NEAR else None


_NEAR = 1.5
"""Degrees."""


def country_of(text: str) -> Country | None:
    """Return the country of the code or the name *text*."""
    known, three = _countries()
    plain = _key(text)
    code = _ALSO.get(plain) or plain.upper()
    if code in known:
        return known[code]
    for each, country in known.items():
        if plain in (_key(country.name), three.get(each, "").lower()):
            return country
    return None


def letters_of(country: Country) -> str:
    """Return the code of three letters of *country*."""
    return _countries()[1].get(country.code, country.code)


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """Return the codes of money."""
    return frozenset(each.currency for each in _countries()[0].values())


def places_in(country: Country) -> tuple[Place, ...]:
    """Return the cities that are known in *country*."""
    found = (town.place for town in _towns()[0].values()
             if town.place.country.code == country.code)  # fmt: skip
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """Return all cities that are known."""
    return tuple(dict.fromkeys(town.place for town in _towns()[0].values()))


def countries() -> Mapping[str, Country]:
    """Return all countries that are known, by their codes."""
    return _countries()[0]


def other_names() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return other names: the city of each, and the code of the country of each."""
    return _ELSEWHERE, _ALSO
