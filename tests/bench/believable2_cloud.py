"""What an expert would check in answers of packages, stores, incidents."""

import re

from tests.bench.believable2_laws import HEX, differ, even, spares
from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    has,
    holds,
    moment,
    never,
    of_list,
    shares,
    so_many,
    within,
)

PACKAGE = [
    spares("codes are codes"),
    holds("name", "tidewave-cache"),
    form("dist_tags.latest", r"\d+\.\d+\.\d+([-+].*)?"),
    form("license", r"(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|MPL-2\.0|0BSD|Unlicense"
         r"|[AL]?GPL-[23].\d(-only|-or-later)?|CC0-1\.0|CC-BY-4\.0|EPL-2\.0)"),
    form("repository.type", "git"),
    form("repository.url", r"(git\+)?(https|ssh|git)://\S+|git@\S+"),
    each_row("codes", "versions of dependencies", "dependencies", lambda r: all(
        re.fullmatch(r"[\^~>=<* ]*v?\d+(\.[\dx*]+)*.*|\*|latest", each)
        for each in r.values())),
    each_row("codes", "names of dependencies", "dependencies", lambda r: all(
        re.fullmatch(r"(@[a-z0-9._-]+/)?[a-z0-9._-]+", each) for each in r)),
    each_row("times", "changed after created", "time", lambda r: (
        days(r.created, r.modified) >= 0 and moment(r.modified) <= NOW)),
    each_row("people", "addresses of maintainers", "maintainers", lambda r: shares(
        r.name, r.email)),
    about("description", "cach|javascript|node|package|library|module|util|client|fast"
          "|simple|small|typescript|api|tool|plugin|framework|function|promise|async"
          "|lightweight|parse|react|component|wrapper|stream|browser|cli", 1),
    form("keywords", r"[a-z0-9@.+#/ -]{2,30}"),
    never("cotton|leather|parcel|courier|delicious|kitchen|warranty"),
]  # fmt: skip
BUCKET = [
    holds("name", "acme-invoices"),
    holds("prefix", "invoices/2025/"),
    each_row("sums", "counted", "", lambda r: r.key_count == len(r.contents)),
    each_row("requests", "keys are below the prefix", "contents", lambda r: (
        r.key.startswith("invoices/2025/") and len(r.key) > 15)),
    form("contents.key", r"[\w!.*'()/ =-]+\.\w{2,5}(\.gz)?"),
    form("contents.e_tag", rf'"?{HEX}{{32}}(-\d+)?"?'),
    form("contents.storage_class", "STANDARD|STANDARD_IA|ONEZONE_IA|GLACIER|GLACIER_IR"
         "|DEEP_ARCHIVE|INTELLIGENT_TIERING|REDUCED_REDUNDANCY|EXPRESS_ONEZONE"),
    within("contents.size", 1, 5e11),
    each_row("sums", "within the most", "", lambda r: (
        r.key_count <= r.max_keys <= 1000)),
    of_list("diversity", "keys differ", "contents", lambda rs: differ(
        r.key for r in rs)),
]  # fmt: skip
USERINFO = [
    each_row("people", "the name is of both", "", lambda r: (
        r.name == f"{r.given_name} {r.family_name}")),
    each_row("people", "the username is of the name", "", lambda r: shares(
        r.name, r.preferred_username)),
    each_row("people", "the address is of the name", "", lambda r: shares(
        r.name, r.email)),
    form("locale", "[a-z]{2,3}([-_][A-Z]{2})?"),
    form("zoneinfo", r"[A-Z]\w+/[A-Z][\w/+-]+|UTC"),
    form("picture", r"https?://\S+"),
    within("updated_at", 1.3e9, NOW, "times"),
    form("birthdate", r"(19|20)\d\d-\d\d-\d\d"),
    form("phone_number", r"\+\d[\d ()-]{6,17}"),
    form("sub", r"[\w|:.@-]{4,64}"),
    each_row("places", "language and time of one place", "", lambda r: (
        r.locale[-2:] not in HOME or r.zoneinfo in HOME[r.locale[-2:]])),
]  # fmt: skip
HOME = {
    "DE": ("Europe/Berlin",),
    "FR": ("Europe/Paris",),
    "GB": ("Europe/London",),
    "JP": ("Asia/Tokyo",),
    "SE": ("Europe/Stockholm",),
    "IT": ("Europe/Rome",),
    "NL": ("Europe/Amsterdam",),
    "PL": ("Europe/Warsaw",),
    "ES": ("Europe/Madrid", "Atlantic/Canary"),
    "NO": ("Europe/Oslo",),
    "AT": ("Europe/Vienna",),
}
TOKEN = [
    form("token_type", "(?i)bearer"),
    each_row("quantity", "a usual lifetime", "", lambda r: (
        300 <= r.expires_in <= 2_592_000 and r.expires_in % 60 in {0, 59})),
    form("access_token", r"[\w.~+/=|-]{20,}"),
    form("refresh_token", r"[\w.~+/=|-]{16,}"),
    each_row("codes", "the tokens differ", "", lambda r: (
        r.access_token != r.refresh_token)),
    form("scope", r"[\w:./-]+( [\w:./-]+)*", "requests"),
    about("scope", "orders", 1),
]  # fmt: skip
CONTAINERS = [
    so_many("", 5),
    form("id", f"{HEX}{{64}}"),
    form("image_id", f"sha256:{HEX}{{64}}"),
    form("names", r"/[a-zA-Z0-9][\w.-]+"),
    form("image", r"([\w.-]+(:\d+)?/)*[\w.-]+(:[\w.-]+|@sha256:[0-9a-f]{64})?"),
    each_row("status", "up while it runs", "", lambda r: (
        r.status.startswith("Up") == (r.state in ("running", "paused")))),
    each_row("status", "exited tells with what", "", lambda r: (
        r.state != "exited" or r.status.startswith("Exited ("))),
    form("ports.type", "tcp|udp|sctp"),
    within("ports.private_port", 1, 65535),
    within("ports.public_port", 1, 65535),
    within("created", 1.4e9, NOW, "times"),
    form("command", r"[/\w\"'.].*", "texts"),
    never("please|customer|thank|delivery|great|invoice", "command"),
]  # fmt: skip
INCIDENTS = [
    so_many("", 5),
    each_row("status", "open ones only", "", lambda r: (
        r.status in ("triggered", "acknowledged") and r.get("resolved_at") is None)),
    each_row("status", "acknowledged has its time", "", lambda r: (
        (r.get("acknowledged_at") is not None) == (r.status != "triggered"))),
    each_row("times", "acknowledged soon after", "", lambda r: (
        0 <= days(r.created_at, r.acknowledged_at) <= 1)),
    each_row("times", "open for some weeks at most", "", lambda r: (
        0 <= days(r.created_at, NOW) <= 60)),
    form("urgency", "(?i)high|low|medium|critical|normal|urgent", "status"),
    about("title", "error|latency|timeout|fail|down|unavail|slow|payment|queue|spike"
                   "|cpu"
          "|disk|memory|outage|5xx|alert|degrad|backlog|certificate|database|api|lag"
          "|high|response|connection|transaction|health|rate|stuck|delay|login|crash"
          "|502"
          "|503|pool|expired|increased|replic", 0.8),
    about("service", "pay|checkout|card|ledger|bill|api|gateway|settle|transfer|fraud"
          "|account|transaction|bank|auth|invoice|refund|wallet|webhook|sepa|core|web"
          "|database|notif|worker|queue|login|search|service", 0.8),
    of_list("codes", "numbers differ", "", lambda rs: differ(
        r.incident_number for r in rs)),
    never("villa|parcel|patient|car accident|theft|pedestrian|recipe"),
]  # fmt: skip
RANGE = [
    of_list("times", "even steps for each server", "points", lambda rs: all(
        even(sorted(r.time for r in rs if r.instance == one))
        for one in {r.instance for r in rs}
        if len({r.time for r in rs if r.instance == one}) > 2)),
    of_list("diversity", "a few servers", "points", lambda rs: (
        len({r.instance for r in rs}) <= 4)),
    form("points.instance", r"[\w.-]+:\d{2,5}"),
    within("points.cpu_usage_ratio", 0, 1),
    within("points.time", NOW - 30 * 86_400, NOW, "times"),
    of_list("quantity", "usage wanders", "points", lambda rs: (
        len({r.cpu_usage_ratio for r in rs}) > len(rs) / 2)),
]  # fmt: skip
STATUS = [
    *has("status|state|indicator", "component|service|name", "updated|_at$|time"),
    about("~^(name|service|component|title|components|services|description|message"
          "|summary)$", "mail|smtp|imap|pop3|webmail|api|dns|spam|delivery|inbound"
          "|outbound|web|login|auth|dashboard|queue|storage|calendar|system|server|all"
          "|operational|service|incident|account|sync|search|contacts", 0.5),
    form("~^(status|indicator|state)$", "(?i)operational|degraded.*|partial.outage"
         "|major.outage|up|down|ok|maintenance|under.maintenance|none|minor|major"
         "|critical|online|offline|healthy|resolved|investigating|monitoring|identified"
         "|active|outage|all.systems.operational|available|partial|running|scheduled",
         "status"),
    never("parcel|beef|bedroom|patient|shirt"),
]  # fmt: skip
AUDIT = [
    so_many("", 6),
    *has("actor|user|who|by$|admin|author", "action|event|type|change", "_at$|time"
                                                                        "|date",
         "target|resource|object|entity|field|subject|setting", "^ip|ip_address|address"
                                                         "|user_agent|source|client"),
    form("~^(ip|ip_address|client_ip)$", r"[\d.]+|[\da-f:]+"),
    about("~^(action|event|event_type|change|activity)$", "create|update|delete|login"
          "|log|change|add|remove|invite|enable|disable|grant|revoke|reset|export|view"
          "|edit|approve|sign|user|role|permission|setting|import|assign|password"
          "|config"
          "|restore|publish|archive", 0.8),
    of_list("diversity", "times differ", "", lambda rs: differ(
        r.get("timestamp") or r.get("created_at") or r.get("occurred_at") or r.get(
            "time") or r.get("performed_at") or r.changed_at for r in rs)),
    never("parcel|beef|bedroom|shirt|concert|wedding"),
]  # fmt: skip
KEYS = [
    so_many("", 4),
    *has("name|label|description", "key|token|prefix", "created", "scope|permission"
         "|role|status|active|expires|last_used"),
    about("~^(name|label)$", "prod|staging|dev|test|key|ci|deploy|api|backend|mobile"
                             "|web"
          "|integration|service|server|read|admin|dashboard|webhook|script|sync|import"
          "|export|monitor|partner|local|pipeline|token|worker", 0.8),
    never("piano|door|keyboard|house key|car key|major|minor"),
    form("~^(key|api_key|token|secret|value|key_prefix|prefix)$", r"[\w.-]{3,}[.*…]*"),
]  # fmt: skip
TOKENED = {"grant_type": "client_credentials", "scope": "orders:read orders:write"}
CASES = [
    ("packages", "prompt", "/registry/tidewave-cache", PACKAGE),
    ("object storage", "schema", "/buckets/acme-invoices/objects"
     "?prefix=invoices/2025/", BUCKET),
    ("sign-on", "schema", "/userinfo", USERINFO),
    ("sign-on", "schema", "/oauth2/token", TOKEN, TOKENED),
    ("docker", "schema", "/containers/json?all=true", CONTAINERS),
    ("incidents", "prompt", "/incidents", INCIDENTS),
    ("metrics", "prompt", "/api/v1/query_range?query=cpu&step=60", RANGE),
    ("status pages", "path", "/system-status", STATUS),
    ("audit", "path", "/audit-log", AUDIT),
    ("keys of APIs", "path", "/api-keys", KEYS),
]  # fmt: skip
