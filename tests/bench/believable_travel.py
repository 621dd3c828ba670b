"""What an expert would check in answers about travel and weather."""

from itertools import pairwise

from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    has,
    holds,
    near,
    never,
    of_list,
    of_values,
    plain,
    so_many,
    within,
)

WINDS = "N|NNE|NE|ENE|E|ESE|SE|SSE|S|SSW|SW|WSW|W|WNW|NW|NNW"
SKIES = (
    "sun|clear|cloud|overcast|rain|drizzle|snow|fog|mist|thunder|storm|shower|fair|haze"
    "|sleet|wind|partly|mostly|hail"
)
FLIGHTS = [
    so_many("", 6),
    holds("origin.iata", "OSL"),
    holds("destination.iata", "LHR"),
    holds("origin.city", "Oslo"),
    holds("destination.city", "London"),
    form("flight_number", r"[A-Z0-9]{2} ?\d{1,4}"),
    of_list("codes", "an airline has one code", "", lambda rs: (
        len({(r.airline, r.flight_number[:2]) for r in rs})
        == len({r.airline for r in rs}))),
    each_row("times", "the duration is what lies between", "", lambda r: near(
        r.duration_minutes, days(r.departure_time, r.arrival_time) * 1440, 1.01)),
    within("duration_minutes", 110, 900),
    within("stops", 0, 2),
    each_row("quantity", "a price of a seat", "", lambda r: (
        30 <= r.price <= (3000 if r.currency in {"EUR", "USD", "GBP"} else 60_000))),
    within("seats_left", 0, 400),
    form("aircraft", r"(?i)(airbus|boeing|embraer|bombardier|atr|dash|crj|erj|[ab])"
         r"?[ -]?[a-z]?\d.*|crj.*|embraer.*|airbus.*|boeing.*", "texts"),
    form("gate", r"[A-Z]?\d{1,3}[A-Z]?"),
    each_row("times", "to come", "", lambda r: (
        -1.5 <= days(NOW, r.departure_time) <= 370)),
    of_list("places", "one currency", "", lambda rs: (
        len({r.currency for r in rs}) == 1)),
    form("airline", "(?!.*(Ltd|LLC|GmbH|Inc|PLC|and Sons)).*", "texts"),
]  # fmt: skip
HOTELS = [
    so_many("", 6),
    holds("city", "Lisbon"),
    form("country", "Portugal|PT|PRT", "places"),
    within("latitude", 38.5, 39.0, "places"),
    within("longitude", -9.5, -8.9, "places"),
    within("stars", 1, 5),
    within("price_per_night", 25, 1500),
    within("guest_rating", 4, 10),
    within("review_count", 0, 30_000),
    form("currency", "EUR", "places"),
    form("check_in_time", r"1[1-8]:[0-5]\d(:00)?", "times"),
    about("name", "hotel|inn|palace|house|suites?|residen|lodge|hostel|resort|casa"
                  "|plaza"
          "|park|grand|villa|guest|boutique|rooms|court|royal|central|apart", 0.4),
    about("amenities", "wifi|wi-fi|pool|breakfast|gym|fitness|spa|parking|bar"
                       "|restaurant"
          "|air|pet|laundry|shuttle|room|terrace|sauna|concierge|lounge|lift|elevator"
          "|garden|balcony|reception|desk|business|bike|kitchen|minibar|beach|tv|safe"
          "|coffee|conditioning|internet|elevator|accessib|meeting|hot tub|charg", 0.8),
    of_list("quantity", "more stars, not always less money", "", lambda rs: (
        len({r.price_per_night for r in rs}) >= 5)),
]  # fmt: skip
DEPARTURES = [
    so_many("", 6),
    *has("destination|^to$|direction", "platform|track|gate", "depart|time|scheduled",
         "train|line|service|number", "status|delay"),
    form("~^(platform|track)(_number)?$", r"\d{1,2} ?[A-Da-d]?|[A-D]"),
    within("~delay(_min(ute)?s)?$", 0, 240),
    never("flight|airport|boeing|airbus|gate [A-Z]|IATA|airlines?|parcel|UPS|FedEx"
          "|DHL"),
    of_list("diversity", "to several places", "", lambda rs: (
        len({r.get("destination") or r.get("to") or r.direction for r in rs}) > 2)),
]  # fmt: skip
WEATHER = [
    holds("location.name", "Bergen"),
    form("location.country", "Norway|NO|NOR", "places"),
    within("location.lat", 60, 60.8, "places"),
    within("location.lon", 4.8, 5.8, "places"),
    form("location.tz", "Europe/Oslo", "places"),
    within("current.temp_c", -25, 35),
    each_row("units", "feels like it is", "current", lambda r: (
        abs(r.temp_c - r.feels_like_c) <= 12)),
    within("current.humidity", 15, 100),
    within("current.pressure_hpa", 950, 1060),
    within("current.wind_kph", 0, 130),
    form("current.wind_dir", WINDS),
    within("current.wind_deg", 0, 360),
    within("current.cloud_cover_pct", 0, 100),
    within("current.uv_index", 0, 12),
    within("current.visibility_km", 0, 70),
    within("current.precip_mm", 0, 60),
    about("current.condition", SKIES, 1),
    about("daily.condition", SKIES, 1),
    each_row("sums", "lowest below highest", "daily", lambda r: (
        0 <= r.temp_max_c - r.temp_min_c <= 22)),
    of_list("times", "one day after the other", "daily", lambda rs: all(
        days(a.date, b.date) == 1 for a, b in pairwise(rs))),
    of_list("times", "the forecast begins about today", "daily", lambda rs: (
        -1 <= days(NOW, rs[0].date) <= 2)),
    within("daily.chance_of_rain", 0, 100),
    each_row("times", "the sun rises before it sets", "daily", lambda r: (
        hour(r.sunrise) < 12 < hour(r.sunset))),
    each_row("sums", "now is like the days", "", lambda r: (
        min(d.temp_min_c for d in r.daily) - 10 <= r.current.temp_c
        <= max(d.temp_max_c for d in r.daily) + 10)),
    of_values("times", "observed today", "current.observed_at", lambda v: (
        -1.2 <= days(NOW, v) <= 0.1)),
]  # fmt: skip


