"""What an expert would check in answers about software and machines."""

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
    rising,
    so_many,
    within,
)

ISSUE = [
    holds("number", 1347),
    form("html_url", r"https?://\S+/octo-labs/tidewave/issues/1347", "requests"),
    form("repository_url", r"https?://\S+/octo-labs/tidewave", "requests"),
    each_row("status", "closed has its time", "", lambda r: (
        (r.get("closed_at") is not None) == (r.state == "closed"))),
    each_row("times", "closed after created", "", lambda r: (
        days(r.created_at, r.closed_at) > 0)),
    each_row("times", "closed is no later than updated", "", lambda r: (
        days(r.closed_at, r.updated_at) >= 0)),
    each_row("status", "an open one was not completed", "", lambda r: (
        r.state_reason == "reopened" if r.state == "open" else
        r.state_reason != "reopened")),
    form("user.login", r"[A-Za-z0-9][A-Za-z0-9_-]{1,38}", "people"),
    form("labels.name", r"(?i)[a-z][\w :/.-]{1,28}", "texts"),
    about("labels.name", "bug|enhanc|feature|doc|help|question|good|dupl|invalid"
                         "|wontfix"
          "|priority|area|needs|perf|test|security|regress|ui|api|dep|refactor|triage"
          "|type|kind|ci|blocked|p[0-4]|backend|frontend|breaking|discuss|stale", 0.6),
    within("comments", 0, 500),
    about("title", "crash|fail|error|support|add|doc|when|not|after|with|slow|test|bug"
          "|fix|memory|time|wrong|missing|upgrade|build|type|return|allow|improve"
          "|cannot"
          "|on|in|to|for", 0.6),
    never("refund|my order|courier|shipment|warranty|customer arrived|payslip"),
]  # fmt: skip
METRICS = [
    so_many("", 6),
    holds("hostname", "web-03"),
    within("cpu_percent", 0.1, 100),
    within("cpu_cores", 1, 256),
    within("mem_total_bytes", 2.5e8, 5e12),
    each_row("sums", "used percent is of used and total", "", lambda r: near(
        r.mem_used_pct, 100 * r.mem_used_bytes / r.mem_total_bytes, 0.6)),
    each_row("sums", "no more used than there is", "", lambda r: (
        0 < r.disk_used_gb <= r.disk_total_gb)),
    within("disk_total_gb", 5, 100_000),
    within("load_avg1m", 0, 130),
    within("uptime_seconds", 60, 4e8),
    within("net_rx_kbps", 0, 1e7),
    within("http_p95_ms", 1, 8000),
    within("error_rate", 0, 0.3),
    within("ts", (NOW - 40 * 86400) * 1000, NOW * 1000, "times"),
    of_list("units", "one host has one memory", "", lambda rs: (
        len({r.mem_total_bytes for r in rs}) == 1)),
    of_list("units", "and one disk", "", lambda rs: (
        len({r.disk_total_gb for r in rs}) == 1)),
    of_list("times", "even steps, in order", "", lambda rs: even(
        [r.ts / 1000 for r in rs])),
    of_list("times", "the uptime grows with time", "", lambda rs: rising(
        [r.uptime_seconds for r in sorted(rs, key=lambda r: r.ts)])),
]  # fmt: skip


def even(moments):
    """Whether *moments* are in order with about even steps."""
    steps = [b - a for a, b in pairwise(moments)]
    if steps[0] < 0:
        steps = [-each for each in steps]
    return min(steps) > 0 and max(steps) <= 1.5 * min(steps)


