"""Cities, airports and countries that requests name, by code and by name.

Source:
    ISO 3166-1, ISO 4217 and the location codes of IATA.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from mockforge.synthesis.naming import slug
from mockforge.synthesis.places import PLACES, Country, Place

_CITIES = """
OSL|Oslo|NO|59.91|10.75|Europe/Oslo
BGO|Bergen|NO|60.39|5.32|Europe/Oslo
TRD|Trondheim|NO|63.43|10.39|Europe/Oslo
ARN|Stockholm|SE|59.33|18.07|Europe/Stockholm
GOT|Gothenburg|SE|57.71|11.97|Europe/Stockholm
CPH|Copenhagen|DK|55.68|12.57|Europe/Copenhagen
HEL|Helsinki|FI|60.17|24.94|Europe/Helsinki
KEF|Reykjavik|IS|64.15|-21.94|Atlantic/Reykjavik
LHR LGW STN LON|London|GB|51.51|-0.13|Europe/London
MAN|Manchester|GB|53.48|-2.24|Europe/London
EDI|Edinburgh|GB|55.95|-3.19|Europe/London
GLA|Glasgow|GB|55.86|-4.25|Europe/London
BHX|Birmingham|GB|52.48|-1.90|Europe/London
BRS|Bristol|GB|51.45|-2.59|Europe/London
DUB|Dublin|IE|53.35|-6.26|Europe/Dublin
CDG ORY PAR|Paris|FR|48.86|2.35|Europe/Paris
LYS|Lyon|FR|45.76|4.84|Europe/Paris
NCE|Nice|FR|43.70|7.27|Europe/Paris
MRS|Marseille|FR|43.30|5.37|Europe/Paris
TLS|Toulouse|FR|43.60|1.44|Europe/Paris
AMS|Amsterdam|NL|52.37|4.90|Europe/Amsterdam
RTM|Rotterdam|NL|51.92|4.48|Europe/Amsterdam
BRU|Brussels|BE|50.85|4.35|Europe/Brussels
LUX|Luxembourg|LU|49.61|6.13|Europe/Luxembourg
FRA|Frankfurt|DE|50.11|8.68|Europe/Berlin
MUC|Munich|DE|48.14|11.58|Europe/Berlin
BER TXL|Berlin|DE|52.52|13.40|Europe/Berlin
HAM|Hamburg|DE|53.55|9.99|Europe/Berlin
CGN|Cologne|DE|50.94|6.96|Europe/Berlin
DUS|Düsseldorf|DE|51.23|6.77|Europe/Berlin
STR|Stuttgart|DE|48.78|9.18|Europe/Berlin
LEJ|Leipzig|DE|51.34|12.37|Europe/Berlin
ZRH|Zurich|CH|47.38|8.54|Europe/Zurich
GVA|Geneva|CH|46.20|6.14|Europe/Zurich
VIE|Vienna|AT|48.21|16.37|Europe/Vienna
PRG|Prague|CZ|50.08|14.44|Europe/Prague
WAW|Warsaw|PL|52.23|21.01|Europe/Warsaw
KRK|Krakow|PL|50.06|19.94|Europe/Warsaw
BUD|Budapest|HU|47.50|19.04|Europe/Budapest
OTP|Bucharest|RO|44.43|26.10|Europe/Bucharest
SOF|Sofia|BG|42.70|23.32|Europe/Sofia
ATH|Athens|GR|37.98|23.73|Europe/Athens
IST|Istanbul|TR|41.01|28.98|Europe/Istanbul
FCO ROM|Rome|IT|41.90|12.50|Europe/Rome
MXP LIN MIL|Milan|IT|45.46|9.19|Europe/Rome
VCE|Venice|IT|45.44|12.32|Europe/Rome
NAP|Naples|IT|40.85|14.27|Europe/Rome
MAD|Madrid|ES|40.42|-3.70|Europe/Madrid
BCN|Barcelona|ES|41.39|2.17|Europe/Madrid
AGP|Malaga|ES|36.72|-4.42|Europe/Madrid
VLC|Valencia|ES|39.47|-0.38|Europe/Madrid
LIS|Lisbon|PT|38.72|-9.14|Europe/Lisbon
OPO|Porto|PT|41.15|-8.61|Europe/Lisbon
TLL|Tallinn|EE|59.44|24.75|Europe/Tallinn
RIX|Riga|LV|56.95|24.11|Europe/Riga
VNO|Vilnius|LT|54.69|25.28|Europe/Vilnius
ZAG|Zagreb|HR|45.81|15.98|Europe/Zagreb
BEG|Belgrade|RS|44.79|20.45|Europe/Belgrade
KBP|Kyiv|UA|50.45|30.52|Europe/Kyiv
JFK EWR LGA NYC|New York|US|40.71|-74.01|America/New_York
BOS|Boston|US|42.36|-71.06|America/New_York
IAD DCA|Washington|US|38.91|-77.04|America/New_York
PHL|Philadelphia|US|39.95|-75.17|America/New_York
ATL|Atlanta|US|33.75|-84.39|America/New_York
MIA|Miami|US|25.76|-80.19|America/New_York
MCO|Orlando|US|28.54|-81.38|America/New_York
ORD MDW|Chicago|US|41.88|-87.63|America/Chicago
DFW|Dallas|US|32.78|-96.80|America/Chicago
IAH|Houston|US|29.76|-95.37|America/Chicago
AUS|Austin|US|30.27|-97.74|America/Chicago
BNA|Nashville|US|36.16|-86.78|America/Chicago
MSP|Minneapolis|US|44.98|-93.27|America/Chicago
DTW|Detroit|US|42.33|-83.05|America/Detroit
DEN|Denver|US|39.74|-104.99|America/Denver
LAS|Las Vegas|US|36.17|-115.14|America/Los_Angeles
PHX|Phoenix|US|33.45|-112.07|America/Phoenix
SFO|San Francisco|US|37.77|-122.42|America/Los_Angeles
LAX|Los Angeles|US|34.05|-118.24|America/Los_Angeles
SAN|San Diego|US|32.72|-117.16|America/Los_Angeles
SEA|Seattle|US|47.61|-122.33|America/Los_Angeles
PDX|Portland|US|45.52|-122.68|America/Los_Angeles
RDU|Raleigh|US|35.78|-78.64|America/New_York
HNL|Honolulu|US|21.31|-157.86|Pacific/Honolulu
YYZ|Toronto|CA|43.65|-79.38|America/Toronto
YVR|Vancouver|CA|49.28|-123.12|America/Vancouver
YUL|Montreal|CA|45.50|-73.57|America/Toronto
YYC|Calgary|CA|51.05|-114.07|America/Edmonton
MEX|Mexico City|MX|19.43|-99.13|America/Mexico_City
CUN|Cancún|MX|21.16|-86.85|America/Cancun
BOG|Bogotá|CO|4.71|-74.07|America/Bogota
LIM|Lima|PE|-12.05|-77.04|America/Lima
SCL|Santiago|CL|-33.45|-70.67|America/Santiago
EZE|Buenos Aires|AR|-34.60|-58.38|America/Argentina/Buenos_Aires
GRU|São Paulo|BR|-23.55|-46.63|America/Sao_Paulo
GIG|Rio de Janeiro|BR|-22.91|-43.17|America/Sao_Paulo
CAI|Cairo|EG|30.04|31.24|Africa/Cairo
JNB|Johannesburg|ZA|-26.20|28.05|Africa/Johannesburg
CPT|Cape Town|ZA|-33.92|18.42|Africa/Johannesburg
NBO|Nairobi|KE|-1.29|36.82|Africa/Nairobi
LOS|Lagos|NG|6.52|3.38|Africa/Lagos
ACC|Accra|GH|5.60|-0.19|Africa/Accra
ADD|Addis Ababa|ET|9.02|38.75|Africa/Addis_Ababa
CMN|Casablanca|MA|33.57|-7.59|Africa/Casablanca
DXB|Dubai|AE|25.20|55.27|Asia/Dubai
AUH|Abu Dhabi|AE|24.45|54.38|Asia/Dubai
DOH|Doha|QA|25.29|51.53|Asia/Qatar
RUH|Riyadh|SA|24.71|46.68|Asia/Riyadh
TLV|Tel Aviv|IL|32.09|34.78|Asia/Jerusalem
DEL|Delhi|IN|28.61|77.21|Asia/Kolkata
BOM|Mumbai|IN|19.08|72.88|Asia/Kolkata
BLR|Bengaluru|IN|12.97|77.59|Asia/Kolkata
MAA|Chennai|IN|13.08|80.27|Asia/Kolkata
SIN|Singapore|SG|1.35|103.82|Asia/Singapore
KUL|Kuala Lumpur|MY|3.14|101.69|Asia/Kuala_Lumpur
BKK|Bangkok|TH|13.76|100.50|Asia/Bangkok
CGK|Jakarta|ID|-6.21|106.85|Asia/Jakarta
MNL|Manila|PH|14.60|120.98|Asia/Manila
HAN|Hanoi|VN|21.03|105.85|Asia/Ho_Chi_Minh
HKG|Hong Kong|HK|22.32|114.17|Asia/Hong_Kong
PEK|Beijing|CN|39.90|116.41|Asia/Shanghai
PVG SHA|Shanghai|CN|31.23|121.47|Asia/Shanghai
TPE|Taipei|TW|25.03|121.57|Asia/Taipei
ICN SEL|Seoul|KR|37.57|126.98|Asia/Seoul
NRT HND TYO|Tokyo|JP|35.68|139.69|Asia/Tokyo
KIX|Osaka|JP|34.69|135.50|Asia/Tokyo
SYD|Sydney|AU|-33.87|151.21|Australia/Sydney
MEL|Melbourne|AU|-37.81|144.96|Australia/Melbourne
BNE|Brisbane|AU|-27.47|153.03|Australia/Brisbane
PER|Perth|AU|-31.95|115.86|Australia/Perth
AKL|Auckland|NZ|-36.85|174.76|Pacific/Auckland
"""
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
_ALSO = {"uk": "GB", "usa": "US", "america": "US", "england": "GB", "holland": "NL",
         "great-britain": "GB", "czech-republic": "CZ", "uae": "AE",
         "korea": "KR"}  # fmt: skip
_ELSEWHERE = {"munchen": "Munich", "koln": "Cologne", "nyc": "New York",
              "wien": "Vienna", "roma": "Rome", "milano": "Milan", "la": "Los Angeles",
              "lisboa": "Lisbon", "kobenhavn": "Copenhagen", "sf": "San Francisco",
              "bangalore": "Bengaluru", "new-york-city": "New York",
              "new-delhi": "Delhi"}  # fmt: skip
_PLAIN = str.maketrans("áàâãäåçéèêëíîïñóôõöøúûüý", "aaaaaaceeeeiiinooooouuuy")


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
            Country(name, code, currency, dial, "555 ### ####", locale, language),
        )
    return known, three


@lru_cache(maxsize=1)
def _towns() -> tuple[Mapping[str, Town], Mapping[str, Town]]:
    """Return the cities by name, and by the codes of their airports."""
    countries, _ = _countries()
    by_name = {_key(place.city): Town(place, "") for place in PLACES}
    by_code = {}
    for row in _CITIES.strip().splitlines():
        codes, city, code, lat, lng, zone = row.split("|")
        known = by_name.get(_key(city))
        country = countries[code]
        place = known.place if known is not None and known.place.country == country \
            else Place(city, city, code, "#####", float(lat), float(lng), zone,
                       country)  # fmt: skip
        town = Town(place, codes.split()[0])
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
    found = tuple(place for place in PLACES if place.country.code == country.code)
    if found:
        return found
    return tuple(town.place for town in _towns()[0].values()
                 if town.place.country.code == country.code)  # fmt: skip
