"""What an expert would check in answers about weather, homes and the earth."""

import re
from itertools import pairwise

from tests.bench.believable2_laws import BEGAN, WEEK, differ, even
from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    holds,
    moment,
    of_list,
    rising,
    within,
)

GROUPS = {
    "Thunderstorm": ("2", "11"),
    "Drizzle": ("3", "09"),
    "Rain": ("5", "10|09|13"),
    "Snow": ("6", "13"),
    "Mist": ("7", "50"),
    "Clear": ("800", "01"),
    "Clouds": ("80", "02|03|04"),
}
FORECAST = [
    holds("city.name", "Helsinki"),
    holds("city.country", "FI"),
    within("city.coord.lat", 60, 60.4, "places"),
    within("city.coord.lon", 24.6, 25.3, "places"),
    form("city.timezone", "7200|10800", "places"),
    form("cod", "200"),
    each_row("sums", "counted", "", lambda r: r.cnt == len(r["list"])),
    of_list("times", "in steps of three hours", "list", lambda rs: (
        even([r.dt for r in rs]) and abs(rs[1].dt - rs[0].dt) == 10_800)),
    each_row("times", "ahead, of the next days", "list", lambda r: (
        BEGAN - 10_800 <= r.dt <= NOW + 17 * 86_400)),
    each_row("times", "written as it is counted", "list", lambda r: (
        abs(moment(r.dt_txt.replace(" ", "T") + "Z") - r.dt) < 1)),
    within("list.main.temp", -25, 25),
    each_row("sums", "min <= temp <= max", "list.main", lambda r: (
        r.temp_min <= r.temp <= r.temp_max and abs(r.feels_like - r.temp) <= 12)),
    within("list.main.humidity", 15, 100),
    within("list.main.pressure", 950, 1060),
    within("list.pop", 0, 1),
    within("list.visibility", 20, 10_000),
    within("list.wind.speed", 0, 30),
    within("list.wind.deg", 0, 360),
    each_row("sums", "gusts are stronger", "list.wind", lambda r: r.gust >= r.speed),
    each_row("codes", "id and icon of the weather", "list.weather", lambda r: (
        str(r.id).startswith(GROUPS[r.main][0])
        and re.fullmatch(f"({GROUPS[r.main][1]})[dn]", r.icon) is not None)),
    each_row("status", "clear or cloudy", "list", lambda r: (
        r.clouds.all <= 15 if r.weather[0].main == "Clear" else
        r.clouds.all >= 10)),
    of_list("quantity", "near the hours before", "list", lambda rs: all(
        abs(a.main.temp - b.main.temp) <= 8 for a, b in pairwise(rs))),
    each_row("times", "a day in March", "city", lambda r: (
        9 * 3600 <= r.sunset - r.sunrise <= 15 * 3600)),
]  # fmt: skip
ROOMS = [
    holds("hotel_id", "htl-331"),
    holds("checkin", "2026-07-10"),
    holds("checkout", "2026-07-14"),
    holds("nights", 4),
    each_row("sums", "four nights", "rooms", lambda r: (
        3.98 * r.price_per_night <= r.total_price <= 4.9 * r.price_per_night)),
    within("rooms.price_per_night", 25, 2500),
    within("rooms.max_occupancy", 2, 12),
    each_row("status", "refundable until a day", "rooms", lambda r: (
        r.refundable == (r.get("free_cancellation_until") is not None))),
    each_row("times", "until before it begins", "rooms", lambda r: (
        "2026-03-18" <= r.free_cancellation_until <= "2026-07-10")),
    about("rooms.name", "room|suite|double|single|twin|deluxe|standard|superior|family"
          "|studio|king|queen|executive|junior|classic|apartment|triple|economy"
          "|premium",
          0.9),
    about("rooms.bed_type", "king|queen|twin|double|single|bunk|sofa|bed|full", 0.9),
    form("rooms.board", "(?i).*(room|breakfast|half|full|all|self|board|ro|bb|hb|fb|ai"
         "|meal).*", "texts"),
    within("rooms.rooms_left", 0, 50),
    of_list("diversity", "prices differ", "rooms", lambda rs: (
        len({r.price_per_night for r in rs}) > 1)),
    each_row("sums", "room for a family", "rooms", lambda r: (
        "single" not in r.name.lower())),
]  # fmt: skip
PRICES = [
    holds("prices.currency_code", "GBP"),
    each_row("sums", "from, to", "prices", lambda r: (
        0 < r.low_estimate <= r.high_estimate <= 2 * r.low_estimate + 5)),
    each_row("codes", "written as it is", "prices", lambda r: (
        re.findall(r"\d+", r.estimate) == [str(r.low_estimate), str(r.high_estimate)]
        and "£" in r.estimate)),
    of_list("sums", "one way, so far", "prices", lambda rs: (
        max(r.distance for r in rs) - min(r.distance for r in rs) < 0.5)),
    of_list("sums", "one way, so long", "prices", lambda rs: (
        max(r.duration for r in rs) <= 1.4 * min(r.duration for r in rs))),
    each_row("sums", "at the speed of a town", "prices", lambda r: (
        4 <= r.distance / (r.duration / 3600) <= 60)),
    within("prices.surge_multiplier", 1, 5),
    within("prices.low_estimate", 3, 300),
    about("prices.display_name", "uber|x|comfort|exec|lux|pool|black|green|assist"
                                 "|van|xl"
          "|saver|taxi|standard|premium|economy|shared|share|electric|pet|access|bike"
          "|connect|business|plus|moto", 0.9),
    of_list("diversity", "products differ", "prices", lambda rs: (
        differ(r.display_name for r in rs) and differ(r.product_id for r in rs))),
]  # fmt: skip
HOME = [
    holds("zpid", 48749425),
    form("address.zipcode", r"\d{5}(-\d{4})?", "places"),
    form("address.state", "[A-Z]{2}", "places"),
    within("latitude", 18, 72, "places"),
    within("longitude", -180, -65, "places"),
    within("price", 40_000, 20_000_000),
    each_row("sums", "worth about the price", "", lambda r: (
        0.65 <= r.zestimate / r.price <= 1.5)),
    each_row("sums", "rented by the month", "", lambda r: (
        0.0015 <= r.rent_zestimate / r.price <= 0.015)),
    each_row("quantity", "price by the square foot", "", lambda r: (
        40 <= r.price / r.living_area <= 3000)),
    within("living_area", 300, 15_000),
    each_row("quantity", "rooms have room", "", lambda r: (
        0 <= r.bedrooms <= 8 and 1 <= r.bathrooms <= 8
        and r.living_area >= 180 * (r.bedrooms + 1))),
    within("year_built", 1800, 2026),
    each_row("sums", "days since it was posted", "", lambda r: (
        abs(days(r.date_posted, NOW) - r.days_on_zillow) <= 1.5)),
    within("schools.rating", 1, 10),
    within("schools.distance", 0.05, 12),
    form("schools.grades", r"(PK|K|\d{1,2})-\d{1,2}|(PK|K|\d{1,2})"),
    about("schools.name", "school|academy|elementary|high|middle|prep|charter|primary"
          "|junior", 0.8),
    of_list("times", "the newest or the oldest first", "price_history", lambda rs: (
        rising([r.date for r in rs]) or rising([r.date for r in rs[::-1]]))),
    form("price_history.event", "(?i).*(listed|sold|price|pending|removed|relisted"
         "|contingent|sale|change|reduc|increase|rent).*", "texts"),
    each_row("sums", "prices of before are of this home", "", lambda r: all(
        0.1 <= each.price / r.price <= 3 for each in r.price_history)),
]  # fmt: skip
RESTAURANT = [
    about("result.formatted_address", "melbourne", 1),
    form("result.formatted_address", r".*\d.*VIC.*|.*\d.*Australia.*", "places"),
    form("result.international_phone_number", r"\+61[\d ]{8,14}", "places"),
    within("result.geometry.location.lat", -38.4, -37.4, "places"),
    within("result.geometry.location.lng", 144.4, 145.6, "places"),
    within("result.rating", 1, 5),
    within("result.price_level", 0, 4),
    each_row("texts", "the week from Monday", "result.opening_hours", lambda r: all(
        each.lower().startswith(WEEK[n]) for n, each in enumerate(r.weekday_text))),
    form("result.opening_hours.weekday_text", r"\w+: (Closed|Open 24 hours"
                                              r"|\d{1,2}(:\d\d)?"
         r".*)"),
    about("result.types", "restaurant|food|italian|meal|pizz|establishment|bar"
                          "|cafe", 0.5),
    about("result.name", "tratt|ristor|oster|pizz|bella|casa|cucina|da |il |la |il"
                         "|nonna"
          "|roma|italian|pasta|vino|napoli|toscan|milan|sicil|enoteca|restaurant|bistro"
          "|amici|luigi|mario|piazza|forno|villa|mamma|giovanni|kitchen|taverna", 1),
    about("result.reviews.text", "food|pasta|pizza|service|dish|staff|meal|waiter"
                                 "|dinner"
          "|lunch|eat|ate|delicious|tast|menu|wine|table|portion|restaurant|flavo"
          "|dessert"
          "|cook|fresh|atmosphere|risotto|tiramisu|kitchen|waitress|served|cold", 0.9),
    within("result.reviews.rating", 1, 5),
    each_row("texts", "stars and words agree", "result.reviews",
             lambda r: not re.search(
        r"\b(terrible|awful|worst|disappoint|cold|rude|never again|bland)" if r.rating
        >= 5 else r"\b(great|excellent|perfect|love|wonderful|delicious|best)\b"
        if r.rating <= 1 else "^$", r.text.lower())),
    each_row("sums", "more ratings than shown", "result", lambda r: (
        r.user_ratings_total >= len(r.reviews))),
    each_row("times", "in the past", "result.reviews", lambda r: (
        1.2e9 < r.time <= NOW)),
]  # fmt: skip
CASES = [
    ("forecasts", "schema", "/data/2.5/forecast?q=Helsinki&units=metric", FORECAST),
    ("hotel rooms", "schema", "/hotels/htl-331/availability"
     "?checkin=2026-07-10&checkout=2026-07-14&adults=2", ROOMS),
    ("ride prices", "prompt", "/v1.2/estimates/price?start_latitude=51.5"
     "&start_longitude=-0.12", PRICES),
    ("homes", "schema", "/properties/48749425", HOME),
    ("places", "prompt", "/place/details?place_id=ChIJP3Sa8ziYEmsRUKgyFmh9AQM",
     RESTAURANT),
]  # fmt: skip