BUILD = [
    holds("id", "b-20931"),
    each_row("status", "running is not finished", "", lambda r: (
        (r.get("finished_at") is None) == (r.status == "running"))),
    each_row("status", "nor has it a duration", "", lambda r: (
        (r.get("duration_seconds") is None) == (r.get("finished_at") is None))),
    each_row("times", "the duration is between", "", lambda r: near(
        r.duration_seconds, days(r.started_at, r.finished_at) * 86400, 1.01)),
    within("duration_seconds", 2, 4 * 3600),
    each_row("sums", "tests add up", "tests", lambda r: (
        r.total == r.passed + r.failed + r.skipped)),
    each_row("status", "passed has no failed test", "", lambda r: (
        r.status != "passed" or r.tests.failed == 0)),
    within("coverage", 5, 100),
    form("branch", r"[\w./#-]{2,60}"),
    about("commit.message", "fix|add|update|remove|bump|refactor|merge|improve|handle"
          "|use|make|move|test|doc|change|clean|feat|chore|revert|rename|allow|support"
          "|upgrade|prevent|drop|correct|avoid|set|replace|show|cache|reduce|simplify"
          "|return|retry|release|log|limit|split|validate|check|extract|speed", 1),
    within("number", 1, 200_000),
]  # fmt: skip
LOGS = [
    so_many("", 8),
    form("method", "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS"),
    within("status_code", 100, 599),
    of_values("codes", "a status that is in use", "status_code", lambda v: v in {
        *(200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404),
        *(405, 406, 408, 409, 410, 412, 413, 415, 422, 423, 429, 499, 500, 501, 502),
        *(503, 504)}),
    each_row("status", "an ERROR is of 4xx or 5xx; 5xx is no INFO", "", lambda r: (
        r.status_code >= 400 if r.level == "ERROR" else
        r.status_code < 500 or r.level == "WARN")),
    within("duration_ms", 0.05, 60_000),
    form("path", r"/[\w/.{}:%-]*(\?.*)?"),
    form("trace_id", r"[0-9a-f-]{16,36}"),
    form("service", r"[a-z][\w.-]{1,40}", "texts"),
    form("host", r"[a-z][\w.-]{1,60}", "texts"),
    of_list("times", "in order", "", lambda rs: (
        rising([moment(r.timestamp) for r in rs])
        or rising([-moment(r.timestamp) for r in rs]))),
    about("message", "request|connect|timeout|timed|fail|error|user|cache|retry|start"
          "|query|process|complet|receiv|sent|job|queue|health|token|database|slow|load"
          "|response|handl|auth|session|config|invalid|unable|exception|order|payment"
          "|schedul|worker|rate|limit|upstream|deadlock|memory|disk|event|message|valid"
          "|reload|login|expired|webhook|served|listen|shut|stop|pool", 0.8),
    never("I love|great product|courier|thank you|would recommend", "message"),
]  # fmt: skip
POD = [
    holds("metadata.namespace", "shop-prod"),
    holds("metadata.name", "checkout-7d9f8b6c5d-x2x4k"),
    form("api_version", "v1"),
    form("metadata.uid", r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    form("spec.restart_policy", "Always|OnFailure|Never"),
    form("status.phase", "Pending|Running|Succeeded|Failed|Unknown", "status"),
    form("status.pod_ip", r"\d+\.\d+\.\d+\.\d+"),
    form("status.host_ip", r"\d+\.\d+\.\d+\.\d+"),
    form("spec.containers.image", r"[a-z0-9./_-]+(:[\w.-]+|@sha256:\w+)?"),
    form("spec.containers.name", r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"),
    within("spec.containers.ports.container_port", 1, 65_535),
    form("spec.containers.ports.protocol", "TCP|UDP|SCTP"),
    form("spec.node_name", r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?"),
    each_row("times", "created, then started", "", lambda r: (
        0 <= days(r.metadata.creation_timestamp, r.status.start_time) <= 1)),
]  # fmt: skip
TICKETS = [
    so_many("tickets", 6),
    holds("page", 2),
    holds("per_page", 6),
    each_row("requests", "total is not below what was seen", "", lambda r: (
        7 <= r.total <= 1_000_000)),
    holds("tickets.status", "open"),
    about("tickets.subject", "can|not|issue|problem|error|help|login|password|account"
          "|payment|invoice|request|refund|order|app|email|access|question|unable"
          "|missing"
          "|broken|change|cancel|slow|export|sync|upgrade|charge|double|wrong|how"
          "|delete"
          "|update|crash|fail|late|damage|return|deliver|subscription|reset|billing"
          "|webhook|import|two", 0.8),
    each_row("status", "open is not resolved", "tickets", lambda r: (
        (r.get("resolved_at") is not None) == (r.status == "solved"))),
    each_row("status", "no grade before the end", "tickets", lambda r: (
        r.status == "solved" or r.get("satisfaction") is None)),
    form("tickets.assignee", r"[^\d]{4,50}", "people"),
    never("cinema|row \\d+ seat|train|verdict|plaintiff|concert"),
]  # fmt: skip
FLAGS = [
    so_many("", 6),
    form("key", r"[a-z][a-z0-9]*([._-][a-z0-9]+)+|[a-z]+([A-Z][a-z0-9]+)+|[A-Z_]{5,}"),
    within("rollout_percentage", 0, 100),
    form("environment", "(?i)prod(uction)?|staging|dev(elopment)?|test(ing)?|qa|preview"
         "|sandbox|canary|uat|local|integration", "texts"),
    each_row("texts", "name and key are of one thing", "", lambda r: any(
        word in plain(r.name) for word in plain(r.key.replace("_", "-")).split("-")
        if len(word) > 2)),
    about("description", "checkout|new|enable|show|page|cart|user|search|payment|banner"
          "|button|test|roll|experiment|customer|shop|product|layout|design|feature"
          "|turn"
          "|flow|recommend|discount|dark|mode|wishlist|switch|let|use|gradual"
          "|variant", 0.8),
    never("dishwasher|cotton|patriotic|national flag|waterproof|stainless"),
]  # fmt: skip
CONTENTS = {
    "A": r"\d+\.\d+\.\d+\.\d+",
    "AAAA": r"[0-9a-f:]+",
    "CNAME": r"([\w-]+\.)+[\w-]+\.?",
    "MX": r"(\d+ )?([\w-]+\.)+[\w-]+\.?",
    "TXT": r".{4,}",
}
DNS = [
    so_many("", 6),
    form("name", r"(.*\.)?acme-tools\.dev\.?|@|\*|[\w*-]+", "requests"),
    each_row("codes", "the content is of the type", "", lambda r: (
        form("c", CONTENTS[r.type]).check({"c": r.content}) == [])),
    within("ttl", 1, 604_800),
    each_row("status", "only MX has a priority", "", lambda r: (
        (r.get("priority") is not None) == (r.type == "MX"))),
    within("priority", 0, 100),
    of_list("diversity", "several types", "", lambda rs: len({r.type for r in rs}) > 3),
]  # fmt: skip
HOOKS = [
    so_many("", 6),
    *has("event|type|topic", "status|response|code|success", "_at$|timestamp|time"
         "|date", "attempt|retr|duration|id"),
    holds("~^webhook(_id)?$", "wh_55"),
    within("~^(status_code|response_code|http_status|response_status)$", 100, 599),
    within("~(duration|latency|response_time)(_ms)?$", 1, 60_000),
    within("~attempts?(_count|_number)?$", 0, 25),
    form("~^(event|event_type|topic)$", r"[a-z]+([._/:-][a-z_]+)+", "codes"),
    never("courier|parcel|UPS|DHL|FedEx|delivered to the door|left with a neighbour"
          "|out for delivery|doorstep|depot|recipient's address|signature|tracking"),
]  # fmt: skip
CASES = [
    ("code hosting", "schema", "/repos/octo-labs/tidewave/issues/1347", ISSUE),
    ("server metrics", "schema", "/hosts/web-03/metrics", METRICS),
    ("continuous integration", "schema", "/builds/b-20931", BUILD),
    ("logs", "schema", "/logs", LOGS),
    ("containers", "schema",
     "/api/v1/namespaces/shop-prod/pods/checkout-7d9f8b6c5d-x2x4k", POD),
    ("support", "schema", "/support/tickets?page=2&per_page=6&status=open", TICKETS),
    ("feature flags", "prompt", "/feature-flags", FLAGS),
    ("dns", "prompt", "/domains/acme-tools.dev/dns-records", DNS),
    ("webhooks", "path", "/webhooks/wh_55/deliveries", HOOKS),
]  # fmt: skip
