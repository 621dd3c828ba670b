"""What an expert would check in answers of towns, clinics, power."""

from itertools import pairwise

from tests.bench.believable2_laws import WEEK, close, differ, even, spares
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

SHOTS = [
    so_many("", 5),
    holds("patient_id", "P-2077"),
    about("vaccine", "measles|mmr|polio|dtap|tdap|hepatitis|rota|pneumo|mening"
                     "|varicella"
          "|influenza|flu|hpv|hib|covid|tetanus|bcg|diphtheria|rubella|mumps|ipv"
          "|pertussis"
          "|chickenpox|rabies|tick|tbe|yellow|typhoid|rsv|dtp|hexa", 0.9),
    about("manufacturer", "gsk|glaxo|pfizer|merck|sanofi|moderna|astra|novavax|seqirus"
          "|bavarian|janssen|biontech|msd|valneva|takeda|serum|csl|novartis|johnson"
          "|wyeth|bio", 0.8),
    each_row("sums", "a dose of so many", "", lambda r: (
        1 <= r.dose_number <= r.series_doses <= 6)),
    each_row("times", "given in the past, due ahead", "", lambda r: (
        moment(r.administered_on) <= NOW
        and (r.get("next_due_on") is None
             or days(r.administered_on, r.next_due_on) >= 14))),
    each_row("status", "none due after the last", "", lambda r: (
        r.dose_number < r.series_doses or r.get("next_due_on") is None)),
    about("site", "arm|thigh|deltoid|oral|mouth|shoulder|buttock|vastus|nose|leg|la|ra"
          "|lt|rt", 0.9),
    about("route", "intramusc|subcut|oral|intradermal|nasal|im|sc|po|id|intranasal|sq",
          0.9),
    form("lot_number", "[A-Z0-9][A-Z0-9-]{3,12}"),
    each_row("times", "of a child", "", lambda r: r.administered_on >= "2007"),
    never("harbour|construction|gps|website|highway|bus route|parking"),
]  # fmt: skip
PEOPLED = [
    so_many("", 6),
    holds("code", "0301"),
    of_list("requests", "the years asked for", "", lambda rs: (
        [r.year for r in rs] == list(range(2015, 2021)))),
    of_list("sums", "one year follows from the one before", "", lambda rs: all(
        close(b.population, a.population + b.births - b.deaths + b.net_migration, 0.01)
        or close(b.population, a.population + a.births - a.deaths + a.net_migration,
                 0.01) for a, b in pairwise(rs))),
    each_row("quantity", "births by the thousand", "", lambda r: (
        4 <= 1000 * r.births / r.population <= 45)),
    each_row("quantity", "deaths by the thousand", "", lambda r: (
        3 <= 1000 * r.deaths / r.population <= 25)),
    of_list("sums", "the rate is of the numbers", "", lambda rs: all(
        near(b.growth_rate, 100 * (b.population / a.population - 1), 0.11)
        for a, b in pairwise(rs))),
    of_list("quantity", "a town does not leap", "", lambda rs: all(
        0.9 <= b.population / a.population <= 1.1 for a, b in pairwise(rs))),
    within("population", 200, 3_000_000),
    within("growth_rate", -8, 8),
]  # fmt: skip
RATES = [
    each_row("sums", "counted", "", lambda r: r.count >= len(r.results)),
    each_row("sums", "with 5 % VAT", "results", lambda r: close(
        r.value_inc_vat, 1.05 * r.value_exc_vat, 0.004)),
    within("results.value_exc_vat", -20, 100),
    each_row("times", "half an hour", "results", lambda r: (
        abs(days(r.valid_from, r.valid_to) * 1440 - 30) < 0.1)),
    of_list("times", "one after another", "results", lambda rs: (
        all(a.valid_to == b.valid_from for a, b in pairwise(rs))
        or all(a.valid_from == b.valid_to for a, b in pairwise(rs)))),
    each_row("times", "at full and half hours", "results", lambda r: (
        moment(r.valid_from) % 1800 == 0)),
    each_row("requests", "on the day asked for", "results", lambda r: (
        r.valid_from[:10] == "2026-03-17")),
    of_list("diversity", "prices vary", "results", lambda rs: (
        len({r.value_exc_vat for r in rs}) > len(rs) / 2)),
]  # fmt: skip
SUN = [
    so_many("", 24),
    holds("system_id", "sys-9"),
    each_row("requests", "on the day asked for", "", lambda r: (
        r.timestamp[:10] == "2025-06-21")),
    of_list("times", "every hour", "", lambda rs: (
        even([moment(r.timestamp) for r in rs])
        and abs(moment(rs[1].timestamp) - moment(rs[0].timestamp)) == 3600)),
    of_list("quantity", "nothing by night", "", lambda rs: all(
        r.power_w <= 5 for r in rs if r.timestamp[11:13] in {"00", "01", "02", "23"})),
    of_list("quantity", "much at noon", "", lambda rs: all(
        r.power_w >= 100 for r in rs if r.timestamp[11:13] in {"11", "12", "13"})),
    each_row("sums", "power for an hour", "", lambda r: (
        abs(r.energy_wh - r.power_w) <= 0.35 * max(r.power_w, r.energy_wh) + 5)),
    within("power_w", 0, 30_000),
    within("irradiance_wm2", 0, 1200),
    within("panel_temp_c", -10, 85),
    of_list("sums", "power goes with the sun", "", lambda rs: all(
        (r.power_w > 20) == (r.irradiance_wm2 > 10) for r in rs)),
]  # fmt: skip
TENDERS = [
    so_many("", 5),
    holds("currency", "PLN"),
    form("buyer.country", "Poland|PL|POL|Polska", "places"),
    form("cpv_code", r"\d{8}-\d"),
    each_row("times", "time to answer", "", lambda r: (
        7 <= days(r.published_on, r.deadline) <= 180)),
    each_row("status", "open is ahead, closed is past", "", lambda r: (
        r.status == "cancelled"
        or (moment(r.deadline) >= NOW - 86_400) == (r.status == "open"))),
    within("estimated_value", 5000, 2e9),
    form("procedure", "(?i).*(open|restricted|negotiat|competitive|direct|framework"
         "|dialogue|simplified|two.stage|single|request|tender|design).*", "texts"),
    about("title", "supply|construct|service|road|school|hospital|equipment|mainten"
                   "|deliv"
          "|renov|build|system|design|purchase|clean|upgrade|provision|repair|vehicle"
          "|works|software|modern|bridge|waste|catering|furniture|lighting"
          "|install", 0.9),
    about("buyer.name", "city|munic|gmina|urzad|minist|hospital|school|univers|county"
          "|office|agency|authority|council|district|town|public|state|region|police"
          "|road|water|miasto|szpital|powiat|national|department|institute|board", 0.7),
    each_row("times", "published in the past", "", lambda r: (
        moment(r.published_on) <= NOW)),
]  # fmt: skip
WASTE = [
    so_many("", 5),
    form("postcode", "SW1A ?1AA", "requests"),
    each_row("times", "the day is of the date", "", lambda r: (
        r.weekday.lower()[:3] == WEEK[day_of(r.date)][:3])),
    each_row("times", "ahead", "", lambda r: -1 <= days(NOW, r.date) <= 120),
    of_list("times", "the next one first", "", lambda rs: rising([r.date for r in rs])),
    about("waste_type", "paper|glass|organic|bio|plastic|general|residual|recycl|food"
          "|garden|bulky|metal|packag|household|card|refuse|mixed|green|black|rubbish"
          "|hazard|electr|textile", 0.9),
    about("bin_colour", "black|blue|green|brown|yellow|gr[ea]y|red|purple|white|orange"
          "|clear|pink", 1),
    form("status", "(?i)scheduled|planned|upcoming|confirmed|delayed|rescheduled"
                   "|pending"
         "|due|active|on.schedule|announced", "status"),
    never("art|stamp|coins|gallery|curator|debt"),
]  # fmt: skip


