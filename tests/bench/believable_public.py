"""What an expert would check in answers about farms, power and public affairs."""

from itertools import pairwise

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
    of_values,
    plain,
    so_many,
    within,
)


def even(moments):
    """Whether *moments* are in order with about even steps."""
    steps = [b - a for a, b in pairwise(moments)]
    if steps[0] < 0:
        steps = [-each for each in steps]
    return min(steps) > 0 and max(steps) <= 1.5 * min(steps)


RANGES = {
    "temperature": (-10, 45, "°?C|celsius|deg.?C|°F"),
    "humidity": (5, 100, "%.*|percent|rh|pct"),
    "co2": (300, 5000, "ppm"),
}
READINGS = [
    so_many("readings", 10),
    holds("sensor.id", "sn-7"),
    each_row("units", "the unit is of the quantity", "sensor", lambda r: (
        form("u", f"(?i){RANGES[r.type][2]}").check({"u": r.unit}) == [])),
    each_row("units", "values are of the quantity", "", lambda r: all(
        RANGES[r.sensor.type][0] <= e.value <= (
            RANGES[r.sensor.type][1] * (2.5 if "F" in r.sensor.unit else 1))
        for e in r.readings)),
    of_list("times", "even steps", "readings", lambda rs: even(
        [moment(r.time) for r in rs])),
    each_row("units", "values wander", "", lambda r: all(
        abs(a.value - b.value) <= 0.25 * abs(a.value) + 2
        for a, b in pairwise(r.readings))),
    of_list("diversity", "values differ", "readings", lambda rs: (
        len({r.value for r in rs}) > 3)),
    of_values("times", "read already", "readings.time", lambda v: moment(v) <= NOW),
    within("sensor.battery_pct", 0, 100),
    within("sensor.rssi", -120, -20),
    form("sensor.firmware_version", r"v?\d+\.\d+(\.\d+)?([-.+][\w.]+)?"),
    about("sensor.room", "room|kitchen|office|bath|hall|lab|garage|basement|attic"
                         "|server"
          "|living|bed|meeting|corridor|warehouse|lobby|floor|storage|study|cellar"
          r"|[a-z]?-?\d|nursery|dining|laundry|conference|ward|greenhouse", 1),
]  # fmt: skip
METER = [
    so_many("", 8),
    holds("meter_id", "EM-00482"),
    each_row("times", "an hour each", "", lambda r: near(
        days(r["from"], r.to) * 24, 1, 0.02)),
    within("consumption_kwh", 0.02, 15),
    within("peak_power_w", 20, 25_000),
    each_row("sums", "the peak is above the mean", "", lambda r: (
        r.peak_power_w >= r.consumption_kwh * 1000)),
    each_row("sums", "a usual price of a kWh", "", lambda r: (
        0.05 <= r.cost / r.consumption_kwh <= 1)
        if r.currency in {"EUR", "USD", "GBP", "CHF"} else True),
    of_list("times", "one hour after the other", "", lambda rs: even(
        [moment(r["from"]) for r in rs])),
    of_list("sums", "the meter goes on by what was used", "", lambda rs: all(
        near(b.reading_kwh - a.reading_kwh, b.consumption_kwh, 0.05)
        for a, b in pairwise(by_time(rs)))),
    of_list("places", "one currency", "", lambda rs: (
        len({r.currency for r in rs}) == 1)),
    of_values("times", "measured already", "to", lambda v: moment(v) <= NOW + 3600),
]  # fmt: skip


def by_time(rows):
    """Return rows in the order of their beginnings."""
    return sorted(rows, key=lambda row: moment(row["from"]))