def hour(text):
    """Return the hour that a text tells, also as the time of a moment."""
    text = text.split("T")[-1]
    found = int(text.split(":")[0])
    return found + 12 if "pm" in plain(text) and found < 12 else found


AIR = [
    holds("city", "Kraków"),
    within("aqi", 1, 350),
    within("pm25", 0.5, 300),
    within("pm10", 1, 450),
    within("no2", 0.5, 250),
    within("o3", 0.5, 300),
    each_row("sums", "fine dust is part of the dust", "", lambda r: r.pm25 <= r.pm10),
    form("category", "(?i)(good|fair|moderate|poor|very poor|unhealthy.*|hazardous"
         "|very unhealthy|satisfactory|severe|excellent|low|high|medium)", "texts"),
    each_row("units", "the category is of the index", "", lambda r: (
        r.aqi <= 60 if plain(r.category) in {"good", "excellent"} else
        r.aqi > 90 if plain(r.category)[:5] in {"unhea", "hazar", "very "} else True)),
    of_values("times", "measured lately", "measured_at", lambda v: (
        -2 <= days(NOW, v) <= 0)),
]  # fmt: skip
RIDE = [
    *has("pickup|origin|from|start", "drop|destination|^to$|end", "fare|price|cost"
                                                                  "|total"
         "|amount", "driver", "distance", "status|state"),
    within("~distance(_km|_miles|_mi)?$", 0.2, 200),
    within("~(fare|price|total|cost|amount)$", 2, 60_000),
    within("~duration(_min(ute)?s)?$", 1, 9000),
    never("payment card declined|wheelchair sale|ride a bike|theme park"),
    each_row("requests", "the id", "", lambda r: "R-7781" in (
        r.get("id"), r.get("ride_id"))),
    form("~^status$", "(?i)(requested|accepted|arriving|in.progress|completed|finished"
         "|cancell?ed|booked|ongoing|en.route|scheduled|matched|started|assigned"
         "|picked.up|arrived|driver.*|waiting|pending|confirmed"
         "|dropped.off)", "status"),
]  # fmt: skip
VESSELS = [
    so_many("", 6),
    *has("name", "imo|mmsi|call_sign", "type|kind|class", "flag|country", "status|eta"
         "|arriv|speed|berth|position|lat|destination"),
    form("~^imo(_number)?$", r"(IMO ?)?\d{7}"),
    form("~^mmsi$", r"\d{9}"),
    within("~^(speed|speed_knots|sog)$", 0, 35),
    within("~^(length|length_m|loa)$", 8, 420),
    never("artery|blood|bowl|vase|kettle|parcel"),
    about("~^(vessel_|ship_)?type$", "cargo|tanker|container|bulk|passenger|ferry|tug"
          "|fishing|ro-?ro|cruise|yacht|general|carrier|pilot|dredg|sail|supply", 0.8),
]  # fmt: skip
CASES = [
    ("flights", "schema", "/flights/OSL/LHR", FLIGHTS),
    ("hotels", "prompt", "/hotels?city=Lisbon", HOTELS),
    ("railway", "path", "/stations/8000105/departures", DEPARTURES),
    ("weather", "schema", "/weather/Bergen", WEATHER),
    ("air quality", "prompt", "/air-quality/Krak%C3%B3w", AIR),
    ("rides", "path", "/rides/R-7781", RIDE),
    ("shipping lines", "path", "/ports/NLRTM/vessels", VESSELS),
]  # fmt: skip
