"""What an expert would check in answers of travel and the earth."""

from itertools import pairwise

from tests.bench.believable2_laws import BEGAN
from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    has,
    holds,
    moment,
    near,
    never,
    of_list,
    rising,
    so_many,
    within,
)

CODES = {"LHR", "LGW", "LCY", "STN", "MAN", "EDI", "GLA", "BHX"}
FLIGHT = [
    holds("flight_number", "BA117"),
    holds("airline.iata", "BA"),
    form("airline.name", "British Airways.*", "texts"),
    form("~^iata$", "[A-Z0-9]{2}|[A-Z]{3}"),
    each_row("places", "from one to another", "", lambda r: (
        r.departure.iata != r.arrival.iata)),
    each_row("sums", "so long as it says", "", lambda r: (
        abs(days(r.departure.scheduled, r.arrival.scheduled) * 1440
            - r.duration_minutes) <= 5)),
    each_row("quantity", "as fast as one flies", "", lambda r: (
        330 <= r.distance_km / (r.duration_minutes / 60) <= 1000)),
    each_row("status", "landed has landed", "", lambda r: (
        (r.arrival.get("actual") is not None) == (r.status == "landed"))),
    each_row("status", "off the ground or not", "", lambda r: (
        (r.departure.get("actual") is not None) == (r.status in {"en_route", "landed"})
    )),
    each_row("status", "landed in the past, else not long ago", "", lambda r: (
        moment(r.arrival.actual) <= NOW if r.status == "landed"
        else moment(r.arrival.scheduled) >= BEGAN - 6 * 3600)),
    each_row("places", "a British airline calls at home", "", lambda r: (
        r.departure.iata in CODES or r.arrival.iata in CODES)),
    form("aircraft.icao24", "[0-9a-fA-F]{6}"),
    form("aircraft.registration", "G-[A-Z]{4}"),
    about("aircraft.model", "airbus|boeing|a3\\d\\d|b?7\\d7|embraer|e19\\d|e17\\d"
                            "|e-?jet"
          "|bombardier|atr|crj|a220|dash|saab", 1),
    form("~^gate$", r"[A-Z]?\d{1,3}[A-Z]?"),
    form("~^terminal$", r"(Terminal )?([A-Z]|\d)[A-Z]?|North|South|International|Main"),
    each_row("times", "not hours too early", "departure", lambda r: (
        -0.05 <= days(r.scheduled, r.actual) <= 0.4)),
]  # fmt: skip
BUSES = [
    so_many("", 6),
    holds("stop_id", "768"),
    each_row("sums", "late as it says", "", lambda r: near(
        r.delay_seconds, moment(r.expected_arrival) - moment(r.scheduled_arrival), 1)),
    each_row("status", "late is late", "", lambda r: (
        r.delay_seconds >= 30 if r.status == "delayed" else
        r.delay_seconds < 0 if r.status == "early" else abs(r.delay_seconds) <= 180)),
    within("delay_seconds", -900, 3600),
    each_row("times", "in the next hours", "", lambda r: (
        BEGAN - 300 <= moment(r.expected_arrival) <= NOW + 4 * 3600)),
    of_list("times", "the next one first", "", lambda rs: (
        rising([moment(r.expected_arrival) for r in rs])
        or rising([moment(r.scheduled_arrival) for r in rs]))),
    form("route", r"[A-Z]{0,2}\d{1,3}[A-Za-z]?|[A-Z]\d?|(Route|Line|Bus) \w{1,4}"),
    about("headsign", "dublin|dun laoghaire|dún|tallaght|blanchard|swords|heuston|howth"
          "|bray|airport|centre|city|lucan|clontarf|rathmines|dundrum|connolly"
          "|square|uc d"
          "|ucd|maynooth|ballymun|finglas|park|street|road|station|quay|green|hospital"
          "|drumcondra|terenure|phoenix|sandy|malahide|clondalkin|coolock|donny"
          "|bridge", 0.7),
    of_list("diversity", "routes differ", "", lambda rs: (
        len({r.route for r in rs}) >= 3)),
    never("berlin|oslo|paris|flight|platform 9|tokyo|chicago", "headsign"),
]  # fmt: skip
QUAKES = [
    so_many("features", 5, 500),
    within("features.properties.mag", 5, 9.6, "requests"),
    each_row("sums", "counted", "", lambda r: r.metadata.count == len(r.features)),
    each_row("texts", "the title is of both", "features.properties", lambda r: (
        r.title in {f"M {r.mag} - {r.place}", f"M {r.mag:.1f} - {r.place}"})),
    form("features.properties.mag_type", "(?i)m[wlbsdcihr][wrcbpbg]?|m|md|me|ml"),
    form("features.properties.place", r".*\bkm [NESW]{1,3} of .+|.*(region|coast|near"
         r"|off|sea|ridge|island|rise|trench).*", "texts"),
    each_row("times", "in the past", "features.properties", lambda r: (
        0 < r.time <= r.updated <= NOW * 1000 and r.time > 1e12)),
    form("features.properties.tsunami", "[01]"),
    within("features.properties.sig", 200, 3000),
    each_row("places", "longitude, latitude, depth", "features.geometry", lambda r: (
        -180 <= r.coordinates[0] <= 180 and -90 <= r.coordinates[1] <= 90
        and 0 <= r.coordinates[2] <= 700)),
    each_row("codes", "the link has the id", "features", lambda r: (
        r.id in r.properties.url)),
    form("features.id", "[a-z]{2}[a-z0-9]{6,12}"),
    each_row("times", "told in milliseconds", "metadata", lambda r: (
        1e12 < r.generated <= (NOW + 60) * 1000)),
    of_list("diversity", "mostly small ones", "features", lambda rs: (
        sum(r.properties.mag < 7 for r in rs) >= len(rs) / 2)),
]  # fmt: skip
SNOW = [
    form("resort", "(?i)s(ölden|oelden|olden|%C3%B6lden)", "requests"),
    form("country", "(?i)austria|AT|AUT|Österreich", "places"),
    each_row("sums", "more snow above", "", lambda r: (
        0 <= r.snow_depth_base_cm <= r.snow_depth_top_cm <= 600)),
    each_row("sums", "a day within a week", "", lambda r: (
        0 <= r.new_snow24h_cm <= r.new_snow7d_cm <= 250)),
    each_row("sums", "open of all", "", lambda r: (
        0 <= r.lifts_open <= r.lifts_total <= 200
        and 0 <= r.slopes_open_km <= r.slopes_total_km <= 650)),
    within("avalanche_level", 1, 5),
    each_row("sums", "colder above", "", lambda r: (
        -30 <= r.temperature_top_c <= r.temperature_base_c <= 18)),
    each_row("sums", "the top is above", "", lambda r: (
        300 <= r.elevation_base_m < r.elevation_top_m <= 3900)),
    each_row("status", "snow of these days has its day", "", lambda r: (
        r.new_snow24h_cm == 0 or days(r.last_snowfall, NOW) <= 2.5)),
    each_row("times", "of this winter", "", lambda r: (
        0 <= days(r.last_snowfall, NOW) <= 120)),
    each_row("times", "of today", "", lambda r: 0 <= days(r.updated_at, NOW) <= 2),
    within("lifts_total", 3, 200),
]  # fmt: skip
TIDES = [
    so_many("", 6),
    *has("height|level", "time|_at$|date", "type|kind|tide|state"),
    within("~^(height|height_m|water_level|level|tide_height)$", -3, 14),
    of_list("texts", "high and low take turns", "", lambda rs: all(
        str(a.get("type") or a.tide_type).lower()[:1]
        != str(b.get("type") or b.tide_type).lower()[:1] for a, b in pairwise(rs))),
    of_list("times", "some six hours apart", "", lambda rs: all(
        4.5 <= abs(days(a.get("time") or a.get("timestamp") or a.predicted_at,
                        b.get("time") or b.get("timestamp") or b.predicted_at)) * 24
        <= 8 for a, b in pairwise(rs))),
    of_list("sums", "high above low", "", lambda rs: (
        min(r.height for r in rs if str(r.type).lower().startswith("h"))
        > max(r.height for r in rs if str(r.type).lower().startswith("l")))),
    never("detergent|laundry|oak|furniture|employee|table|gas station|charging|radio"),
]  # fmt: skip
STAYS = [
    so_many("", 5),
    *has("name|title", "price|rate", "bedroom|beds|guests|sleeps|capacity", "rating"
         "|review", "host|owner", "city"),
    holds("~^(city|town)$", "Seville"),
    form("~^country(_code)?$", "Spain|España|ES|ESP", "requests"),
    within("~^(guests|max_guests|sleeps|capacity)$", 4, 30, "requests"),
    within("~^(price|price_per_night|nightly_rate|rate)$", 20, 2000),
    within("~^(rating|average_rating)$", 1, 5),
    never("ski|laptop|shirt|parcel|patient"),
    of_list("places", "in Seville on the map", "", lambda rs: all(
        36.9 <= (r.get("latitude") or r.lat) <= 37.8 for r in rs)),
]  # fmt: skip
PNR = [
    *has("locator|reference|pnr|code|id|number", "passenger|traveller|name", "flight"
         "|segment", "origin|departure|from", "destination|arrival|to", "status", "seat"
         "|cabin|class|fare|ticket"),
    each_row("requests", "the locator asked for", "", lambda r: "X7KQ2M" in (
        r.get("id"), r.get("locator"), r.get("pnr"), r.get("reference"),
        r.get("booking_reference"), r.get("record_locator"), r.get("code"))),
    form("~^(origin|destination|from|to|departure_airport|arrival_airport)$",
         "[A-Z]{3}|[A-Z].*"),
    form("~^flight_(number|no)$", r"[A-Z0-9]{2} ?\d{1,4}"),
    form("~^seat(_number)?$", r"\d{1,2}[A-L]"),
    never("hotel room|library|isbn|bedroom|restaurant table|novel|check.?in date"),
]  # fmt: skip
PLACED = [
    *has("lat", "lng|lon", "address|formatted", "city|locality|place", "country"),
    within("~^lat(itude)?$", 47.3, 47.5, "places"),
    within("~^(lng|lon|longitude)$", 8.4, 8.7, "places"),
    form("~^city$", "Zürich|Zurich", "places"),
    form("~^country(_code)?$", "Switzerland|CH|CHE|Schweiz", "places"),
    about("~(address|street|line1|formatted)", "bahnhofstr", 1),
    never("ip address|mac|memory"),
]  # fmt: skip
CAMPING = [
    so_many("", 5),
    *has("name", "lat|location|city|region", "price|rate|fee", "pitch|capacity|spots"
         "|sites", "amenit|facilit|shower|toilet|electric|wifi|pets", "open|season"),
    form("~^country(_code)?$", "Norway|NO|NOR|Norge", "places"),
    form("~^currency(_code)?$", "NOK|EUR", "places"),
    within("~^lat(itude)?$", 57.5, 71.5, "places"),
    within("~^(lng|lon|longitude)$", 4, 32, "places"),
    about("~^name$", "camp|camping|site|fjord|park|hytte|strand|gard|leir|lodge|cabin"
          "|beach|lake|river|valley|forest", 0.8),
    never("football pitch|server|website|nginx|domain|ssl|summit|marketing|military"),
]  # fmt: skip
CASES = [
    ("flight status", "schema", "/flights/BA117/status", FLIGHT),
    ("buses", "prompt", "/stops/768/arrivals", BUSES),
    ("earthquakes", "schema", "/earthquakes?minmagnitude=5", QUAKES),
    ("skiing", "prompt", "/ski-resorts/S%C3%B6lden/snow-report", SNOW),
    ("tides", "path", "/tides/Dover", TIDES),
    ("holiday homes", "path", "/stays?city=Seville&guests=4", STAYS),
    ("air travel", "path", "/airline/bookings/X7KQ2M", PNR),
    ("geocoding", "path", "/geocode?address=Bahnhofstrasse+1&city=Z%C3%BCrich", PLACED),
    ("camping", "path", "/campsites", CAMPING),
]  # fmt: skip
