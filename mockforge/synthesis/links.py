"""Links: of a thing itself, of what it belongs to, and of what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.kinds import PARTS, WRAPPERS
from mockforge.synthesis.naming import plural, singular, slug, words_of
from mockforge.synthesis.spots import meant

_SITE, _API, _GIT = "https://www.example.com", "https://api.example.com", "git.example"
_PLAIN = re.compile(r"api|rest|v\d+(?:\.\d+)?|public|internal|graphql|crm|objects")
_OURS = frozenset(("self", "url", "href", "uri", "link", "api", "resource", "canonical",
                   "location", "html", "web", "permalink", "page", "public", "share",
                   "detail", "details", "endpoint", "profile", "full", "view",
                   "links"))  # fmt: skip
_SEEN = frozenset(("html", "web", "permalink", "page", "public", "share", "profile",
                   "view"))  # fmt: skip
"""Words for what a person looks at, and not a program."""
_WRITTEN = frozenset(("url", "uri", "href", "link", "links"))
_GIT_WAYS = {"clone": "https://{}/{}.git", "git": "git://{}/{}.git",
             "ssh": "git@{}:{}.git"}  # fmt: skip
_USERS = frozenset(("user", "owner", "author", "assignee", "creator", "reporter",
                    "committer", "member", "reviewer", "actor", "sender", "uploader",
                    "person", "profile"))  # fmt: skip
_NUMBERED = frozenset(("ticket", "pull request", "code issue", "issue"))
_IDS = ("id", "uuid", "_id", "slug", "sku", "code", "key", "reference", "symbol")
_LOGINS = ("login", "username", "handle", "slug")


def link(entity: Entity, field: Field) -> str | None:
    """Return where *field* leads, if what was asked for tells that."""
    words = tuple(word for word in field.role.words if word not in _WRITTEN)
    git = _clone(entity, words)
    if git is not None:
        return git
    thing, about = _thing(entity, words)
    way = _way(thing, about)
    if way is None:
        return None
    is_seen = bool({*words} & _SEEN)
    host = _SITE if is_seen else _API
    if field.role.words in (("link",), ("permalink",)):
        host, is_seen = _SITE, True
    return "/".join((host, *(_looked_at(way) if is_seen else way)))


def _thing(entity: Entity, words: tuple[str, ...]
           ) -> tuple[Entity, tuple[str, ...]]:  # fmt: skip
    """Return what the links of *entity* are of, and which of its own they lead to."""
    names = [str(step).lower() for step in entity.path if isinstance(step, str)]
    held = [name.strip("_") for name in names if name.strip("_") in _HOLDERS]
    if not held or entity.parent is None:
        return entity, tuple(word for word in words if word not in _OURS)
    thing = entity.parent
    while thing.parent is not None and str(thing.path[-1]).strip("_") in _HOLDERS:
        thing = thing.parent
    name = names[-1].strip("_")
    about = words if name in _HOLDERS else words_of(name)
    return thing, tuple(word for word in about if word not in _OURS)


_HOLDERS = frozenset(("links", "link", "relationships", "urls"))


def _clone(entity: Entity, words: tuple[str, ...]) -> str | None:
    """Return where the sources of a repository are."""
    shape = next((_GIT_WAYS[word] for word in words if word in _GIT_WAYS), None)
    known = entity.known
    name = known.get("full_name", known.get("path_with_namespace", known.get("name")))
    if shape is None or not isinstance(name, str) or entity.kind != "repository":
        return None
    return shape.format(_GIT, slug_path(name))


def slug_path(name: str) -> str:
    """Return *name* as a part of an address; what is within what stays so."""
    return "/".join(slug(part) for part in name.split("/"))


def _looked_at(way: Sequence[str]) -> list[str]:
    """Return *way* as a person sees it: `/acme/rocket/issues/4`."""
    rest = [part for part in way if not _PLAIN.fullmatch(part)]
    return rest[1:] if rest[:1] == ["repos"] and len(rest) > 2 else rest


def _way(entity: Entity, about: tuple[str, ...]) -> list[str] | None:
    """Return the path to the thing, to what it belongs to, or to its own."""
    if about:
        up = _above(entity.shared.route, about)
        if up is not None:
            return up
    own = _own(entity)
    if own is None or not about:
        return own
    name = "-".join(about)
    known = entity.known.get(
        f"{'_'.join(about)}_id", entity.known.get(f"{about[-1]}id")
    )
    if isinstance(known, str | int) and singular(name) == name:
        return [plural(slug(name)), str(known)]
    return [*own, slug(name)] if singular(about[-1]) != about[-1] else None


def _above(
    route: tuple[tuple[str, bool], ...], about: tuple[str, ...]
) -> list[str] | None:
    """Return the part of *route* that leads to what is called *about*."""
    wanted = meant(about)
    for at, (part, is_value) in enumerate(route):
        if is_value or _meant(part) != wanted:
            continue
        end = at + 1
        while end < len(route) and route[end][1]:
            end += 1
        if end > at + 1:
            return [one for one, _ in route[:end]]
    return None


@lru_cache(maxsize=1024)
def _meant(part: str) -> tuple[str, ...]:
    return meant(words_of(singular(part.lower())))


def _own(entity: Entity) -> list[str] | None:
    """Return the path to *entity*: on the way that was asked for, or by its kind."""
    route = entity.shared.route
    names = [step for step in entity.path if isinstance(step, str)]
    is_main = not names or (len(names) == 1 and names[0].lower() in WRAPPERS) or (
        len(names) == 1 and isinstance(entity.path[-1], int) and bool(route)
        and not route[-1][1] and singular(names[0].lower()) == singular(
            route[-1][0].lower()))  # fmt: skip
    if is_main and route:
        way = [part for part, _ in route]
        if route[-1][1]:
            return way
        told = _told(entity)
        is_several = singular(way[-1]) != way[-1]
        return [*way, told] if told and is_several else None
    if not names or entity.kind in PARTS:
        return None
    kind = singular(words_of(names[-1])[-1]) if words_of(names[-1]) else entity.kind
    told = _told(entity, is_someone=entity.nature == "person")
    collection = "users" if kind in _USERS else plural(slug(kind))
    return [collection, told] if told else None


def _told(entity: Entity, *, is_someone: bool = False) -> str:
    """Return what tells *entity* from others in an address."""
    if entity.kind in _NUMBERED and "number" in entity.known:
        return str(entity.known["number"])
    names = (*_LOGINS, *_IDS) if is_someone else (*_IDS, *_LOGINS)
    found = next((entity.known[name] for name in names if name in entity.known), "")
    return str(found) if isinstance(found, str | int) else ""
