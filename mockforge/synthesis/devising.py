"""What codes of software are made of: projects, branches, images, requests, records."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable

from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import singular, slug, words_of
from mockforge.synthesis.places import filled
from mockforge.synthesis.senses import PATH

_PROJECTS = ("SHOP", "WEB", "API", "MOB", "OPS", "PAY", "DATA", "CORE")


def _project(entity: Entity, field: Field) -> str:
    """Return the key of the project, the same for all of a document."""
    thing = entity
    while thing.parent is not None:
        thing = thing.parent
    return str(thing.memo.setdefault("project key", entity.rng.choice(_PROJECTS)))


def _ticket(entity: Entity, field: Field) -> str:
    return f"{_project(entity, field)}-{entity.rng.randint(12, 2480)}"


_TOPICS = ("search", "checkout", "invoice-export", "rate-limits", "dark-mode", "sso",
           "upload-retry", "user-settings", "csv-import", "audit-log", "login-timeout",
           "cart-totals", "webhook-signing", "pagination")  # fmt: skip


def _branch(entity: Entity, field: Field) -> str:
    rng = entity.rng
    drawn = rng.random()
    if drawn < 0.4:
        return "main"
    kind = rng.choice(("feature", "feature", "fix", "chore"))
    return "develop" if drawn < 0.5 else f"{kind}/{rng.choice(_TOPICS)}"


def _minor(entity: Entity, field: Field) -> str:
    rng = entity.rng
    return f"{rng.randint(1, 4)}.{rng.randint(0, 18)}.{rng.randint(0, 9)}"


_SERVICES = ("checkout", "api", "worker", "auth", "billing", "search", "frontend",
             "orders", "notifications", "gateway")  # fmt: skip

_PUBLIC = ("nginx:1.27", "redis:7.2", "postgres:16", "python:3.12-slim",
           "node:20-alpine", "rabbitmq:3.13")  # fmt: skip


def _service(entity: Entity) -> str:
    """Return the service that a container is of, as far as that is known."""
    thing: Entity | None = entity
    while thing is not None:
        known = thing.known.get("app", thing.known.get("service"))
        if isinstance(known, str) and known == slug(known):
            return known
        thing = thing.parent
    return entity.rng.choice(_SERVICES)


def _image(entity: Entity, field: Field) -> str:
    if entity.rng.random() < 0.3:
        return entity.rng.choice(_PUBLIC)
    return f"registry.example.com/{_service(entity)}:{_minor(entity, field)}"


def _pod(entity: Entity, field: Field) -> str:
    rng = entity.rng
    ending = "".join(rng.choice("bcdfghjklmnpqrstvwxz2456789") for _ in range(5))
    return f"{_service(entity)}-{rng.getrandbits(40) % 16**9:09x}-{ending}"


_KINDS = ("Deployment", "Service", "StatefulSet", "ConfigMap", "Job")


def _manifest(entity: Entity, field: Field) -> str:
    told = f"{entity.kind or entity.shared.noun}".lower()
    known = {"pod": "Pod", "namespace": "Namespace", "node": "Node", "secret": "Secret",
             "ingress": "Ingress", "cronjob": "CronJob", "configmap": "ConfigMap",
             **{one.lower(): one for one in _KINDS}}  # fmt: skip
    words = {told, *entity.shared.evidence.weights}
    named = [one for word, one in known.items() if word in words]
    return named[0] if named else entity.rng.choice(_KINDS)


_CRONS = ("0 6 * * *", "*/15 * * * *", "0 0 1 * *", "30 2 * * 0", "0 9 * * 1-5",
          "*/5 * * * *", "0 */4 * * *", "15 3 * * *")  # fmt: skip

_RESOURCES = ("orders", "users", "products", "invoices", "carts", "payments",
              "sessions", "customers")  # fmt: skip


def _request_path(entity: Entity, field: Field) -> str:
    rng = entity.rng
    made = f"/api/v{rng.randint(1, 2)}/{rng.choice(_RESOURCES)}"
    drawn = rng.random()
    if drawn < 0.12:
        return rng.choice(("/health", "/login", "/api/v1/auth/token", "/metrics"))
    return made if drawn < 0.5 else f"{made}/{rng.randint(101, 9899)}"


MIMES = {"pdf": "application/pdf", "jpg": "image/jpeg", "jpeg": "image/jpeg",
         "png": "image/png", "csv": "text/csv", "txt": "text/plain",
         "json": "application/json", "zip": "application/zip", "mp4": "video/mp4",
         "mp3": "audio/mpeg", "gif": "image/gif", "svg": "image/svg+xml",
         "webp": "image/webp", "html": "text/html", "xml": "application/xml",
         "docx": "application/vnd.openxmlformats-officedocument"
                 ".wordprocessingml.document",
         "xlsx": "application/vnd.openxmlformats-officedocument"
                 ".spreadsheetml.sheet"}  # fmt: skip


def ending_of(entity: Entity) -> str:
    """Return how the name of the file ends, the same twice."""
    for value in entity.known.values():
        if isinstance(value, str):
            ending = value.rpartition(".")[2].lower()
            if ending in MIMES and "." in value:
                return ending
            if value in MIMES.values():
                return next(one for one in MIMES if MIMES[one] == value)
            if value in MIMES:
                return value
    return entity.rng.choice(("pdf", "jpg", "csv", "png"))


def _mime(entity: Entity, field: Field) -> str:
    if {"method", "status_code", "headers", "body", "payload"} & entity.known.keys():
        return "application/json"
    return MIMES[ending_of(entity)]


def jwt(entity: Entity, field: Field) -> str:
    """Return a signed token as it is sent."""
    head = {"alg": "HS256", "typ": "JWT"}
    body = {"sub": str(entity.rng.randint(1000, 9999)), "iat": int(entity.shared.now)}
    parts = [json.dumps(one, separators=(",", ":")).encode() for one in (head, body)]
    parts.append(entity.rng.randbytes(32))
    return ".".join(base64.urlsafe_b64encode(one).decode().rstrip("=") for one in parts)


_RECORDS = {
    "A": ("203.0.113.1#", "198.51.100.2#"),
    "AAAA": ("2001:db8::1#", "2001:db8:4::2#"),
    "CNAME": ("hosting.example.net", "edge.example-cdn.net", "pages.example.io"),
    "MX": ("10 mail.example.com", "10 mx1.example.net", "20 mx2.example.net"),
    "TXT": ("v=spf1 include:_spf.example.net -all", "v=DMARC1; p=quarantine"),
    "NS": ("ns1.example-dns.net", "ns2.example-dns.net"),
    "SRV": ("0 5 5060 sip.example.com", "10 60 443 meet.example.com"),
    "CAA": ('0 issue "letsencrypt.org"', '0 issue "pki.goog"'),
    "PTR": ("host-1#.example.net",),
    "SOA": ("ns1.example-dns.net hostmaster.example.com 2026010101 7200",),
}  # fmt: skip


def _record(entity: Entity, field: Field) -> str:
    """Return what a record of the name service holds, by its type."""
    known = entity.known
    told = known.get("type", known.get("recordtype", known.get("record_type", "A")))
    some = _RECORDS.get(str(told).upper(), _RECORDS["A"])
    made = filled(entity.rng.choice(some), entity.rng)
    has_own = {"priority", "preference"} & {*_members(entity)}
    return made.split(" ", 1)[1] if str(told).upper() == "MX" and has_own else made


def _members(entity: Entity) -> tuple[str, ...]:
    schema = entity.memo.get("schema")
    return tuple(schema.get("properties", ())) if isinstance(schema, dict) else ()


def _node(entity: Entity, field: Field) -> str:
    rng = entity.rng
    return rng.choice((f"worker-{rng.randint(1, 9)}", f"node-{rng.randint(1, 12):02d}",
                       f"ip-10-0-{rng.randint(1, 9)}-{rng.randint(10, 250)}"
                       ".eu-central-1.compute.internal"))  # fmt: skip


def _node_id(entity: Entity, field: Field) -> str:
    body = base64.urlsafe_b64encode(entity.rng.randbytes(9)).decode()
    return f"{(entity.kind or 'I')[0].upper()}_kwDO{body}"


_COLORS = ("#1F6FEB", "#F2994A", "#27AE60", "#EB5757", "#6C5CE7", "#2D3436", "#00A8A8")


_OBJECTS = ("payment intent", "payment method", "payment link", "setup intent",
            "balance transaction", "invoice item", "checkout session", "tax rate",
            "charge", "refund", "customer", "subscription", "invoice", "price",
            "product", "payout", "dispute", "coupon", "plan", "transfer", "event",
            "token", "account", "balance")  # fmt: skip
"""What payments are made of, two words before one."""


def _object(entity: Entity, field: Field) -> str:
    """Return what sort of thing it is, in the words of its path: `payment_intent`."""
    names = [step for step in entity.path if isinstance(step, str)]
    told = names[-1] if names and names[-1] != "data" else ""
    weights = entity.shared.evidence.weights
    for one in () if told else _OBJECTS:
        if all(weights.get(word, 0.0) >= PATH for word in one.split()):
            return one.replace(" ", "_")
    told = told or entity.shared.noun
    words = words_of(told or entity.kind or "object")
    return "_".join((*words[:-1], singular(words[-1])))


def _pod_name(entity: Entity, field: Field) -> str:
    is_pod = "pod" in entity.shared.evidence.weights
    return _pod(entity, field) if is_pod else _service(entity)


_RESOURCES_OF_CARE = ("Patient", "Observation", "Encounter", "Condition", "Procedure",
                      "MedicationRequest", "Practitioner", "Appointment",
                      "Organization", "Immunization", "DiagnosticReport",
                      "AllergyIntolerance", "Claim", "Coverage")  # fmt: skip


def _resource(entity: Entity, field: Field) -> str:
    told = "".join(words_of(entity.shared.noun))
    words = {told, *entity.shared.evidence.weights}
    named = (one for one in _RESOURCES_OF_CARE if one.lower() in words)
    return next(named, "Observation")


def _encoded(text: bytes) -> str:
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


def _person(entity: Entity, field: Field) -> str:
    return entity.person(str(entity.path[-1]) if entity.path else "").full


def _slack_time(entity: Entity, field: Field) -> str:
    """Return a moment as a text with a point, the same for all of a message."""
    whole = int(entity.moments().at("created"))
    made = f"{whole}.{entity.rng.randint(1000, 999900):06d}"
    return str(entity.memo.setdefault("slack time", made))


DEVISED: dict[str, Callable[[Entity, Field], str]] = {
    "ticket": _ticket,
    "project": _project,
    "branch": _branch,
    "minor": _minor,
    "nodeid": _node_id,
    "image": _image,
    "pod": _pod,
    "k8skind": _manifest,
    "node": _node,
    "cron": lambda entity, field: entity.rng.choice(_CRONS),
    "mime": _mime,
    "requestpath": _request_path,
    "jwt": jwt,
    "dns": _record,
    "object": _object,
    "service": lambda entity, field: _service(entity),
    "podname": _pod_name,
    "fhir": _resource,
    "person": _person,
    "at": lambda entity, field: "@",
    "slackts": _slack_time,
    "cursor": lambda entity, field: _encoded(
        json.dumps({"id": entity.rng.randint(1000, 99999)}).encode()
    ),
    "b64": lambda entity, field: base64.b64encode(entity.rng.randbytes(64)).decode(),
    "color": lambda entity, field: entity.rng.choice(_COLORS),
    "dnsname": lambda entity, field: entity.rng.choice(
        ("@", "www", "api", "mail", "docs", "status", "shop", "cdn")
    ),
}
"""By the names that codebooks have for them."""
