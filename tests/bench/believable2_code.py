"""What an expert would check in answers about code, clusters and clouds."""

import re

from tests.bench.believable2_laws import HEX, differ, spares
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

UNITS = {"Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "K": 1e3, "M": 1e6, "G": 1e9}


def cpu(text):
    """Return the cores of 250m or 0.25."""
    return float(text[:-1]) / 1000 if text.endswith("m") else float(text)


def memory(text):
    """Return the bytes of 128Mi."""
    found = re.fullmatch(r"(\d+)([A-Z]i?)", text)
    return int(found[1]) * UNITS[found[2]]


PULLS = [
    so_many("", 6),
    holds("state", "closed"),
    each_row("status", "closed has its time", "", lambda r: (
        r.get("closed_at") is not None)),
    each_row("times", "merged as it was closed", "", lambda r: (
        abs(days(r.closed_at, r.merged_at)) < 0.01)),
    each_row("status", "a merge has a commit", "", lambda r: (
        r.get("merged_at") is None or r.get("merge_commit_sha") is not None)),
    each_row("status", "no draft is merged", "", lambda r: (
        r.get("merged_at") is None or not r.draft)),
    each_row("requests", "links are of it", "", lambda r: (
        r.html_url.endswith(f"/octo-labs/tidewave/pull/{r.number}"))),
    each_row("people", "links are of the user", "user", lambda r: (
        r.html_url.endswith("/" + r.login))),
    each_row("people", "nobody reviews their own", "", lambda r: (
        r.user.login not in {each.login for each in r.requested_reviewers})),
    form("head.sha", f"{HEX}{{40}}"),
    form("base.sha", f"{HEX}{{40}}"),
    form("merge_commit_sha", f"{HEX}{{40}}"),
    form("base.ref", r"main|master|develop|dev|trunk|release[/-].*|v?\d.*|staging|next"
         "|production"),
    each_row("codes", "from another branch", "", lambda r: (
        r.head.ref != r.base.ref and re.fullmatch(r"[\w./#-]+", r.head.ref)
        is not None)),
    of_list("times", "numbers go with time", "", lambda rs: rising(
        [moment(r.created_at) for r in sorted(rs, key=lambda r: r.number)])),
    about("title", "add|fix|remove|update|refactor|improve|bump|use|support|allow|make"
          "|handle|implement|move|rename|drop|introduce|feat|chore|docs|test|clean"
          "|avoid"
          "|correct|prevent|replace|migrate|enable|cache|retry|show|split|reduce|speed"
          "|let|do|stop|return|keep|log|simplify|upgrade|validate|document|limit|check",
          0.8),
]  # fmt: skip
JOBS = [
    spares("texts of a list differ"),
    so_many("", 6),
    holds("pipeline.id", 90211),
    of_list("diversity", "names differ, the pipeline is one", "", lambda rs: (
        differ(r.name for r in rs) and len({r.pipeline.sha for r in rs}) == 1)),
    each_row("codes", "of one branch", "", lambda r: r.ref == r.pipeline.ref),
    form("pipeline.sha", f"{HEX}{{40}}"),
    form("pipeline.status", "created|pending|running|failed|success|canceled|skipped"
         "|manual|waiting_for_resource|preparing|scheduled", "status"),
    each_row("status", "not finished while it runs", "", lambda r: (
        (r.get("finished_at") is None) == (r.status in {
            "created", "pending", "running", "skipped"}) or r.status == "canceled")),
    each_row("status", "not started while it waits", "", lambda r: (
        r.status not in ("created", "pending", "skipped")
        or r.get("started_at") is None)),
    each_row("sums", "how long it took", "", lambda r: near(
        r.duration, moment(r.finished_at) - moment(r.started_at), 1.5)),
    each_row("sums", "how long it waited", "", lambda r: near(
        r.queued_duration, moment(r.started_at) - moment(r.created_at), 1.5)),
    within("duration", 1, 14_400),
    form("stage", r"\.?(pre|post|build|test|lint|deploy|package|publish|release|verify"
         "|compile|check|quality|security|scan|staging|production|install|prepare"
         "|integration|e2e|review|cleanup|analy[sz]e|unit|docs|validate|setup|sast"
         "|coverage|notify)([ _-]?\\w+)*", "texts"),
    about("name", "build|test|lint|deploy|package|publish|release|compile|check|scan"
          "|sast|unit|e2e|integration|migrate|docker|image|pages|docs|audit|smoke|rspec"
          "|eslint|mypy|format|type|coverage|bundle|review|helm|install|setup|prepare"
          "|verify|rollback|notify|staging|security|quality|validate|karma|jest|pytest",
          0.8),
    each_row("people", "the username is of the name", "user", lambda r: shares(
        r.name, r.username)),
]  # fmt: skip
DEPLOYMENTS = [
    spares("texts of a list differ"),
    so_many("items", 4, 40),
    holds("items.metadata.namespace", "checkout"),
    form("items.metadata.name", r"[a-z]([a-z0-9.-]*[a-z0-9])?"),
    form("items.metadata.uid", f"{HEX}{{8}}(-{HEX}{{4}}){{3}}-{HEX}{{12}}"),
    each_row("codes", "the selector is its labels", "items", lambda r: (
        r.spec.selector.match_labels.app == r.metadata.labels.app)),
    each_row("codes", "labelled by its name", "items", lambda r: (
        r.metadata.labels.app in r.metadata.name
        or r.metadata.name in r.metadata.labels.app)),
    each_row("sums", "no more ready than wanted", "items", lambda r: (
        0 <= r.status.available_replicas <= r.status.ready_replicas
        <= r.status.replicas and r.status.updated_replicas <= r.status.replicas)),
    each_row("sums", "as many as wanted, or nearly", "items", lambda r: (
        abs(r.status.replicas - r.spec.replicas) <= max(1, 0.5 * r.spec.replicas))),
    within("items.spec.replicas", 0, 100),
    form("items.spec.template.spec.containers.image",
         r"([\w.-]+(:\d+)?/)*[\w.-]+(:[\w.-]+|@sha256:[0-9a-f]{64})?"),
    form("items.spec.template.spec.containers.image_pull_policy",
         "Always|IfNotPresent|Never"),
    form("~^cpu$", r"\d+m|\d+(\.\d+)?"),
    form("~^memory$", r"\d+(Ki|Mi|Gi|M|G)"),
    each_row("sums", "requests are within limits",
             "items.spec.template.spec.containers.resources", lambda r: (
        cpu(r.requests.cpu) <= cpu(r.limits.cpu)
        and memory(r.requests.memory) <= memory(r.limits.memory))),
    form("items.status.conditions.type", "Available|Progressing|ReplicaFailure"),
    form("items.status.conditions.status", "True|False|Unknown"),
    form("items.status.conditions.reason", "[A-Z][A-Za-z]+"),
    each_row("times", "changed after it was made", "items", lambda r: all(
        days(r.metadata.creation_timestamp, each.last_transition_time) >= -0.01
        for each in r.status.conditions)),
]  # fmt: skip
ERRORS = [
    spares("texts of a list differ"),
    so_many("", 5),
    holds("project.slug", "web-shop"),
    each_row("texts", "the title has the class", "", lambda r: (
        r.title.startswith(r.metadata.type))),
    form("metadata.type", r"[A-Za-z_.]*(Error|Exception|Warning|Timeout|Interrupt|Fault"
         r"|Panic|Rejection|Exit|DoesNotExist|Iteration|NotFound)[A-Za-z]*"),
    form("metadata.filename", r"[\w@./\\-]+\.\w{1,5}"),
    form("metadata.function", r"[\w.$<>: ]+(\(\))?"),
    form("short_id", "[A-Z][A-Z0-9-]*-[A-Z0-9]+"),
    form("count", r"\d+"),
    each_row("sums", "no more users than events", "", lambda r: (
        0 <= r.user_count <= int(r.count))),
    each_row("times", "first, then last", "", lambda r: (
        days(r.first_seen, r.last_seen) >= 0 and moment(r.last_seen) <= NOW)),
    each_row("requests", "the link is of it", "", lambda r: r.id in r.permalink),
    never("recipe|order shipped|patient|great product"),
]  # fmt: skip
CASES = [
    ("pull requests", "schema", "/repos/octo-labs/tidewave/pulls?state=closed", PULLS),
    ("pipelines", "schema", "/api/v4/projects/77/pipelines/90211/jobs", JOBS),
    ("clusters", "schema", "/apis/apps/v1/namespaces/checkout/deployments",
     DEPLOYMENTS),
    ("error tracking", "schema", "/api/0/projects/acme/web-shop/issues/", ERRORS),
]  # fmt: skip
