"""What an expert would check in answers about health, schools, towns and power."""

import re

from tests.bench.believable2_laws import (
    MAKES,
    differ,
    minutes,
    spares,
)
from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    holds,
    moment,
    near,
    never,
    of_list,
    rising,
    shares,
    so_many,
    within,
)

MARRIED = {
    "M": "Married",
    "S": "Never Married|Single",
    "D": "Divorced",
    "W": "Widowed",
    "L": "Legally Separated",
    "A": "Annulled",
    "I": "Interlocutory",
    "P": "Polygamous",
    "T": "Domestic partner",
    "U": "unmarried",
    "C": "Common Law",
    "UNK": "unknown",
}
PATIENT = [
    holds("id", "pat-3391"),
    each_row("typed", "a telephone is one, an address is one", "telecom", lambda r: (
        ("@" in r.value) == (r.system == "email"))),
    each_row("people", "the address is of the name", "", lambda r: all(
        shares(f"{r.name[0].given[0]} {r.name[0].family}", each.value)
        for each in r.telecom if each.system == "email")),
    each_row("people", "alive", "", lambda r: (
        0 <= days(r.birth_date, NOW) <= 110 * 366)),
    each_row("people", "grown up if married", "", lambda r: (
        r.marital_status.coding[0].code not in "MDW"
        or days(r.birth_date, NOW) >= 18 * 365)),
    each_row("codes", "code and word", "marital_status.coding", lambda r: (
        r.code in MARRIED and re.fullmatch(MARRIED[r.code], r.display, re.I)
        is not None)),
    each_row("codes", "told twice alike", "marital_status", lambda r: (
        r.text == r.coding[0].display)),
    form("meta.version_id", r"\d{1,4}"),
    form("identifier.value", r"[\w./-]{3,30}"),
    form("identifier.system", r"(https?://|urn:)\S+"),
    each_row("people", "given names differ", "name", lambda r: differ(r.given)),
    each_row("times", "known after birth", "", lambda r: (
        days(r.birth_date, r.meta.last_updated) >= 0)),
    form("address.line", r".*\d.*", "places"),
]  # fmt: skip
PRESSURE = [
    each_row("sums", "counted", "", lambda r: r.total >= len(r.entry)),
    holds("entry.resource.code.code", "8480-6"),
    form("entry.resource.code.system", "https?://loinc.org/?"),
    about("entry.resource.code.display", "systolic", 1),
    holds("entry.resource.subject.reference", "Patient/P-77"),
    within("entry.resource.value_quantity.value", 80, 210),
    form("entry.resource.value_quantity.unit", r"(?i)mm ?\[?hg\]?", "units"),
    form("entry.resource.value_quantity.code", r"mm\[Hg\]", "units"),
    each_row("codes", "the link has the id", "entry", lambda r: (
        r.full_url.endswith("/" + r.resource.id))),
    each_row("times", "in the past", "entry.resource", lambda r: (
        moment(r.effective_date_time) <= NOW)),
    of_list("quantity", "of one person", "entry", lambda rs: (
        max(r.resource.value_quantity.value for r in rs)
        - min(r.resource.value_quantity.value for r in rs) <= 60)),
    of_list("times", "in order", "entry", lambda rs: (
        rising([moment(r.resource.effective_date_time) for r in rs])
        or rising([-moment(r.resource.effective_date_time) for r in rs]))),
]  # fmt: skip
CAR = [
    holds("registration_number", "AB19CDE"),
    about("make", MAKES, 1),
    form("make", "[A-Z][A-Z -]+"),
    form("colour", "(?i)(black|white|silver|gr[ea]y|blue|red|green|brown|beige|orange"
         "|yellow|purple|gold|bronze|pink|maroon|turquoise|cream|navy|ivory)", "texts"),
    each_row("quantity", "an engine, if there is one", "", lambda r: (
        r.engine_capacity == 0 if r.fuel_type == "ELECTRICITY" else
        500 <= r.engine_capacity <= 8000)),
    each_row("quantity", "what comes out of it", "", lambda r: (
        r.co2_emissions == 0 if r.fuel_type == "ELECTRICITY" else
        10 <= r.co2_emissions <= 450)),
    each_row("times", "registered when it was new", "", lambda r: (
        0 <= int(r.month_of_first_registration[:4]) - r.year_of_manufacture <= 1)),
    form("month_of_first_registration", r"(19|20)\d\d-(0[1-9]|1[0-2])", "times"),
    each_row("status", "taxed means ahead", "", lambda r: (
        (moment(r.tax_due_date) >= NOW - 86_400) == (r.tax_status == "Taxed"))),
    each_row("status", "tested means ahead", "", lambda r: (
        (moment(r.mot_expiry_date) >= NOW - 86_400) == (r.mot_status == "Valid"))),
    each_row("times", "a paper after the first registration", "", lambda r: (
        r.month_of_first_registration <= r.date_of_last_v5_c_issued[:7] <= "2026-03"
        if r.get("date_of_last_v5_c_issued") else
        r.month_of_first_registration <= r["date_of_last_v5cissued"][:7] <= "2026-03")),
    each_row("times", "due within a year", "", lambda r: (
        days(NOW, r.tax_due_date) <= 367 and days(NOW, r.mot_expiry_date) <= 1100)),
    each_row("codes", "the plate tells the year", "", lambda r: (
        r.year_of_manufacture in (2018, 2019, 2020))),
]  # fmt: skip
TAXES = [
    holds("tax_year", 2024),
    each_row("sums", "income adds up", "income", lambda r: near(
        r.total, r.employment + r.interest + r.dividends + r.rental, 0.02)),
    each_row("sums", "what is taxed", "", lambda r: near(
        r.taxable_income, r.income.total - r.deductions, 0.02)),
    each_row("sums", "balance", "", lambda r: near(
        r.balance, r.tax_due - r.tax_withheld, 0.02)),
    each_row("sums", "a usual share", "", lambda r: (
        0.02 <= r.tax_due / r.taxable_income <= 0.5)),
    each_row("sums", "deducted within income", "", lambda r: (
        0 <= r.deductions <= r.income.total)),
    each_row("times", "filed after the year", "", lambda r: (
        "2025-01-01" <= r.filed_at[:10] <= "2026-03-18")),
    each_row("status", "refunded what was too much", "", lambda r: (
        r.status != "refunded" or r.balance < 0)),
    within("income.total", 5000, 1_000_000),
    each_row("quantity", "most is earned", "income", lambda r: (
        r.employment >= r.interest)),
    form("taxpayer_id", r"[A-Z0-9][\w./ -]{5,16}"),
]  # fmt: skip
LESSONS = [
    spares("texts of a list differ"),
    so_many("", 8),
    form("day", "(?i)(mon|tues|wednes|thurs|fri)day|mon|tue|wed|thu|fri", "times"),
    each_row("times", "of a school", "", lambda r: (
        30 <= minutes(r.end_time) - minutes(r.start_time) <= 120
        and 7 * 60 <= minutes(r.start_time) <= 17 * 60)),
    within("period", 1, 12),
    of_list("diversity", "one lesson at a time", "", lambda rs: differ(
        (r.day, r.start_time) for r in rs)),
    of_list("diversity", "one lesson in a period", "", lambda rs: differ(
        (r.day, r.period) for r in rs)),
    of_list("times", "a period is at one time", "", lambda rs: all(
        a.start_time == b.start_time for a in rs for b in rs if a.period == b.period)),
    of_list("times", "later periods are later", "", lambda rs: all(
        minutes(a.start_time) < minutes(b.start_time)
        for a in rs for b in rs if a.period < b.period)),
    about("subject", "math|english|german|french|biology|chemistry|physic|history|geogr"
          "|art|music|sport|science|language|religion|ethics|spanish|comput|literature"
          "|civics|social|drama|econom|latin|informatics|\\bpe\\b|philosophy|design"
          "|health"
          "|writing|reading|algebra|geometry", 0.9),
    form("teacher", r"((Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?[A-Z].+", "people"),
    form("room", r"(?i)(room |lab |hall |r)?[a-z]{0,4}[ .-]?\d{0,4}\w?|.*(gym|lab|hall"
         r"|studio|room|library|workshop|theatre|field|office|block).*"),
    never("subject line|re:|urgent|invoice|order|meeting|welcome", "subject"),
]  # fmt: skip
BILL = [
    holds("bill_id", "HB-2214"),
    about("title", "act|bill|law|reform|amend|regulation|code|budget|order|protection"
          "|rights|safety|education|health|energy|tax|transport|housing", 1),
    about("summary", "act|bill|law|require|provid|establish|amend|fund|public|regulat"
          "|tax|right|agenc|govern|citizen|introduc|state|local|reform|protect", 1),
    never("invoice|electricity bill|payable|refund|dinner|beak|due date|tip"),
    each_row("sums", "all votes", "vote", lambda r: (
        r.total == r.yes + r.no + r.abstentions)),
    each_row("status", "more for it", "vote", lambda r: (
        (r.yes > r.no) == (r.result == "passed"))),
    each_row("status", "what became of it", "", lambda r: (
        r.status not in ("passed", "rejected") or r.status == r.vote.result)),
    within("vote.total", 20, 3000),
    each_row("times", "stages after it was introduced", "", lambda r: all(
        days(r.introduced_on, each.date) >= 0 for each in r.stages)),
    of_list("times", "stages in order", "stages", lambda rs: (
        rising([r.date for r in rs]) and max(r.date for r in rs) <= "2026-03-18")),
    about("stages.stage", "read|committee|introduc|vote|debate|report|pass|assent|sign"
          "|senate|house|first|second|third|final|consult|publish|amend|hearing|floor"
          "|review|plenary|reject|enact|draft", 0.9),
    about("sponsor.party", "party|democrat|republican|labour|conserv|green|liberal"
                           "|social"
          "|union|independent|christian|people|progress|national|centre|center|alliance"
          "|left|freedom|reform|civic|movement|coalition", 1),
]  # fmt: skip
CASES = [
    ("patients", "schema", "/fhir/Patient/pat-3391", PATIENT),
    ("observations", "schema", "/fhir/Observation?patient=P-77&code=8480-6", PRESSURE),
    ("vehicle register", "schema", "/vehicle-enquiry/v1/vehicles", CAR,
     {"registrationNumber": "AB19CDE"}),
    ("income tax", "prompt", "/tax/returns/2024", TAXES),
    ("timetables", "prompt", "/schools/12/classes/7B/timetable", LESSONS),
    ("parliament", "prompt", "/parliament/bills/HB-2214", BILL),
]  # fmt: skip