def day_of(date):
    """Return the day of the week of a date, Monday first."""
    return int(moment(date) // 86_400 + 3) % 7


FOOD = [
    so_many("", 5),
    *has("name|business|restaurant|establishment|facility", "result|status|grade|score"
         "|outcome", "date|_at$|_on$", "violation|finding|note|comment|remark",
         "inspector|inspected_by", "address|city|location"),
    about("~^(city|location|address)$", "chicago", 1),
    form("~^state(_code)?$", "IL|Illinois|.{6,}", "places"),
    about("~^(violations|findings|notes|comments|remarks|violation|description)$",
          "food|clean|temper|hygiene|hand|storage|pest|kitchen|refriger|surface|sanit"
          "|wash|label|floor|equipment|cook|cold|hot|waste|contamin|rodent|none|no "
          "|sink|raw|utensil|glove", 0.6),
    never("vehicle|brake|tyre|roof|plumbing permit|engine|boiler|home inspection"),
]  # fmt: skip
PUPILS = [
    so_many("", 6),
    *has("name", "grade|year|class", "birth|age", "guardian|parent|contact|email",
         "student|id|number"),
    holds("~^(grade|grade_level|year)$", 9),
    each_row("people", "of that age", "", lambda r: (
        12.5 <= days(r.get("date_of_birth") or r.get("birth_date") or r.dob, NOW)
        / 365.25
        <= 17)),
    within("~^age$", 13, 16),
    never("salary|employee|master'?s|phd|bachelor|manager|senior engineer|hired"),
    within("~^gpa$", 0, 5),
]  # fmt: skip
SLOTS = [
    spares("texts of a list differ"),
    so_many("", 6),
    *has("start|time|_at$", "end|duration|minutes", "available|status|free|booked"),
    each_row("requests", "on the day asked for", "", lambda r: (
        r.get("start") or r.get("start_time") or r.get("starts_at") or r.get("time")
        or r.start_at).startswith("2026-04-02") or r.get("date") == "2026-04-02"),
    within("~^(duration|duration_minutes|duration_min|length_minutes)$", 5, 120),
    of_list("times", "not twice at a time", "", lambda rs: differ(
        r.get("start") or r.get("start_time") or r.get("starts_at") or r.get("time")
        or r.start_at for r in rs)),
    form("~^status$", "(?i)available|free|open|booked|held|reserved|blocked|scheduled"
         "|busy|bookable", "status"),
    never("casino|slot machine|jackpot|reels|memory|pci|parking|payout|cpu"),
]  # fmt: skip
FOUND = [
    so_many("", 5),
    *has("item|name|title|description|category|object", "found|date|_at$", "location"
         "|train|station|line|place|where", "status|claimed|state"),
    about("~^(item|name|title|item_name|object)$", "umbrella|phone|bag|backpack|wallet"
          "|key|jacket|coat|glove|scarf|hat|glasses|laptop|book|purse|bottle|headphone"
          "|suitcase|watch|ring|toy|tablet|camera|ticket|passport|card|earbud|charger"
          "|luggage|bicycle|cap|sweater|handbag|instrument|case|shoe", 0.8),
    form("~^status$", "(?i)(found|unclaimed|claimed|returned|stored|in.storage|reported"
         "|disposed|open|closed|lost|matched|held|donated|waiting|registered|collected"
         "|picked.up|available|expired|archived|pending|owner.*).*", "status"),
    never("sofa|excavator|invoice|mortgage|in stock|wholesale|warranty"
          "|departure board"),
]  # fmt: skip
FIRE = [
    so_many("", 5),
    *has("name", "phone|email", "role|rank|skill|qualif|position|certif", "status"
                                                                          "|active"
         "|availab", "join|since|start|hours"),
    each_row("people", "grown up", "", lambda r: (
        r.age >= 16 if r.get("age") else days(
            r.get("date_of_birth") or r.birth_date, NOW) >= 15.9 * 365)),
    about("~^(role|rank|position|skills?|qualifications?"
          "|certifications?)$", "fire|driver"
          "|chief|captain|lieutenant|officer|crew|paramedic|rescue|medic|leader"
          "|first aid"
          "|breath|operator|youth|engine|pump|volunteer|emt|ladder|coordinator|recruit"
          "|commander|radio|dispatch|instructor|hazmat|cpr|truck", 0.6),
    never("software|wine|marketing|account executive|barista|plaintiff|sales"),
]  # fmt: skip
CASES = [
    ("vaccinations", "prompt", "/patients/P-2077/immunizations", SHOTS),
    ("statistics", "prompt", "/municipalities/0301/population?from=2015&to=2020",
     PEOPLED),
    ("electricity", "prompt", "/v1/products/AGILE-24/electricity-tariffs/E-1R-A"
     "/standard-unit-rates?period_from=2026-03-17T00:00Z&period_to=2026-03-18T00:00Z",
     RATES),
    ("solar power", "prompt", "/solar/systems/sys-9/production?date=2025-06-21", SUN),
    ("procurement", "prompt", "/tenders", TENDERS),
    ("waste", "prompt", "/waste/collections?postcode=SW1A+1AA", WASTE),
    ("food safety", "path", "/food-inspections?city=Chicago", FOOD),
    ("pupils", "path", "/schools/12/students?grade=9", PUPILS),
    ("dentists", "path", "/doctors/d-4/slots?date=2026-04-02", SLOTS),
    ("lost property", "path", "/lost-and-found", FOUND),
    ("volunteers", "path", "/volunteers", FIRE),
]  # fmt: skip
