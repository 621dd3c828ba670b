"""Ids, codes, numbers of documents, addresses in the network."""

from __future__ import annotations

import re
from collections.abc import Callable

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import lifecycles, tracks
from mockforge.synthesis.devising import ending_of
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.identities import identity
from mockforge.synthesis.issuing import ISSUED, card
from mockforge.synthesis.links import link
from mockforge.synthesis.naming import plural, slug
from mockforge.synthesis.phrases import said
from mockforge.synthesis.places import filled

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def shaped(shape: str) -> Callable[[Entity, Field], Json]:
    """Return what fills *shape*: `#` is a digit, `@` a letter."""
    return lambda entity, field: filled(shape, entity.rng)


def _number(entity: Entity, field: Field) -> Json:
    if field.kind == "integer":
        return entity.rng.randint(10_000, 99_999)
    words = [word for word in field.role.words if word not in _PLAIN]
    own = entity.kind or entity.shared.noun
    named = words[0] if words else own.split(" ")[-1]
    mark = _MARKS.get(named, named[:3].upper() or "NO")
    year = entity.shared.today.year
    return entity.shared.fresh(
        "number",
        lambda: f"{mark}-{year}-{entity.rng.randint(1, 99_999):05d}"
        if named == "invoice" else f"{mark}-{entity.rng.randint(100_000, 999_999)}",
    )  # fmt: skip


_PLAIN = frozenset(("number", "no", "id", "ref", "reference", "code"))
_MARKS = {"order": "ORD", "invoice": "INV", "po": "PO", "ticket": "TCK", "case": "CASE",
          "customer": "C", "employee": "E", "patient": "P", "claim": "CLM",
          "policy": "POL", "medical": "MRN", "mrn": "MRN"}  # fmt: skip


def _sku(entity: Entity, field: Field) -> str:
    line = entity.article()
    parts = (slug(line.brand)[:3], slug(line.thing.split()[-1])[:4])
    return entity.shared.fresh(
        "sku",
        lambda: "-".join(parts).upper() + f"-{entity.rng.randint(100, 9999):04d}",
    )


def issued(name: str) -> Callable[[Entity, Field], Json]:
    """Return what issues the codes called *name*, as numbers where they are wanted."""

    def made(entity: Entity, field: Field) -> Json:
        found = ISSUED[name](entity, field)
        return int(found) if field.kind == "integer" and found.isdigit() else found

    return made


def _hash(entity: Entity, field: Field) -> str:
    size = 64 if "256" in field.name or "checksum" in field.name else 40
    return f"{entity.rng.getrandbits(4 * size):0{size}x}"


def _token(entity: Entity, field: Field) -> str:
    return "".join(entity.rng.choice(_LETTERS) for _ in range(32))


def title_of(entity: Entity) -> str:
    """Return what the thing is called, as far as that is known by now."""
    known = entity.known
    for name in ("name", "title", "full_name", "headline", "subject"):
        if isinstance(known.get(name), str):
            return str(known[name])
    if entity.nature == "person":
        return entity.person().full
    if entity.nature == "company":
        return entity.firm().name
    if entity.nature == "goods":
        return entity.article().name
    return said(entity, "name") or entity.kind or "page"


def _slug(entity: Entity, field: Field) -> str:
    for name in ("slug", "login", "username", "handle"):
        if isinstance(entity.known.get(name), str):
            return slug(str(entity.known[name])) or "item"
    return slug(title_of(entity)) or "item"


def _url(entity: Entity, field: Field) -> str:
    words = field.role.words
    if entity.nature == "company" or {"website", "homepage"} & {*words}:
        return f"https://www.{entity.firm().domain}"
    kind = entity.kind or "page"
    if {"callback", "webhook", "redirect"} & {*words}:
        return f"https://hooks.example.com/{slug(kind)}/{entity.rng.randint(100, 999)}"
    there = link(entity, field) if entity.shared.route else None
    return (
        there or f"https://www.example.com/{plural(slug(kind))}/{_slug(entity, field)}"
    )


def _image(entity: Entity, field: Field) -> str:
    kind = slug(entity.kind or "image")
    what = "logo" if "logo" in field.name.lower() else _slug(entity, field)
    ending = "png" if what == "logo" else "jpg"
    mark = f"-{entity.rng.randint(1, 9)}" if isinstance(field.path[-1], int) else ""
    return f"https://cdn.example.com/{kind}s/{what}{mark}.{ending}"


def _file(entity: Entity, field: Field) -> str:
    for value in entity.known.values():
        if isinstance(value, str) and _NAMED.fullmatch(value):
            return value
    ending = ending_of(entity)
    some = [one for one in _FILES if one.endswith(ending)] or _FILES
    return entity.rng.choice(some).replace("#", str(entity.rng.randint(2, 28)))


