"""What an expert would check in answers about customers and campaigns."""

import re

from tests.bench.believable2_laws import close, differ
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
    plain,
    rising,
    shares,
    so_many,
    within,
)

MIMES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "log": "text/plain",
    "csv": "text/csv",
    "zip": "application/zip",
    "mp4": "video/mp4",
    "json": "application/json",
}


def of_ending(name, told):
    """Whether a type of media is that of the ending of a file."""
    ending = name.rsplit(".", 1)[-1].lower()
    return "." in name and told.startswith(MIMES.get(ending, told))


def host(url):
    """Return the name of the site of a link or an address of mail."""
    found = re.sub(r"^(https?://)?(www\.)?|^.*@", "", url).split("/")[0]
    return found.lower()


CONTACT = [
    holds("id", "7711"),
    each_row("people", "the address is of the name", "properties", lambda r: (
        shares(f"{r.firstname} {r.lastname}", r.email))),
    each_row("people", "the address is of the site", "properties", lambda r: (
        host(r.email).split(".")[-2:] == host(r.website).split(".")[-2:])),
    each_row("people", "the site is of the firm", "properties", lambda r: any(
        word[:5] in host(r.website).replace("-", "")
        for word in re.findall("[a-z]{3,}", plain(r.company)))),
    form("properties.lifecyclestage", "subscriber|lead|marketingqualifiedlead"
         "|salesqualifiedlead|opportunity|customer|evangelist|other|mql|sql|prospect"
         "|marketing qualified lead|sales qualified lead", "status"),
    form("properties.jobtitle", r"[A-Z].{2,50}", "texts"),
    each_row("times", "created once", "", lambda r: (
        abs(days(r.created_at, r.properties.createdate)) < 1)),
    each_row("times", "changed once", "", lambda r: (
        abs(days(r.updated_at, r.properties.lastmodifieddate)) < 1)),
    each_row("times", "changed after created", "properties", lambda r: (
        days(r.createdate, r.lastmodifieddate) >= 0)),
    holds("archived", False),
    form("properties.website", r"(https?://)?[\w-]+(\.[\w-]+)+/?", "codes"),
]  # fmt: skip
DEALS = [
    so_many("records", 5, 2000),
    each_row("sums", "so many as there are", "", lambda r: (
        r.total_size == len(r.records))),
    form("records.id", "006[A-Za-z0-9]{12}([A-Za-z0-9]{3})?"),
    form("records.account_id", "001[A-Za-z0-9]{12}([A-Za-z0-9]{3})?"),
    each_row("codes", "the link has the id", "records", lambda r: (
        r.attributes.url.endswith("/" + r.id))),
    each_row("status", "won is won", "records", lambda r: (
        r.is_won == (r.stage_name == "Closed Won"))),
    each_row("status", "closed is closed", "records", lambda r: (
        r.is_closed == r.stage_name.startswith("Closed"))),
    each_row("status", "probability of the stage", "records", lambda r: (
        r.probability == 100 if r.stage_name == "Closed Won" else
        r.probability == 0 if r.stage_name == "Closed Lost" else
        0 < r.probability < 100)),
    each_row("times", "closed in the past, else ahead", "records", lambda r: (
        moment(r.close_date) <= NOW + 86_400 if r.is_closed
        else moment(r.close_date) >= NOW - 86_400)),
    each_row("times", "closes after it was made", "records", lambda r: (
        days(r.created_date, r.close_date) >= -1)),
    within("records.amount", 200, 20_000_000),
    about("records.lead_source", "web|phone|partner|purchas|other|referral|trade|event"
          "|campaign|email|e-mail|advert|cold|social|word|employee|public|seminar"
          "|search"
          "|linkedin|inbound|outbound|conference|organic|content|google|customer"
          "|direct",
          0.9),
    never("flight|recipe|patient|refund", "records.name"),
]  # fmt: skip
COMMENTS = [
    each_row("sums", "counted", "", lambda r: r.count >= len(r.comments)),
    each_row("status", "no page after the last", "", lambda r: (
        (r.get("next_page") is None) == (r.count == len(r.comments)))),
    each_row("texts", "marked up is the body", "comments", lambda r: (
        re.sub("<[^>]*>", "", r.html_body).strip()[:20] == r.body.strip()[:20]
        and "<" in r.html_body)),
    of_list("times", "the oldest first", "comments", lambda rs: (
        rising([moment(r.created_at) for r in rs]))),
    of_list("diversity", "more than one speaks", "comments", lambda rs: (
        len({r.author_id for r in rs}) > 1)),
    each_row("codes", "the type is of the file", "comments.attachments", lambda r: (
        of_ending(r.file_name, r.content_type))),
    within("comments.attachments.size", 100, 5e7),
    about("comments.body", "thank|please|help|order|account|issue|problem|tried|still"
          "|hi|hello|team|error|work|refund|invoice|log|let|update|screenshot|password"
          "|fix|check|sorry|again|ticket|reset|deliver|charge|see|attach|look|app"
          "|page"),
    never("recipe|goal|chapter|patient|hike|villa"),
]  # fmt: skip
CAMPAIGN = [
    holds("id", "42694e9e57"),
    each_row("sums", "unique is within total", "", lambda r: (
        r.opens.unique_opens <= r.opens.opens_total
        and r.clicks.unique_clicks <= r.clicks.clicks_total)),
    each_row("sums", "opened of the delivered", "", lambda r: r.opens.unique_opens
             <= r.emails_sent - r.bounces.hard_bounces - r.bounces.soft_bounces),
    each_row("sums", "clicked of the opened", "", lambda r: (
        r.clicks.unique_clicks <= r.opens.unique_opens)),
    each_row("sums", "the rate of opens", "", lambda r: (
        0 < r.opens.open_rate < 1 and close(r.opens.open_rate * (
            r.emails_sent - r.bounces.hard_bounces - r.bounces.soft_bounces),
            r.opens.unique_opens, 0.06))),
    each_row("sums", "the rate of clicks", "", lambda r: (
        0 < r.clicks.click_rate < 1 and any(
            close(r.clicks.click_rate * of, r.clicks.unique_clicks, 0.08)
            for of in (r.emails_sent, r.opens.unique_opens,
                       r.emails_sent - r.bounces.hard_bounces - r.bounces.soft_bounces)
        ))),
    each_row("sums", "few leave", "", lambda r: (
        r.unsubscribed <= 0.05 * r.emails_sent + 1)),
    each_row("sums", "fewer complain", "", lambda r: (
        r.abuse_reports <= 0.01 * r.emails_sent + 1)),
    each_row("sums", "few bounce", "", lambda r: (
        r.bounces.hard_bounces + r.bounces.soft_bounces <= 0.12 * r.emails_sent + 1)),
    each_row("times", "opened and clicked after it was sent", "", lambda r: (
        days(r.send_time, r.opens.last_open) >= 0
        and days(r.send_time, r.clicks.last_click) >= 0)),
    within("emails_sent", 20, 5_000_000),
    form("subject_line", r"\S+( \S+)+", "texts"),
]  # fmt: skip
INVENTORY = [
    so_many("records", 5, 100),
    form("records.id", "rec[A-Za-z0-9]{14}"),
    each_row("sums", "the value is of all", "records.fields", lambda r: near(
        r["total value"], r.quantity * r["unit price"], 0.02)),
    each_row("status", "reordered when there are few", "records.fields", lambda r: (
        r["needs reorder"] == (r.quantity <= r["reorder level"])
        or r.quantity == r["reorder level"])),
    about("records.fields.name", "bi(ke|cycle)|chain|tyre|tire|tube|brake|pedal|saddle"
          "|wheel|spoke|gear|derailleur|cassette|crank|handlebar|pump|lube|cable|grip"
          "|helmet|light|rim|hub|fork|bell|fender|mudguard|seat|patch|axle|rotor|pad"
          "|stem"
          "|bearing|shifter|sprocket|lever|allen|degreas|bottle|rack|frame"
          "|headset", 0.8),
    about("records.fields.category", "tyre|tire|brake|drive|tool|accessor|wheel|part"
          "|light|cable|lubric|component|chain|saddle|clothing|frame|bike|bicycle|gear"
          "|pedal|consumable|spare|safety|repair|helmet|pump|bell"),
    form("records.fields.photo.type", "image/(jpeg|png|webp|gif)"),
    each_row("codes", "the type is of the file", "records.fields.photo", lambda r: (
        of_ending(r.filename, r.type))),
    within("records.fields.quantity", 0, 3000),
    within("records.fields.unit price", 0.1, 5000),
    of_list("diversity", "ids differ", "records", lambda rs: differ(r.id for r in rs)),
]  # fmt: skip
SUBSCRIBERS = [
    so_many("", 6),
    *has("e_?mail", "name", "status|active|confirmed|subscribed", "_at$|date", "id"),
    form("~^status$", "(?i)active|subscribed|unsubscribed|pending|bounced|cleaned"
         "|confirmed|unconfirmed|complained|inactive|transactional", "status"),
    never("trialing|past_due|shipped|diagnosis|kilowatt"),
    of_list("diversity", "addresses differ", "", lambda rs: differ(
        r.get("email") or r.email_address for r in rs)),
]  # fmt: skip
NPS = [
    so_many("", 6),
    within("score", 0, 10),
    each_row("status", "the category is of the score", "", lambda r: r.category == (
        "promoter" if r.score >= 9 else "passive" if r.score >= 7 else "detractor")),
    about("comment", "call|network|signal|coverage|bill|phone|plan|data|contract"
                     "|support"
          "|service|price|roam|tariff|internet|line|sim|hotline|reception|mobile|4g|5g"
          "|charge|speed|store|staff|upgrade|number|wait|month|switch", 0.6),
    form("channel", "(?i)e-?mail|sms|web|app|in.app|phone|call|website|store|chat"
         "|in.store|mobile|survey|social|link|ivr|online|branch|push|whatsapp"
         "|mobile.app"
         "|call.cent(er|re)", "texts"),
    each_row("texts", "a detractor does not praise", "", lambda r: (
        r.category != "detractor" or not re.search(
            r"\b(great|excellent|love|perfect|very happy|wonderful|best)\b",
            r.comment.lower()))),
    each_row("texts", "a promoter does not complain", "", lambda r: (
        r.category != "promoter" or not re.search(
            r"\b(terrible|awful|worst|disappoint|poor|never again|broken|rude)",
            r.comment.lower()))),
]  # fmt: skip
CASES = [
    ("contacts", "schema", "/crm/v3/objects/contacts/7711", CONTACT),
    ("sales", "schema", "/services/data/v59.0/query?q=SELECT+Id+FROM+Opportunity",
     DEALS),
    ("help desk", "schema", "/api/v2/tickets/35436/comments", COMMENTS),
    ("campaigns", "schema", "/3.0/reports/42694e9e57", CAMPAIGN),
    ("inventory", "prompt", "/v0/appKx92/Inventory", INVENTORY),
    ("newsletters", "path", "/newsletter/subscribers", SUBSCRIBERS),
    ("customer surveys", "prompt", "/nps/responses", NPS),
]  # fmt: skip
