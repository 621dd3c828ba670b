"""What an expert would check in answers about teams at work."""

import re

from tests.bench.believable2_laws import (
    ZONE,
    differ,
    just_now,
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
    never,
    of_list,
    rising,
    shares,
    so_many,
)


def estimated(text):
    """Return the seconds of 2d 4h, by working days of eight hours."""
    size = {"w": 144_000, "d": 28_800, "h": 3600, "m": 60}
    return sum(int(n) * size[u] for n, u in re.findall(r"(\d+)([wdhm])", text))


HISTORY = [
    spares("texts of a list differ"),
    so_many("messages", 5, 100),
    form("messages.user", "[UW][A-Z0-9]{8,11}"),
    form("messages.ts", r"\d{10}\.\d{6}"),
    of_list("times", "newest first", "messages", lambda rs: (
        rising([-float(r.ts) for r in rs]))),
    of_list("times", "written within a year", "messages", lambda rs: all(
        NOW - 366 * 86_400 <= float(r.ts) <= NOW for r in rs)),
    each_row("sums", "as many as reacted", "messages.reactions", lambda r: (
        r.count >= max(1, len(r.users)) and differ(r.users))),
    form("messages.reactions.name", r"[a-z0-9_+-]{1,40}"),
    of_list("diversity", "a few people talk", "messages", lambda rs: (
        2 <= len({r.user for r in rs}) <= 12)),
    each_row("texts", "words of a chat", "messages", lambda r: (
        len(r.text.split()) >= 2 or r.text.endswith(("!", "?", ".", "👍")))),
    never("order (has )?shipped|parcel|recipe|suspect|tasty|warranty", "messages.text"),
]  # fmt: skip
ISSUE = [
    holds("key", "PAY-482"),
    holds("fields.project.key", "PAY"),
    form("id", r"\d{4,9}"),
    form("self", r"https?://[^ ]+/rest/api/\d/issue/.+"),
    form("fields.issuetype.name", "Bug|Story|Task|Epic|Sub-?task|Improvement|Incident"
         "|New Feature|Spike|Feature|Change|Support|Question|Test", "texts"),
    form("fields.priority.name", "Highest|High|Medium|Low|Lowest|Blocker|Critical|Major"
         "|Minor|Trivial|Normal|Urgent|P[0-5]", "status"),
    each_row("status", "the category is of the status", "fields.status", lambda r: (
        (r.status_category.key, r.status_category.name) == {
            "To Do": ("new", "To Do"), "Done": ("done", "Done")}.get(
            r.name, ("indeterminate", "In Progress")))),
    each_row("status", "resolved means done", "fields", lambda r: (
        (r.get("resolution") is not None) == (r.status.name == "Done"))),
    each_row("status", "resolved has its time", "fields", lambda r: (
        (r.get("resolutiondate") is not None) == (r.get("resolution") is not None))),
    each_row("times", "resolved after it was made", "fields", lambda r: (
        days(r.created, r.resolutiondate) >= 0
        and days(r.resolutiondate, r.updated) >= -0.001)),
    form("fields.resolution.name", "Done|Fixed|Won't (Do|Fix)|Duplicate"
                                   "|Cannot Reproduce"
         "|Declined|Resolved|Incomplete|Not a Bug|Completed|Closed", "status"),
    each_row("status", "a sub-task is one", "fields.issuetype", lambda r: (
        r.subtask == (r.name.lower().replace("-", "") == "subtask"))),
    each_row("people", "addresses of names", "fields.reporter", lambda r: shares(
        r.display_name, r.email_address)),
    each_row("people", "addresses of names, too", "fields.assignee", lambda r: shares(
        r.display_name, r.email_address)),
    each_row("people", "one firm", "fields", lambda r: (
        r.reporter.email_address.split("@")[1]
        == r.assignee.email_address.split("@")[1])),
    form("fields.timetracking.original_estimate", r"(\d+[wdhm] ?)+"),
    each_row("sums", "estimated twice alike", "fields.timetracking", lambda r: (
        estimated(r.original_estimate) == r.original_estimate_seconds)),
    each_row("sums", "spent in keeping", "fields.timetracking", lambda r: (
        0 <= r.time_spent_seconds <= 5 * r.original_estimate_seconds)),
    form("fields.labels", r"[\w.-]+"),
    form("fields.summary", r"\S+( \S+){1,}", "texts"),
]  # fmt: skip
EVENTS = [
    spares("prose is prose"),
    so_many("items", 5, 60),
    each_row("requests", "in the week", "items", lambda r: (
        "2026-04-06" <= r.start.date_time[:10] <= "2026-04-12")),
    each_row("times", "of fifteen minutes to ten hours", "items", lambda r: (
        0.01 <= days(r.start.date_time, r.end.date_time) <= 0.42)),
    form("~^time_zone$", ZONE),
    of_list("places", "one zone", "items", lambda rs: (
        len({r.start.time_zone for r in rs} | {r.end.time_zone for r in rs}) == 1)),
    each_row("times", "made before it is", "items", lambda r: (
        days(r.created, r.start.date_time) > 0 and moment(r.created) <= NOW)),
    each_row("people", "nobody comes twice", "items", lambda r: differ(
        each.email for each in r.attendees)),
    each_row("people", "addresses of names", "items.attendees", lambda r: shares(
        r.display_name, r.email)),
    form("items.attendees.response_status", "needsAction|declined|tentative|accepted"),
    each_row("people", "the organizer is one", "items", lambda r: all(
        each.email == r.organizer.email
        for each in r.attendees if each.get("organizer"))),
    each_row("times", "at fives of minutes", "items", lambda r: (
        moment(r.start.date_time) % 300 == 0)),
    about("items.summary", "meet|review|sync|stand|plan|call|lunch|1:1|one.on.one|retro"
          "|demo|workshop|interview|kick|check|catch|train|all.hands|session|brief"
          "|daily"
          "|weekly|sprint|dinner|appointment|dentist|presentation|onboard|strategy"
          "|status"
          "|discuss|board|team|coffee|update|budget|roadmap|design|project"
          "|town hall", 0.8),
    form("items.html_link", r"https?://\S+"),
]  # fmt: skip
SMS = [
    holds("to", "+4915112345678"),
    holds("from", "+4930901820"),
    holds("body", "Your code is 4711"),
    holds("account_sid", "AC0123456789abcdef0123456789abcdef"),
    form("status", "queued|sending", "status"),
    form("direction", "outbound-api", "status"),
    each_row("status", "not sent yet", "", lambda r: r.get("date_sent") is None),
    each_row("status", "no error", "", lambda r: (
        r.get("error_code") is None and r.get("error_message") is None)),
    form("num_segments", "1", "quantity"),
    form("price", r"-?0?\.\d{2,6}", "quantity"),
    form("price_unit", "[A-Z]{3}|[a-z]{3}"),
    each_row("requests", "the link is of it", "", lambda r: (
        r.sid in r.uri and r.account_sid in r.uri)),
    each_row("times", "made just now", "", lambda r: (
        just_now(r.date_created))),
]  # fmt: skip
MESSAGE = {
    "To": "+4915112345678",
    "From": "+4930901820",
    "Body": "Your code is 4711",
}
CASES = [
    ("chat of teams", "schema", "/api/conversations.history?channel=C024BE91L",
     HISTORY),
    ("issue tracking", "schema", "/rest/api/3/issue/PAY-482", ISSUE),
    ("calendars", "schema", "/calendar/v3/calendars/primary/events"
     "?timeMin=2026-04-06T00:00:00Z&timeMax=2026-04-13T00:00:00Z", EVENTS),
    ("text messages", "schema", "/2010-04-01/Accounts/"
     "AC0123456789abcdef0123456789abcdef/Messages", SMS, MESSAGE),
]  # fmt: skip