HIVES = [
    so_many("", 6),
    *has("name|id|number|label", "location|orchard|apiary|position|row|site", "queen"
                                                                              "|bee"
         "|colony|population|frames|honey|species|breed|strength", "inspect|_at$|date"
         "|installed", "status|health|weight|temperature"),
    within("~^(hive_)?weight(_kg)?$", 5, 120),
    within("~temperature(_c)?$", -20, 45),
    within("~humidity", 10, 100),
    about("~^name$|^label$|note|description", "hive|bee|colony|queen|orchard|apiary"
                                              "|honey"
          "|brood|frame|swarm|meadow|row|field|box|super|north|south|east|west|varroa"
          "|comb|nectar|mite|apple|cherry|pollen", 0.6),
    never("metastore|hadoop|hive table|SQL|warehouse|delivery|order|GmbH|Ltd|Inc"
          "|invoice"
          "|laptop"),
]  # fmt: skip
PLANT = [
    *has("name|species", "species|scientific|latin|botanical|variety|cultivar", "water"
         "|moisture|light|humidity|sun|temperature", "height|size|age|plant|sown|_at$"
         "|date"),
    each_row("requests", "the id asked for", "", lambda r: str(
        r.get("id") or r.plant_id) == "8"),
    form("~^(scientific|latin|botanical)_name$", r"[A-Z][a-z]+ ([^a-z] ?)?[a-z-]+.*",
         "texts"),
    within("~height(_cm)?$", 0.1, 3000),
    within("~moisture(_pct)?$", 0, 100),
    within("~temperature(_c)?$", 0, 50),
    never("power plant|reactor|turbine|megawatt|factory|manufactur|assembly line|shift"
          "|production line|GmbH|Ltd|Inc"),
]  # fmt: skip
ELECTION = [
    holds("year", 2021),
    of_values("requests", "in that year", "date", lambda v: v.startswith("2021")),
    each_row("sums", "no more votes than voters", "", lambda r: (
        r.votes_cast <= r.registered_voters)),
    each_row("sums", "turnout is of both", "", lambda r: near(
        r.turnout_pct, 100 * r.votes_cast / r.registered_voters, 0.06)),
    within("turnout_pct", 20, 98),
    within("registered_voters", 1000, 1e9),
    each_row("sums", "invalid ones are few", "", lambda r: (
        0 <= r.invalid_votes <= 0.1 * r.votes_cast)),
    each_row("sums", "votes add up", "", lambda r: (
        0 <= r.votes_cast - r.invalid_votes - sum(c.votes for c in r.candidates)
        <= 0.05 * r.votes_cast)),
    each_row("sums", "shares add up", "", lambda r: (
        94.9 <= sum(c.share_pct for c in r.candidates) <= 100.3)),
    of_list("sums", "shares are of votes", "candidates", lambda rs: all(
        near(r.share_pct / rs[0].share_pct, r.votes / rs[0].votes, 0.15) for r in rs)),
    of_list("status", "who has most is elected", "candidates", lambda rs: (
        not any(r.elected for r in rs)
        or max(rs, key=lambda r: r.votes).elected)),
    about("candidates.party", "party|union|alliance|green|democrat|labou?r|liberal"
          "|conservative|social|republican|people|national|independent|left|front"
          "|reform"
          "|movement|christian|progress|centre|center|coalition|citizen|list|unity"
          "|workers"
          "|civic|forum|future|justice|freedom", 0.8),
    form("candidates.name", r"[^\d@]{4,40}", "people"),
    of_list("diversity", "candidates differ", "candidates", lambda rs: (
        len({r.name for r in rs}) == len(rs) and len({r.party for r in rs}) > 1)),
]  # fmt: skip
PERMITS = [
    so_many("", 6),
    each_row("status", "issued has its date", "", lambda r: (
        (r.get("issued_on") is not None) == (r.status in {"issued", "expired"}))),
    each_row("times", "submitted, issued, expired", "", lambda r: (
        moment(r.submitted_on) <= moment(r.issued_on) < moment(r.expires_on))),
    each_row("status", "expired is past, issued is not", "", lambda r: (
        r.status not in {"issued", "expired"}
        or (moment(r.expires_on) < NOW) == (r.status == "expired"))),
    within("fee", 5, 50_000),
    within("estimated_cost", 300, 1e8),
    each_row("sums", "the fee is a small part", "", lambda r: (
        r.fee <= 0.2 * r.estimated_cost)),
    about("description", "roof|sign|facade|garage|house|build|kitchen|extension|deck"
          "|fence|bath|wall|window|solar|renovat|addition|storey|story|shed|construct|install|garden"
          "|demol"
          "|pool|basement|conver|porch|repair|floor|dwelling|remodel|plumb"
          "|electr", 0.8),
    about("work_type", "new|renov|alter|addition|demol|repair|construct|extension"
                       "|remodel"
          "|electr|plumb|roof|conver|residential|commercial|build|structur|mechanical"
          "|interior|fence|change|solar|hvac|deck|install", 0.8),
    form("permit_no", r"[A-Z]{0,4}-?\d[\d-]{2,}|[A-Z0-9-]{5,16}"),
    of_values("texts", "an address has a number", "address", lambda v: (
        any(each.isdigit() for each in v))),
]  # fmt: skip
COURT = [
    *has("case|number|docket", "court|judge", "plaintiff|claimant|parties|petitioner"
         "|applicant", "status|stage", "filed|date|_at$"),
    each_row("requests", "the number asked for", "", lambda r: "CV-2025-1182" in map(
        str, r.values())),
    about("~title|description|summary|subject|nature", "v\\.?|vs|breach|contract|claim"
          "|damage|negligen|dispute|property|injur|debt|tenan|landlord|civil|court"
          "|plaintiff|lease|defam|liab|insur|employ|motion|hearing", 0.6),
    never("ticket|laptop|phone case|cotton|customer support|agent|refund request"
          "|battery"
          "|SKU|test case|use case|login"),
    form("~^(judge|judge_name)$", r"[^\d@]{4,45}", "people"),
    form("~^(case_)?status$", "(?i)(open|pending|closed|filed|active|dismissed|settled"
         "|decided|appeal.*|in.progress|hearing.*|trial.*|discovery|in.trial|adjudicated|stayed"
         "|judg.*|resolved|under.*|awaiting.*|scheduled)", "status"),
]  # fmt: skip
FIRM = [
    *has("name", "status", "address|city|street", "type|form|legal", "incorporat"
                                                                     "|founded"
         "|registered|_at$|date"),
    each_row("requests", "the number asked for", "", lambda r: "07524813" in map(
        str, r.values())),
    within("~employees?(_count)?$", 1, 500_000),
    within("~^(founded|founded_year|year_founded)$", 1700, 2026),
    form("~^(company_)?status$", "(?i)active|dissolved|liquidation|in.liquidation"
                                 "|inactive"
         "|registered|dormant|struck.off|insolvent|administration|suspended|pending",
         "status"),
    form("~^(legal_name|company_name|name)$", r"[A-ZÀ-Ž0-9].{2,60}", "texts"),
    never("loyalty|wishlist|battery|add to cart"),
]  # fmt: skip
COUNTRY = [
    *has("name", "capital", "population", "currency|currencies", "region|continent"),
    each_row("requests", "the country asked for", "", lambda r: plain(
        str(r.name)) in {"portugal"}),
    form("~^capital(_city)?$", "Lisbon|Lisboa", "places"),
    within("~^population$", 9e6, 1.15e7, "places"),
    within("~^area(_km2|_sq_km)?$", 88_000, 93_000, "places"),
    form("~^currency(_code)?$", "EUR|Euro", "places"),
    form("~^(code|iso2|alpha2|iso_code|country_code|alpha_2|cca2)$", "PT", "requests"),
    form("~^(region|continent)$", "(?i)(southern )?europe|eu", "places"),
]  # fmt: skip
CASES = [
    ("sensors", "schema", "/sensors/sn-7/readings", READINGS),
    ("energy", "prompt", "/meters/EM-00482/consumption", METER),
    ("bees", "path", "/orchard/hives", HIVES),
    ("gardening", "path", "/greenhouse/plants/8", PLANT),
    ("elections", "schema", "/elections/2021/results", ELECTION),
    ("permits", "prompt", "/building-permits", PERMITS),
    ("courts", "path", "/court/cases/CV-2025-1182", COURT),
    ("company register", "path", "/companies/07524813", FIRM),
    ("countries", "path", "/countries/PT", COUNTRY),
]  # fmt: skip
