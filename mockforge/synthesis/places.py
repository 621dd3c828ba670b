"""Cities with what belongs to them: region, country, postal code, phone, money."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple


class Country(NamedTuple):
    """A country."""

    name: str
    code: str
    currency: str
    dial: str
    phone: str
    """The national number; `#` is a digit, `?` one from 2 on."""
    locale: str
    language: str


class Place(NamedTuple):
    """A city."""

    city: str
    region: str
    region_code: str
    zip: str
    """Its postal codes; `#` is a digit, `@` a letter."""
    lat: float
    lng: float
    timezone: str
    country: Country
    area: str = ""
    """What is dialled before its numbers in North America."""


_COUNTRIES = {
    row.split("|")[1]: Country(*row.split("|"))
    for row in """
United States|US|USD|+1|-555-01##|en-US|English
Canada|CA|CAD|+1|-555-01##|en-CA|English
United Kingdom|GB|GBP|+44|20 7946 0###|en-GB|English
Germany|DE|EUR|+49|30 23125 ###|de-DE|German
France|FR|EUR|+33|1 99 00 ## ##|fr-FR|French
Spain|ES|EUR|+34|910 55 ## ##|es-ES|Spanish
Italy|IT|EUR|+39|06 5550 ####|it-IT|Italian
Netherlands|NL|EUR|+31|20 555 ####|nl-NL|Dutch
Portugal|PT|EUR|+351|21 555 ####|pt-PT|Portuguese
Ireland|IE|EUR|+353|1 555 ####|en-IE|English
Sweden|SE|SEK|+46|8 465 004 ##|sv-SE|Swedish
Denmark|DK|DKK|+45|55 55 ## ##|da-DK|Danish
Norway|NO|NOK|+47|55 50 ## ##|nb-NO|Norwegian
Poland|PL|PLN|+48|22 555 ## ##|pl-PL|Polish
Switzerland|CH|CHF|+41|44 555 ## ##|de-CH|German
Austria|AT|EUR|+43|1 555 ####|de-AT|German
Japan|JP|JPY|+81|3-5550-####|ja-JP|Japanese
Australia|AU|AUD|+61|2 5550 ####|en-AU|English
New Zealand|NZ|NZD|+64|9 555 ####|en-NZ|English
Brazil|BR|BRL|+55|11 5555-####|pt-BR|Portuguese
Mexico|MX|MXN|+52|55 5555 ####|es-MX|Spanish
India|IN|INR|+91|22 5555 ####|en-IN|English
Singapore|SG|SGD|+65|6555 ####|en-SG|English
South Korea|KR|KRW|+82|2-5555-####|ko-KR|Korean
South Africa|ZA|ZAR|+27|21 555 ####|en-ZA|English
Kenya|KE|KES|+254|20 555 ####|en-KE|English
""".strip().splitlines()
}

_ROWS = """
New York|New York|NY|1000#|40.71|-74.01|America/New_York|US|212
Los Angeles|California|CA|900##|34.05|-118.24|America/Los_Angeles|US|213
Chicago|Illinois|IL|606##|41.88|-87.63|America/Chicago|US|312
Austin|Texas|TX|787##|30.27|-97.74|America/Chicago|US|512
Seattle|Washington|WA|981##|47.61|-122.33|America/Los_Angeles|US|206
Denver|Colorado|CO|802##|39.74|-104.99|America/Denver|US|303
Boston|Massachusetts|MA|021##|42.36|-71.06|America/New_York|US|617
Atlanta|Georgia|GA|303##|33.75|-84.39|America/New_York|US|404
Portland|Oregon|OR|972##|45.52|-122.68|America/Los_Angeles|US|503
Nashville|Tennessee|TN|372##|36.16|-86.78|America/Chicago|US|615
Phoenix|Arizona|AZ|850##|33.45|-112.07|America/Phoenix|US|602
Minneapolis|Minnesota|MN|554##|44.98|-93.27|America/Chicago|US|612
Raleigh|North Carolina|NC|276##|35.78|-78.64|America/New_York|US|919
San Diego|California|CA|921##|32.72|-117.16|America/Los_Angeles|US|619
Toronto|Ontario|ON|M5@ #@#|43.65|-79.38|America/Toronto|CA|416
Vancouver|British Columbia|BC|V6@ #@#|49.28|-123.12|America/Vancouver|CA|604
Montreal|Quebec|QC|H2@ #@#|45.50|-73.57|America/Toronto|CA|514
London|England|ENG|SW1@ #@@|51.51|-0.13|Europe/London|GB|
Manchester|England|ENG|M1 #@@|53.48|-2.24|Europe/London|GB|
Edinburgh|Scotland|SCT|EH1 #@@|55.95|-3.19|Europe/London|GB|
Berlin|Berlin|BE|10###|52.52|13.40|Europe/Berlin|DE|
Munich|Bavaria|BY|80###|48.14|11.58|Europe/Berlin|DE|
Hamburg|Hamburg|HH|20###|53.55|9.99|Europe/Berlin|DE|
Cologne|North Rhine-Westphalia|NW|506##|50.94|6.96|Europe/Berlin|DE|
Paris|Île-de-France|IDF|7500#|48.86|2.35|Europe/Paris|FR|
Lyon|Auvergne-Rhône-Alpes|ARA|6900#|45.76|4.84|Europe/Paris|FR|
Madrid|Community of Madrid|MD|280##|40.42|-3.70|Europe/Madrid|ES|
Barcelona|Catalonia|CT|080##|41.39|2.17|Europe/Madrid|ES|
Rome|Lazio|62|001##|41.90|12.50|Europe/Rome|IT|
Milan|Lombardy|25|201##|45.46|9.19|Europe/Rome|IT|
Amsterdam|North Holland|NH|10## @@|52.37|4.90|Europe/Amsterdam|NL|
Lisbon|Lisbon|11|11##-###|38.72|-9.14|Europe/Lisbon|PT|
Dublin|Leinster|L|D0# @###|53.35|-6.26|Europe/Dublin|IE|
Stockholm|Stockholm|AB|11# ##|59.33|18.07|Europe/Stockholm|SE|
Copenhagen|Capital Region|84|21##|55.68|12.57|Europe/Copenhagen|DK|
Oslo|Oslo|03|01##|59.91|10.75|Europe/Oslo|NO|
Warsaw|Masovia|MZ|00-###|52.23|21.01|Europe/Warsaw|PL|
Zurich|Zurich|ZH|80##|47.38|8.54|Europe/Zurich|CH|
Vienna|Vienna|9|10#0|48.21|16.37|Europe/Vienna|AT|
Tokyo|Tokyo|13|10#-00##|35.68|139.69|Asia/Tokyo|JP|
Osaka|Osaka|27|53#-00##|34.69|135.50|Asia/Tokyo|JP|
Sydney|New South Wales|NSW|20##|-33.87|151.21|Australia/Sydney|AU|
Melbourne|Victoria|VIC|30##|-37.81|144.96|Australia/Melbourne|AU|
Auckland|Auckland|AUK|10##|-36.85|174.76|Pacific/Auckland|NZ|
São Paulo|São Paulo|SP|01###-###|-23.55|-46.63|America/Sao_Paulo|BR|
Mexico City|Mexico City|CMX|06###|19.43|-99.13|America/Mexico_City|MX|
Mumbai|Maharashtra|MH|4000##|19.08|72.88|Asia/Kolkata|IN|
Bengaluru|Karnataka|KA|5600##|12.97|77.59|Asia/Kolkata|IN|
Singapore|Singapore|SG|0#####|1.35|103.82|Asia/Singapore|SG|
Seoul|Seoul|11|04###|37.57|126.98|Asia/Seoul|KR|
Cape Town|Western Cape|WC|80##|-33.92|18.42|Africa/Johannesburg|ZA|
Nairobi|Nairobi|30|00###|-1.29|36.82|Africa/Nairobi|KE|
"""

PLACES: list[Place] = []
for _row in _ROWS.strip().splitlines():
    _parts = _row.split("|")
    _name, _region, _code, _zip = _parts[:4]
    _lat, _lng, _zone, _country = _parts[4:8]
    PLACES.append(
        Place(_name, _region, _code, _zip, float(_lat), float(_lng), _zone,
              _COUNTRIES[_country], _parts[8])
    )  # fmt: skip

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "BRL": "R$",
           "CHF": "CHF", "CAD": "$", "AUD": "$", "PLN": "zł", "KRW": "₩"}  # fmt: skip

_STREETS = """Maple Street|Oak Avenue|Cedar Lane|Park Road|Hillcrest Drive|Mill Street|
Lakeview Drive|Church Street|Willow Way|Riverside Drive|Station Road|Elm Street|
Washington Avenue|Orchard Lane|Meadow Lane|Highland Avenue|Market Street|Pine Street|
Garden Street|Bridge Road|Spring Street|Victoria Road|Franklin Street|Harbor View"""
_LOCAL = {
    "DE": "Lindenstraße|Bahnhofstraße|Gartenweg|Hauptstraße|Schillerstraße|Am Markt",
    "AT": "Lindengasse|Bahnhofstraße|Mariahilfer Straße|Gartengasse",
    "CH": "Seestrasse|Bahnhofstrasse|Limmatquai|Rosenweg",
    "FR": "rue des Lilas|avenue Victor Hugo|rue de la Gare|boulevard Voltaire",
    "ES": "Calle Mayor|Calle del Sol|Avenida del Parque|Calle de los Olivos",
    "MX": "Calle Juárez|Avenida Reforma|Calle de las Flores",
    "IT": "Via Roma|Via Garibaldi|Corso Italia|Via dei Mille",
    "PT": "Rua das Flores|Avenida da Liberdade|Rua do Carmo",
    "BR": "Rua das Palmeiras|Avenida Paulista|Rua Augusta",
    "NL": "Kerkstraat|Dorpsstraat|Lindelaan|Prinsengracht",
    "SE": "Storgatan|Kungsgatan|Lindvägen",
    "DK": "Algade|Strandvejen|Skolegade",
    "NO": "Storgata|Kirkeveien|Bjørkeveien",
    "PL": "ul. Polna|ul. Lipowa|ul. Ogrodowa",
    "FI": "Mannerheimintie|Koivukatu|Puistokatu|Asematie",
    "IS": "Laugavegur|Skólavörðustígur|Hverfisgata",
    "BE": "Kerkstraat|Stationsstraat|Lindelaan|Nieuwstraat",
    "CZ": "Nádražní|Lipová|Zahradní|Školní",
    "SK": "Hlavná|Lipová|Záhradná|Školská",
    "HU": "Kossuth Lajos utca|Petőfi utca|Rákóczi út",
    "RO": "Strada Florilor|Strada Libertății|Bulevardul Unirii",
    "HR": "Ulica lipa|Vukovarska ulica|Školska ulica",
    "SI": "Slovenska cesta|Lipova ulica|Šolska ulica",
    "EE": "Pikk tänav|Pärnu maantee|Kase tänav",
    "LV": "Brīvības iela|Skolas iela|Liepu iela",
    "LT": "Vilniaus gatvė|Liepų gatvė|Mokyklos gatvė",
    "GR": "Ermou|Leoforos Alexandras|Odos Athinas",
    "TR": "Atatürk Caddesi|Cumhuriyet Caddesi|Çiçek Sokak",
    "AR": "Avenida Rivadavia|Calle San Martín|Calle Belgrano",
    "CL": "Avenida Providencia|Calle Los Aromos|Calle Prat",
    "CO": "Carrera 7|Calle 26|Avenida El Dorado",
    "PE": "Avenida Arequipa|Calle Los Pinos|Jirón de la Unión",
}
_BEHIND = frozenset(("DE", "AT", "CH", "ES", "MX", "IT", "PT", "BR", "NL", "SE", "DK",
                     "NO", "PL", "FI", "IS", "BE", "CZ", "SK", "HU", "RO", "HR", "SI",
                     "EE", "LV", "LT", "GR", "TR", "AR", "CL", "CO", "PE"))  # fmt: skip
_BY_COUNTRY = {
    code: [part.strip() for part in names.split("|")] for code, names in _LOCAL.items()
}
_ANYWHERE = [part.strip() for part in _STREETS.split("|")]


def filled(shape: str, rng: Random) -> str:
    """Return *shape* with digits for `#` and letters for `@`."""
    return "".join(
        str(rng.randrange(10)) if mark == "#"
        else rng.choice("ABCDEFGHJKLMNPRSTVWXY") if mark == "@" else mark
        for mark in shape
    )  # fmt: skip


def street_of(place: Place, rng: Random) -> str:
    """Return a street with its number, as it is written there."""
    code = place.country.code
    number = rng.randint(1, 120) if code in _BY_COUNTRY else rng.randint(2, 980)
    name = rng.choice(_BY_COUNTRY.get(code, _ANYWHERE))
    return f"{name} {number}" if code in _BEHIND else f"{number} {name}"


_ANY_AREA = "555"


def phone_of(place: Place, rng: Random) -> str:
    """Return a phone number of there; of those kept for fiction where there are."""
    country = place.country
    number = filled(country.phone, rng)
    if number.startswith("-"):
        return f"{country.dial}-{place.area or _ANY_AREA}{number}"
    return f"{country.dial} {number}"
