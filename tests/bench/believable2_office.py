"""What an expert would check in answers about hours and papers."""

from tests.bench.believable2_laws import (
    ZONE,
    differ,
    minutes,
    one_of_each,
    spares,
)
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
    shares,
    so_many,
    within,
)

MEETINGS = [
    so_many("meetings", 4, 60),
    each_row("sums", "so many as there are", "", lambda r: (
        r.total_records >= len(r.meetings) and r.page_size >= len(r.meetings))),
    form("meetings.id", r"\d{10,11}"),
    each_row("times", "ahead", "meetings", lambda r: moment(r.start_time) > NOW),
    each_row("times", "at fives of minutes", "meetings", lambda r: (
        moment(r.start_time) % 300 == 0 and r.duration % 5 == 0)),
    within("meetings.duration", 10, 480),
    each_row("requests", "the link has the number", "meetings", lambda r: (
        str(r.id) in r.join_url)),
    of_list("people", "one host", "meetings", lambda rs: (
        len({r.host_id for r in rs}) == 1)),
    form("meetings.timezone", ZONE),
    about("meetings.topic", "design|review|sync|stand|plan|critique|meet|retro|workshop"
          "|brand|ux|ui|prototype|user|sprint|kick|team|check|demo|research|1:1|weekly"
          "|session|brainstorm|catch|handoff|all.hands|interview|onboard|roadmap|call",
          0.8),
]  # fmt: skip
HOURS = [
    spares("texts of a list differ"),
    so_many("time_entries", 6, 400),
    each_row("requests", "in that week", "time_entries", lambda r: (
        "2026-03-02" <= r.spent_date <= "2026-03-06")),
    each_row("sums", "hours from start to end", "time_entries", lambda r: near(
        r.hours, (minutes(r.ended_time) - minutes(r.started_time)) / 60, 0.02)),
    each_row("sums", "billed by the hour", "time_entries", lambda r: near(
        r.billable_amount, r.hours * r.hourly_rate if r.billable else 0, 0.02)),
    within("time_entries.hours", 0.1, 12),
    within("time_entries.hourly_rate", 15, 400),
    form("time_entries.started_time", r"\d{1,2}:\d\d[ap]m"),
    of_list("people", "one id, one name", "time_entries", lambda rs: all(
        one_of_each(rs, lambda r, k=k: r[k].id, lambda r, k=k: r[k].name)
        for k in ("user", "client", "project"))),
    about("time_entries.task.name", "design|develop|code|coding|meeting|project|support"
          "|test|research|review|content|copy|seo|write|planning|wireframe|frontend"
          "|back"
          "|qa|admin|consult|manage|bug|deploy|maint|workshop|training|market|program"
          "|strategy|document|call|analysis|build|implement|fix|web|page"),
    about("time_entries.notes", "design|page|meet|call|fix|client|site|review|code|test"
          "|layout|content|bug|email|form|landing|deploy|update|wireframe|feedback"
          "|setup"
          "|sprint|plan|implement|work|research|draft|prepare|menu|header|css|api"
          "|mobile"
          "|build|refactor|check|migrat|discuss|project|draw|report|estimate"),
    each_row("sums", "counted", "", lambda r: r.total_entries >= len(r.time_entries)),
]  # fmt: skip
ABSENCES = [
    so_many("", 6),
    holds("status", "approved"),
    each_row("status", "approved by somebody", "", lambda r: (
        r.status != "approved" or r.get("approved_by") is not None)),
    each_row("people", "not by oneself", "", lambda r: (
        r.approved_by != r.employee_name)),
    each_row("sums", "days from start to end", "", lambda r: (
        0 <= days(r.start, r.end) <= 200
        and 0.2 * (days(r.start, r.end) + 1) <= r.days <= days(r.start, r.end) + 1)),
    form("type", "(?i).*(vacation|holiday|sick|leave|annual|parental|maternity"
                 "|paternity"
         "|unpaid|personal|bereavement|training|time off|pto|study|comp|jury|home"
         "|family"
         "|medical|absence|sabbatical|conference).*", "texts"),
    each_row("times", "asked for in the past", "", lambda r: (
        moment(r.requested_on) <= NOW)),
    each_row("times", "asked for before, unless ill", "", lambda r: (
        "sick" in r.type.lower() or days(r.requested_on, r.start) >= 0)),
    of_list("people", "one id, one name", "", lambda rs: one_of_each(
        rs, lambda r: r.employee_id, lambda r: r.employee_name)),
    within("days", 0.5, 180),
]  # fmt: skip
ENVELOPE = [
    holds("envelope_id", "e-7f31"),
    each_row("status", "completed has its time", "", lambda r: (
        (r.get("completed_date_time") is not None) == (r.status == "completed"))),
    each_row("status", "completed once all have signed", "", lambda r: (
        (r.status == "completed")
        == all(each.get("signed_date_time") is not None for each in r.signers))),
    each_row("status", "signed has its time", "signers", lambda r: (
        (r.get("signed_date_time") is not None) == (r.status == "completed"))),
    each_row("status", "delivered has its time", "", lambda r: (
        r.status == "voided"
        or (r.get("delivered_date_time") is None) == (r.status == "sent"))),
    each_row("times", "sent, delivered, completed", "", lambda r: (
        days(r.sent_date_time, r.delivered_date_time) >= 0
        and days(r.delivered_date_time, r.completed_date_time) >= 0)),
    each_row("times", "signed after it was sent", "", lambda r: all(
        days(r.sent_date_time, each.signed_date_time) >= 0 for each in r.signers)),
    each_row("times", "expires later", "", lambda r: (
        1 <= days(r.sent_date_time, r.expires_date_time) <= 400)),
    of_list("sums", "in order", "signers", lambda rs: (
        [r.routing_order for r in rs] in ([1, 2], [1, 1]))),
    each_row("people", "addresses of names", "signers", lambda r: shares(
        r.name, r.email)),
    within("documents.pages", 1, 120),
    about("documents.name", "contract|agreement|employ|offer|letter|nda|policy|annex"
          "|confidential|handbook|terms|appendix|schedule|benefit", 0.5),
    about("email_subject", "sign|contract|employ|agreement|offer|docu|complete"
                           "|welcome"),
]  # fmt: skip
MAIL = [
    spares("texts of a list differ"),
    so_many("value", 6),
    each_row("times", "received after it was sent", "value", lambda r: (
        0 <= days(r.sent_date_time, r.received_date_time) <= 0.1)),
    of_list("people", "all to one", "value", lambda rs: (
        len({r.to_recipients[0].email_address.address for r in rs}) == 1)),
    each_row("people", "nobody to themselves", "value", lambda r: (
        r["from"].email_address.address != r.to_recipients[0].email_address.address)),
    each_row("people", "addresses of names", "value.from.email_address", lambda r: (
        shares(r.name, r.address))),
    form("value.from.email_address.address", r"[\w.+'-]+@[\w-]+(\.[\w-]+)+"),
    of_list("times", "newest first", "value", lambda rs: (
        rising([-moment(r.received_date_time) for r in rs]))),
    each_row("texts", "a subject, and more below", "value", lambda r: (
        len(r.subject.split()) >= 2
        and len(r.body_preview) > len(r.subject) * 0.8 and len(r.body_preview) > 20)),
    of_list("status", "not all unread", "value", lambda rs: any(r.is_read for r in rs)),
    never("math|physics|biology|chemistry|geography", "value.subject"),
]  # fmt: skip
POSITIONS = [
    so_many("", 4),
    *has("title|position|name", "location|city|office|remote", "department|team",
         "type|employment|contract", "salary|pay|compensation|description", "posted"
                                                            "|created|publish|date"),
    about("~^(title|position|job_title|name)$", "game|engineer|artist|design|programmer"
          "|develop|producer|animator|qa|tester|writer|sound|level|community|technical"
          "|director|lead|manager|analyst|concept|narrative|audio|3d|render|composer"
          "|backend|tools|data|marketing|recruit|support", 0.8),
    holds("~^(department|team)$", "Engineering"),
    holds("~^(city|location|office)$", "Berlin"),
    never("nurse|chef|plumber|teacher|accident|electrician|truck"),
    each_row("sums", "from, to", "", lambda r: (
        (r.get("salary_min") or r.min_salary)
        <= (r.get("salary_max") or r.max_salary))),
]  # fmt: skip
CARDS = [
    so_many("", 6),
    *has("title|name", "status|list|column|state", "due|deadline", "assign|member"
                                                                   "|owner",
         "label|tag|priority", "position|order|created|updated|_at$"),
    never("visa|mastercard|cvv|card_?number|expiry|cardholder|last4|credit"
          "|poker", "~."),
    about("~^(title|name)$", "app|store|launch|release|icon|screenshot|beta|test|push"
          "|notif|onboard|login|landing|crash|press|market|feature|ui|design|screen"
          "|privacy|analytics|review|sign|build|api|bug|translat|copy|video|fix|user"
          "|ios|android|mobile|version|splash|checklist|campaign|website|profile"
          "|payment",
          0.6),
    form("~^(status|list|column|list_name|state)$", "(?i)(to.?do|backlog|doing"
         "|in.progress|review|in.review|done|testing|blocked|ready|ideas|selected|open"
         "|closed|archived|active|released|next|launched|completed|qa|planned"
         "|icebox).*",
         "status"),
    of_list("diversity", "titles differ", "", lambda rs: differ(
        r.get("title") or r.name for r in rs)),
]  # fmt: skip
ROOMS = [
    so_many("", 5),
    *has("name|number", "capacity|seats", "floor|building|location",
         "equipment|projector|amenit|feature|screen|video", "available|status|booked"
                                                            "|is_active|occupied"),
    within("~^(capacity|seats)$", 2, 300),
    within("~^floor(_number)?$", -3, 80),
    never("bed|mattress|breakfast|bathtub|queen|per night|guest|double|twin|ocean"),
    about("~^(name|room_name)$", "room|board|meeting|conference|huddle|lounge|suite"
                                 "|hall"
          "|studio|space|lab|office|\\w+", 0.8),
]  # fmt: skip
CASES = [
    ("meetings", "prompt", "/v2/users/u-22/meetings?type=upcoming", MEETINGS),
    ("time entries", "prompt", "/v2/time_entries?from=2026-03-02&to=2026-03-06", HOURS),
    ("absences", "prompt", "/time_off/requests?status=approved", ABSENCES),
    ("signatures", "prompt", "/envelopes/e-7f31", ENVELOPE),
    ("mail", "schema", "/me/messages", MAIL),
    ("open positions", "path", "/jobs/listings?department=Engineering&location=Berlin",
     POSITIONS),
    ("boards", "path", "/boards/b-5f2/cards", CARDS),
    ("offices", "path", "/meeting-rooms", ROOMS),
]  # fmt: skip
