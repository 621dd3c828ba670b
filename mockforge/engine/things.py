"""Things: what a request is about, by what was learned or by its path alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from mockforge.bodies.document import read
from mockforge.bodies.messages import asked_of
from mockforge.bodies.reading import unquoted
from mockforge.engine.fields import minted_in, named_in
from mockforge.engine.homes import Place
from mockforge.http import Request, Response
from mockforge.learning.formats import Format, classify
from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.model import Kind, Operation
from mockforge.learning.resources.readings import (
    Sources,
    is_name,
    is_xml,
    plain,
    sources_of,
    text,
)
from mockforge.options import Json
from mockforge.stages.blend.identity import mark_of

if TYPE_CHECKING:
    from mockforge.learning.learned import Learned

Role = Literal["create", "read", "list", "change", "delete"]
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "SEARCH", "REPORT"})
"""RFC 9110, 9.2.1, and those of WebDAV: nothing is done by asking."""

PAGING = frozenset(
    {
        *("page", "cursor", "offset", "limit", "after", "before", "start", "marker"),
        *("per_page", "perpage", "page_size", "pagesize", "page_token", "pagetoken"),
        *("next_token", "nexttoken", "continuation", "skip", "size", "count", "last"),
        *("n", "starting_after", "ending_before", "_"),
    }
)
"""Parameters that say which part of a list is wanted, and `_` that says nothing."""

_CLOCKS = {Format.EPOCH, Format.EPOCH_MS, Format.EPOCH_US, Format.EPOCH_NS}

PEOPLE = frozenset({"email", "username", "user_name", "login", "userid", "phone"})
"""Fields that name who wants to be let in."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a request is about."""

    role: Role
    key: tuple[str, ...]
    """What tells it from all others; empty for what is not there yet."""
    endpoint: str
    """The endpoint that is asked, as far as it is known."""
    own: tuple[Place, ...] = ()
    """What it is known as."""
    around: tuple[Place, ...] = ()
    """What it is below of, or refers to."""
    shows: tuple[str, ...] = ()
    """The collections whose things the answer may list."""
    is_safe: bool = True
    """Asking does nothing, by the method alone."""
    is_call: bool = False
    """Its address is that of a procedure: what it does is in its body."""
    opens: bool = False
    """The answer gives what later requests are let in with."""
    shelf: int | None = None
    """Whose knowledge tells; None if only the path does."""

    @property
    def is_write(self) -> bool:
        """Whether it changes anything."""
        return self.role in ("create", "change", "delete")


@dataclass(frozen=True, slots=True)
class _Known:
    """A request as one recording's knowledge understands it."""

    shelf: int
    key: str
    operation: Operation | None
    kind: Kind | None
    sources: Sources
    is_shown: bool
    """What has this address can also be read there."""


class Things:
    """Tells what requests are about."""

    def __init__(
        self, learned: Sequence[Learned] = (), openers: Sequence[frozenset[str]] = ()
    ) -> None:
        """Tell by *learned*, what is known of each recording.

        Args:
            learned: In the order of the recordings.
            openers: Of each the endpoints whose answers let clients in.
        """
        self._learned = learned
        self._openers = openers

    def of(self, asked: Request) -> Thing:
        """Return what *asked* is about."""
        known = self._known(asked)
        prefixes = _prefixes(asked.path)
        role = _role(asked, known)
        own: list[Place] = []
        around = list(prefixes)
        if prefixes and role != "create" and not _is_call(asked, known):
            own = [around.pop()]
        key: tuple[str, ...] = ("path", asked.path, *_query(asked))
        shows: tuple[str, ...] = ("/" + "/".join(_way(asked.path)),)
        if known is not None and known.kind is not None:
            place = _addressed(known)
            if place is not None and role != "list":
                own.insert(0, place)
                key = ("thing", *place)
            around += self._around(known)
            shows = (_collection(known), *shows)
        if role == "create" and not own:
            key = ()
        around += named_in(asked)
        if asked.method not in SAFE:
            around += _named(asked)
        if role in ("read", "list") and asked.body:
            key = (*key, blake2b(asked.body, digest_size=8).hexdigest())
        return Thing(
            role,
            key,
            known.key if known else f"{asked.method} {asked.path}",
            tuple(own),
            tuple(around),
            shows,
            asked.method in SAFE,
            _is_call(asked, known) and not _makes(known),
            known is not None and known.key in self._opening(known.shelf),
            known.shelf if known else None,
        )

    def written(
        self, thing: Thing, asked: Request, response: Response
    ) -> tuple[tuple[Place, ...], frozenset[Place]]:
        """Return what a write made or changed is known as, and by which names.

        Args:
            thing: What was asked about.
            asked: The request.
            response: The answer, which says that it is done.
        """
        found = dict.fromkeys(thing.own)
        named = {place for place in found if place[0].startswith("kind:")}
        path = "/" + "/".join(_way(asked.path))
        location = response.header("Location") or response.header("Content-Location")
        if location and thing.role == "create":
            way = _way(urlsplit(location).path)
            if way:
                named.add(("/" + "/".join(way[:-1]), way[-1]))
        body = read(response.headers, response.body).value
        known = self._known(asked)
        for name in _names(known, body, response):
            if known is not None and known.kind is not None:
                named.add((_collection(known), name))
            if thing.role == "create":
                named.add(_near(path, name))
        found.update(dict.fromkeys(sorted(named)))
        if not found:
            # Whatever was done, it was done to what has this address.
            found.update(dict.fromkeys(_prefixes(asked.path)[-1:]))
        if thing.role == "create":
            named.update(_named(asked))
            more = (*_named(asked), *minted_in(asked, response))
            found.update(dict.fromkeys(more))
        return tuple(found), frozenset(named)

    def _known(self, asked: Request) -> _Known | None:
        for number, learned in enumerate(self._learned):
            located = learned.endpoints.located(asked)
            if located is None:
                continue
            resources = learned.resources
            operation = resources.operations.get(located.key)
            kind = resources.kinds.get(operation.kind) if operation else None
            sources = sources_of(asked_of(asked), located.params, asked.headers)
            shown = learned.endpoints.located(replace(asked, method="GET"))
            address = operation.address if operation else ()
            is_shown = shown is not None or any(
                slot[:1] == ("param",) for slot, _ in address
            )
            return _Known(number, located.key, operation, kind, sources, is_shown)
        return None

    def _around(self, known: _Known) -> Iterator[Place]:
        assert known.operation is not None
        kinds = self._learned[known.shelf].resources.kinds
        for slot, collection in known.operation.scope.items():
            for kind in kinds.values():
                if kind.collection == collection and slot in known.sources:
                    yield f"kind:{kind.name}", text(known.sources[slot])
        for slot, name in known.operation.references.items():
            if is_name(known.sources.get(slot)):
                yield f"kind:{name}", text(known.sources[slot])

    def _opening(self, shelf: int) -> frozenset[str]:
        return self._openers[shelf] if shelf < len(self._openers) else frozenset()