_NAMED = re.compile(r"[\w-]+\.(pdf|jpg|png|csv|docx|xlsx|txt|zip|mp4|mp3|json)")
_FILES = ("quarterly-report-#.pdf", "invoice-#.pdf", "site-photo-#.jpg",
          "meeting-notes-#.docx", "budget-#.xlsx", "contract-draft-#.pdf",
          "export-#.csv", "floor-plan-#.png", "recording-#.mp3", "clip-#.mp4",
          "backup-#.zip", "payload-#.json", "readme-#.txt")  # fmt: skip


def _ip(entity: Entity, field: Field) -> str:
    # RFC 5737.
    net = entity.rng.choice(("192.0.2", "198.51.100", "203.0.113"))
    return f"{net}.{entity.rng.randint(1, 254)}"


def _year(entity: Entity, field: Field) -> Json:
    low, high = entity.shared.statements.range_of(field.name)
    if low is None and high is None:
        return entity.shared.today.year - int(18 * entity.rng.random() ** 1.5)
    last = int(entity.shared.today.year if high is None else high)
    return entity.rng.randint(min(int(last - 18 if low is None else low), last), last)


def _flight(entity: Entity, field: Field) -> str:
    return f"{ISSUED['airline'](entity, field)}{entity.rng.randint(101, 989)}"


def _version(entity: Entity, field: Field) -> Json:
    if field.kind != "string":
        return MISSING
    rng = entity.rng
    return f"{rng.randint(1, 5)}.{rng.randint(0, 12)}.{rng.randint(0, 9)}"


def _tracking_url(entity: Entity, field: Field) -> str:
    return f"https://track.example.com/{_tracking(entity, field)}"


def _tracking(entity: Entity, field: Field) -> str:
    memo = lifecycles.root(entity).memo
    if "tracking" not in memo:
        memo["tracking"] = tracks.number(entity)
    return str(memo["tracking"])


_AGENTS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/17.5 Safari/605.1.15",
    "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
)
_ANSWERS = (200, 200, 200, 201, 404, 500)
_COLORS = ("#1F6FEB", "#F2994A", "#27AE60", "#EB5757", "#6C5CE7", "#2D3436", "#00A8A8")

VOICES: dict[str, Callable[[Entity, Field], Json]] = {
    "id": identity,
    "number": _number,
    "sku": _sku,
    "barcode": issued("ean"),
    "isbn": issued("isbn"),
    "card number": card,
    "last4": shaped("####"),
    "cvv": shaped("###"),
    "card expiry": lambda entity, field: (
        f"{entity.rng.randint(1, 12):02d}/{entity.shared.today.year % 100 + 2}"
    ),
    "iban": issued("iban"),
    "bic": issued("bic"),
    "account number": shaped("00########"),
    "hash": _hash,
    "token": _token,
    "password": lambda entity, field: "********",
    "slug": _slug,
    "url": _url,
    "image": _image,
    "video": lambda entity, field: (
        f"https://video.example.com/watch/{entity.rng.getrandbits(40):010x}"
    ),
    "filename": lambda entity, field: (
        _file(entity, field) if field.name.lower() not in ("document", "document_title")
        else said(entity, "name") or MISSING
    ),
    "path": lambda entity, field: f"/files/{_file(entity, field)}",
    "extension": lambda entity, field: ending_of(entity),
    "ip": _ip,
    "ipv6": lambda entity, field: f"2001:db8::{entity.rng.randint(1, 0xFFFF):x}",
    "mac": issued("mac"),
    "hostname": lambda entity, field: (
        f"{entity.rng.choice(('web', 'db', 'app', 'cache'))}-"
        f"{entity.rng.randint(1, 24):02d}.example.com"
    ),
    "user agent": lambda entity, field: entity.rng.choice(_AGENTS),
    "firmware": _version,
    "serial": shaped("SN@@########"),
    "plate": issued("plate"),
    "vin": issued("vin"),
    "flight": _flight,
    "seat": lambda entity, field: (
        f"{entity.rng.randint(2, 38)}{entity.rng.choice('ABCDEF')}"
    ),
    "code": lambda entity, field: (
        MISSING if field.kind != "string" else filled("@@@@##", entity.rng)
    ),
    "tracking": _tracking,
    "tracking url": _tracking_url,
    "hex": lambda entity, field: entity.rng.choice(_COLORS),
    "http status": lambda entity, field: entity.rng.choice(_ANSWERS),
    "year": _year,
    "exp year": lambda entity, field: (
        entity.shared.today.year + entity.rng.randint(1, 4)
    ),
    "month": lambda entity, field: entity.rng.randint(1, 12),
}  # fmt: skip
"""By role."""
