"""What an expert would check in answers to requests that say more than a path."""

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
    rising,
    shares,
    so_many,
    within,
)

BOOKS = [
    within("data.published_year", 1400, 2026),
    within("data.pages", 16, 2500),
    within("data.price", 0.5, 300),
    form("data.author", r"[^\d@]{4,45}", "people"),
    form("data.title", "(?!.*(wireless|steel|charger|cotton|Ltd)).{2,90}", "texts"),
    form("data.language", "(?i)[a-z]{2}(-[a-z]{2})?|[a-z]{3}|english|german|french"
         "|spanish|italian|portuguese|japanese|dutch|chinese|norwegian|swedish|polish"
         "|korean|russian|arabic|hindi|danish|turkish", "codes"),
]  # fmt: skip
PAGES = [
    so_many("a.data", 7),
    so_many("b.data", 7),
    holds("a.meta.page", 2),
    holds("b.meta.page", 3),
    holds("a.meta.per_page", 7),
    each_row("requests", "one total on all pages", "", lambda r: (
        r.a.meta.total == r.b.meta.total >= 21)),
    each_row("requests", "pages of the total", "a.meta", lambda r: (
        r.total_pages == -(-r.total // r.per_page))),
    each_row("requests", "other books on another page", "", lambda r: (
        not {e.id for e in r.a.data} & {e.id for e in r.b.data})),
    *(law._replace(check=lambda document, law=law: law.check(document["a"]))
      for law in BOOKS),
]  # fmt: skip
BY_PRICE = [
    so_many("", 4),
    of_list("requests", "sorted by price, the highest first", "", lambda rs: (
        rising([-r.price for r in rs]))),
    within("price", 50, 400, "requests"),
]  # fmt: skip
FURNITURE = [
    about("name", "chair|table|sofa|desk|bed|shelf|lamp|cabinet|drawer|stool|bench"
          "|couch|armchair|wardrobe|dresser|bookcase|ottoman|sideboard|rug|mirror"
          "|nightstand|rack|cupboard|mattress|console|recliner|futon|hutch|footstool|bookshelf"
          "|credenza|dining|trestle|daybed|crib|bunk", 0.8),
    within("price", 5, 6000),
    within("rating", 1, 5),
    never("headphones?|keyboard|usb|yoga|coffee|honey|backpack|charger|speaker"),
]  # fmt: skip
IN_RED = [
    holds("color", "red"),
    holds("in_stock", "true"),
    of_list("requests", "sorted by name", "", lambda rs: (
        rising([plain(r.name) for r in rs]))),
    *FURNITURE,
]  # fmt: skip
SOUGHT = [
    about("name", "oak", 0.8),
    about("name", "table", 0.8),
    of_values("requests", "since the day asked", "created_at", lambda v: (
        moment(v) >= moment("2026-02-01"))),
]  # fmt: skip
CHOSEN = [
    so_many("", 3),
    of_list("requests", "those asked for", "", lambda rs: (
        [str(r.id) for r in rs] == ["11", "12", "15"])),
]  # fmt: skip
MEMBER = [
    holds("member_id", 4711),
    each_row("people", "mail of the name", "", lambda r: (
        shares(r.first_name, r.email) or shares(r.last_name, r.email))),
    of_values("times", "joined in the past", "joined_at", lambda v: moment(v) < NOW),
]  # fmt: skip
CHANGED = [
    *MEMBER,
    holds("city", "Porto"),
    holds("membership", "family"),
    holds("last_name", "Vasconcelos"),
    form("country", "Portugal|PT", "places"),
    each_row("people", "mail of the new name", "", lambda r: shares(
        r.last_name, r.email) or shares(r.first_name, r.email)),
    of_values("times", "updated just now", "updated_at", lambda v: (
        days(v, NOW) <= 2)),
]  # fmt: skip
SALES = [
    holds("year", 2025),
    holds("month", 11),
    form("period_start", "2025-11-01", "requests"),
    form("period_end", "2025-11-30", "requests"),
    each_row("sums", "the average is of both", "", lambda r: near(
        r.average_order_value, r.revenue / r.orders, 0.02)),
    within("average_order_value", 2, 120),
    within("orders", 100, 5_000_000),
    each_row("sums", "categories make the whole", "", lambda r: near(
        sum(c.revenue for c in r.by_category), r.revenue, 0.05)),
    each_row("sums", "shares make 100", "", lambda r: (
        99 <= sum(c.share_pct for c in r.by_category) <= 101)),
    about("by_category.category", "bread|cake|pastr|cookie|roll|coffee|drink|sandwich"
          "|snack|bun|croissant|dessert|tart|pie|muffin|bagel|baguette|beverage|sweet"
          "|savou?r|season|breakfast|loa[fv]|donut|doughnut|bak|gift|viennois|pretzel",
          0.7),
]  # fmt: skip
CONTACTS = [
    so_many("", 5),
    *has("name", "phone|mobile", "e_?mail"),
    form("~^country(_code)?$", "(?i)japan|jp|jpn", "places"),
    form("~^(phone|phone_number|mobile)$", r"(\+81|0).*", "places"),
    never("account value|gmbh invoice|sku"),
]  # fmt: skip
LEAD = [
    holds("~^(name|full_name|contact_name)$", "Zainab Hussain"),
    holds("~^(company|company_name)$", "Kestrel Freight"),
    holds("~^(budget)$", 48000),
    holds("~^(source|lead_source)$", "trade fair"),
    *has("id", "status|stage", "created|_at$"),
    form("~^(status|stage)$", "(?i)new|open|created|unqualified|pending|lead|contacted"
         "|qualified|uncontacted|incoming|received", "status"),
    of_values("times", "created just now", "~^created_at$", lambda v: (
        days(v, NOW) <= 2)),
]  # fmt: skip
CALENDAR = [
    so_many("", 6),
    of_values("requests", "in the week asked for", "start", lambda v: (
        moment("2026-04-06") <= moment(v) < moment("2026-04-13"))),
    each_row("times", "the duration is between", "", lambda r: near(
        r.duration_minutes, days(r.start, r.end) * 1440, 1.01)),
    each_row("times", "a meeting of 5 minutes to 3 days", "", lambda r: (
        5 / 1440 <= days(r.start, r.end) <= 3.01)),
    about("title", "meeting|review|sync|planning|stand-?up|call|1:1|retro|demo|workshop"
          "|interview|lunch|training|sprint|team|kick-?off|check-?in|brainstorm|all-hands"
          "|session|update|onboarding|offsite|design|town hall|coffee|discussion"
          "|strategy|roadmap", 0.7),
    each_row("people", "attendees differ", "", lambda r: (
        len(set(r.attendees)) == len(r.attendees))),
    each_row("status", "all day is no hour", "", lambda r: (
        r.all_day == (days(r.start, r.end) > 0.9))),
]  # fmt: skip
SHIFTS = [
    so_many("", 5),
    holds("store_id", 12),
    holds("employee_id", 345),
    form("start_time", r"([01]\d|2[0-3]):[0-5]\d(:00)?", "times"),
    form("end_time", r"([01]\d|2[0-3]):[0-5]\d(:00)?", "times"),
    each_row("times", "hours are between, but for the break", "", lambda r: (
        0 <= clock(r.end_time) - clock(r.start_time) - r.hours <= 1.51)),
    within("hours", 2, 12),
    within("break_minutes", 0, 90),
    each_row("sums", "pay is wage by hours", "", lambda r: near(
        r.pay, r.hours * r.hourly_wage, 0.02)),
    of_list("times", "a day each", "", lambda rs: (
        len({r.date for r in rs}) == len(rs))),
    of_list("sums", "one wage", "", lambda rs: (
        len({r.hourly_wage for r in rs}) == 1)),
]  # fmt: skip


def clock(text):
    """Return the hours of a time of day, those before 4 as of the next."""
    hours = int(text[:2]) + int(text[3:5]) / 60
    return hours + 24 if hours < 4 else hours


PATCHED = {"city": "Porto", "membership": "family", "last_name": "Vasconcelos"}
SENT = {
    "name": "Zainab Hussain",
    "company": "Kestrel Freight",
    "budget": 48000,
    "source": "trade fair",
}
SAME = [
    each_row("requests", "found alone as in the list", "", lambda r: (
        all(r.b[name] == r.a[0][name] for name in ("id", "full_name", "email")))),
    each_row("requests", "its city and plan too", "", lambda r: (
        all(r.b[name] == r.a[0][name] for name in ("city", "plan")))),
]  # fmt: skip
CASES = [
    ("requests: pages", "schema", "/api/books?page=2&per_page=7 + "
     "/api/books?page=3&per_page=7", PAGES),
    ("requests: sorted, bounded", "prompt", "/api/items?sort=-price&min_price=50"
     "&max_price=400&limit=4", [*BY_PRICE, *FURNITURE]),
    ("requests: filtered", "prompt", "/api/items?color=red&inStock=true&order_by=name"
     "&order=asc", IN_RED),
    ("requests: sought", "prompt", "/api/items?q=oak+table&since=2026-02-01", SOUGHT),
    ("requests: chosen", "prompt", "/api/items?ids=11,12,15", CHOSEN),
    ("requests: one", "schema", "/members/4711", MEMBER),
    ("requests: one of a list", "schema", "/crm/accounts + /crm/accounts/{id}", SAME),
    ("requests: patched", "schema", "PATCH /members/4711", CHANGED, PATCHED),
    ("requests: month", "prompt", "/reports/2025/11/sales", SALES),
    ("requests: country", "path", "/contacts?country=JP", CONTACTS),
    ("requests: created", "path", "/leads", LEAD, SENT),
    ("requests: week", "prompt", "/events?from=2026-04-06&to=2026-04-12", CALENDAR),
    ("requests: nested", "prompt", "/stores/12/employees/345/shifts", SHIFTS),
]  # fmt: skip