def _role(asked: Request, known: _Known | None) -> Role:
    operation = known.operation if known else None
    if asked.method in SAFE:
        is_list = operation is not None and operation.role == "list"
        return "list" if is_list else "read"
    if operation is not None and (
        operation.role not in ("read", "list") or _is_call(asked, known)
    ):
        return operation.role
    if known is not None and "[graphql=query " in known.key:
        # A query has no side effects (GraphQL's specification, 6.2.1).
        return "read"
    if asked.method == "DELETE":
        return "delete"
    return "create" if asked.method == "POST" else "change"


def _is_call(asked: Request, known: _Known | None) -> bool:
    """Whether the address is that of a procedure, and what is meant is in the body."""
    return asked.method == "POST" and known is not None and not known.is_shown


def _makes(known: _Known | None) -> bool:
    """Whether it is known that something is made there, and nothing else is done."""
    operation = known.operation if known else None
    if operation is None:
        return False
    return operation.role == "create" and not operation.address


def _collection(known: _Known) -> str:
    """Return what the things of the kind that is asked about are collected under."""
    assert known.kind is not None
    assert known.operation is not None
    name = f"kind:{known.kind.name}"
    if not known.kind.scoped:
        return name
    scope = [
        text(known.sources[slot])
        for slot in known.operation.scope
        if slot in known.sources
    ]
    return "\n".join([name, *scope])


def _addressed(known: _Known) -> Place | None:
    assert known.operation is not None
    for slot, field in known.operation.address:
        value = known.sources.get(slot)
        if is_name(value):
            name = text(value)
            named = f"{field[-1]}={name}" if field else name
            return _collection(known), named
    return None


def _names(known: _Known | None, body: Json, response: Response) -> Iterator[str]:
    """Yield what an answer says that the thing it tells of is called."""
    operation, kind = (known.operation, known.kind) if known else (None, None)
    if operation is not None and kind is not None:
        body = plain(body, is_xml(response.headers), operation.repeated)
        for outcome in operation.outcomes.values():
            record = body if outcome.site == () else None
            if outcome.site:
                record = field_of(body, outcome.site)
            value = field_of(record, kind.id) if isinstance(record, dict) else None
            if is_name(value) and kind.id:
                yield text(value)
                return
    objects = [body, *body.values()] if isinstance(body, dict) else []
    for each in objects:
        mark = mark_of(each)
        if mark is not None:
            yield text(mark[1])
            return


def _named(asked: Request) -> Iterator[Place]:
    """Yield by which names of people a request speaks of somebody.

    Who was registered on one side can log in on that side alone.
    """
    body = read(asked.headers, asked.body).value if asked.body else None
    for name, value in body.items() if isinstance(body, dict) else ():
        is_person = isinstance(name, str) and name.lower() in PEOPLE
        if is_person and isinstance(value, str) and value:
            yield "person", value


def _near(path: str, name: str) -> Place:
    """Return the place of *name* on the way to *path*, else right below it."""
    way = _way(path)
    if name in way:
        at = len(way) - 1 - way[::-1].index(name)
        return "/" + "/".join(way[:at]), name
    return path, name


def _prefixes(path: str) -> list[Place]:
    """Return the place that *path* leads to, after those it leads through."""
    way = _way(path)
    return [("/" + "/".join(way[:at]), way[at]) for at in range(len(way))]


def _way(path: str) -> list[str]:
    return [unquoted(each.replace("+", "%2B")) for each in path.split("/") if each]


def _query(asked: Request) -> Iterator[str]:
    """Yield what a query asks for, but which page, and but what is the time now."""
    for name, value in sorted(asked.query):
        if name.lower() in PAGING or classify(value) in _CLOCKS:
            continue
        yield f"{name}={value}"
