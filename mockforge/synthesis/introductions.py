"""What is written already tells who someone is, and which company is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mockforge.bodies.document import Path
from mockforge.options import Json
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.naming import slug, tokens, words_of
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.trade import INDUSTRIES, Firm

_SELVES = frozenset(
    tokens(
        """
        profile person personal details info identity user account about personalinfo
        personaldetails contact contactinfo contactdetails data attributes basicinfo
        """
    )
)
"""Parts of a person that tell of the same person."""
_AS = {"first": "first_name", "last": "last_name", "full": "name"}
_LOCAL = re.compile(r"([a-z]+)[._-]([a-z]{2,})\d*")
_MAILS = frozenset(("example.com", "example.org", "example.net", "gmail.com",
                    "outlook.com", "yahoo.com", "hotmail.com", "icloud.com", "mail.com",
                    "test.com"))  # fmt: skip
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)")


def introduce(entity: Entity, given: Mapping[Path, Json], path: Path) -> None:
    """Let *entity* know what is written of it at *path* and within."""
    for name, value in _told(given, path):
        role = role_of(name)
        if not isinstance(value, str) or not value:
            continue
        plain = "full" if name == "name" else role.name
        if plain in _AS and not role.whose and entity.nature == "person":
            entity.known.setdefault(_AS[plain], value)
        elif role.name in ("email", "username"):
            _by_mail(entity, "" if role.whose == "user" else role.whose, value)
        elif role.name in ("url", "domain") and entity.nature != "goods":
            _host(entity, value)
        is_own = name == "name" and entity.nature == "company"
        if role.name == "company" or is_own:
            entity.memo.setdefault("firm name", value)
    if entity.parent is None and ("firm name" in entity.memo or "host" in entity.memo):
        entity.memo["written firm"] = _firm(entity)


def _told(given: Mapping[Path, Json], path: Path) -> Iterator[tuple[str, Json]]:
    size = len(path)
    for place, value in given.items():
        if place[:size] != path or not isinstance(place[-1], str):
            continue
        inner = place[size:]
        within = "".join(words_of(str(inner[0]))) if len(inner) == 2 else ""
        if len(inner) == 1 or within in _SELVES:
            yield str(inner[-1]), value


def _by_mail(entity: Entity, whose: str, value: str) -> None:
    """Read a name, and the company, out of an address."""
    local, _, host = value.lower().lstrip("@").partition("@")
    if host and host not in _MAILS:
        entity.memo.setdefault("host", host)
    match = _LOCAL.fullmatch(local)
    lead = f"{whose.replace(' ', '_')}_" if whose else ""
    if match is None or (not lead and entity.nature != "person"):
        return
    if not {f"{lead}name", f"{lead}first_name"} & entity.known.keys():
        if len(match[1]) > 1:
            entity.known.setdefault(f"{lead}first_name", match[1].title())
        entity.known.setdefault(f"{lead}last_name", match[2].title())


def _host(entity: Entity, value: str) -> None:
    match = _HOST.match(value)
    if match is not None:
        entity.memo.setdefault("host", match[1])


def _firm(entity: Entity) -> Firm:
    name, host = str(entity.memo.get("firm name", "")), entity.memo.get("host")
    if not name:
        name = str(host).split(".")[0].replace("-", " ").title()
    told = slug(name).replace("-", "")
    domain = str(host) if host else f"{told or 'company'}.example"
    return Firm(name, domain, entity.shared.rng.choice(INDUSTRIES))
