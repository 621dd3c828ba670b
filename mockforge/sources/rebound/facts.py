"""Facts: the values of a request and of its answer, and where each stands."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mockforge.bodies.document import Path, leaves, text_of
from mockforge.bodies.reading import decoded
from mockforge.http import Headers, Request, Response
from mockforge.learning.endpoints import graphql
from mockforge.options import Json
from mockforge.sources.rebound.places import Place, place_of

MOST = 1500
"""Values of one message that are looked at."""

LONGEST = 200
"""Characters of a value that is compared as it is; of a longer one, its digest."""

_SEGMENTS = 12
_LARGE = 50_000
_DIGESTS = 30
_BASE64 = 64

BYTES = "~bytes"
"""The last step of the place of bytes in base64."""

# What says how a message travels, not what it is about.
NOISE = frozenset(
    {
        *(
            "host",
            "user-agent",
            "accept-encoding",
            "accept-language",
        ),
        *(
            "connection",
            "keep-alive",
            "date",
            "content-length",
        ),
        *(
            "transfer-encoding",
            "via",
            "forwarded",
            "x-forwarded-for",
        ),
        *(
            "x-forwarded-proto",
            "x-forwarded-host",
            "x-amz-date",
        ),
        *(
            "x-amz-content-sha256",
            "traceparent",
            "tracestate",
            "server",
            "vary",
        ),
        *(
            "age",
            "expect",
            "te",
            "upgrade",
            "proxy-connection",
            "cache-control",
        ),
        *(
            "origin",
            "referer",
            "amz-sdk-invocation-id",
            "amz-sdk-request",
        ),
        *(
            "x-request-id",
            "pragma",
            "sec-fetch-mode",
            "x-powered-by",
        ),
        *(
            "strict-transport-security",
            "set-cookie",
            "content-encoding",
        ),
    }
)

RAW = ("raw", "sha256")
"""The place of a whole body, known by its digest."""

WHOLE = ("whole", "sha256")
"""The place of what was sent in pieces, known by its digest."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value in its place."""

    place: Place
    path: Path
    text: str
    """As it is compared."""
    value: Json
    """As it stands there."""

    @property
    def is_leaf(self) -> bool:
        """Whether it is no object or list."""
        return not isinstance(self.value, dict | list)


@dataclass(frozen=True, slots=True)
class Facts:
    """All values of one message."""

    every: tuple[Fact, ...] = ()
    by_place: Mapping[Place, tuple[Fact, ...]] = field(default_factory=dict)
    by_text: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, found: list[Fact]) -> Facts:
        """Index *found*."""
        places: dict[Place, list[Fact]] = {}
        texts: dict[str, list[Fact]] = {}
        for fact in found:
            places.setdefault(fact.place, []).append(fact)
            texts.setdefault(fact.text, []).append(fact)
        return cls(
            tuple(found),
            {place: tuple(facts) for place, facts in places.items()},
            {text: tuple(facts) for text, facts in texts.items()},
        )

    def one(self, place: Place) -> Fact | None:
        """Return the fact at *place* if there is just one."""
        facts = self.by_place.get(place, ())
        return facts[0] if len(facts) == 1 else None

    def texts(self, place: Place) -> list[str]:
        """Return the texts at *place* in order."""
        return [fact.text for fact in self.by_place.get(place, ())]


def text_for(value: Json) -> str:
    """Return how *value* is compared."""
    if isinstance(value, dict | list):
        text = "json:" + json.dumps(value, sort_keys=True, default=str)
    else:
        text = text_of(value)
    if len(text) <= LONGEST:
        return text
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12)
    return "long:" + digest.hexdigest()


def asked_facts(asked: Mapping[str, Any], params: Mapping[str, str]) -> list[Fact]:
    """Return the facts of a request, its raw body left out.

    Args:
        asked: As `bodies.messages.asked_of` returns it.
        params: The parameters of its path.
    """
    found = [Fact(("param", name), ("param", name), v, v) for name, v in params.items()]
    found += _flat("query", asked["query"])
    found += _flat("cookie", asked["cookie"])
    found += _fields(asked["header"])
    found += _nodes("body", asked["body"])
    for number, segment in enumerate(asked["path"][:_SEGMENTS]):
        if segment and segment not in params.values():
            place = ("path", str(number))
            found.append(Fact(place, ("path", number), text_for(segment), segment))
    del found[MOST:]
    return [*found, *_hidden(found), *_written(found)]


def _written(found: list[Fact]) -> list[Fact]:
    """Return what documents of GraphQL in a request give their fields."""
    return [
        Fact((*fact.place[:1], f"{fact.place[-1]}()", *path), fact.path, text, value)
        for fact in found
        if fact.place[0] in ("query", "body") and isinstance(fact.value, str)
        if graphql.is_document(fact.value)
        for path, value in graphql.arguments(fact.value)
        if (text := text_for(value))
    ]


def _hidden(found: list[Fact]) -> list[Fact]:
    """Return what answers tell of texts in a request: digests, and bytes in base64."""
    hidden: list[Fact] = []
    for fact in found:
        text = fact.value
        if fact.place[0] != "body" or not isinstance(text, str) or not text:
            continue
        plain = text.encode("utf-8", "surrogateescape")
        if len(hidden) < _DIGESTS:
            for name in ("md5", "sha1", "sha256"):
                digest = hashlib.new(name, plain, usedforsecurity=False).hexdigest()
                place = (*fact.place, f"~{name}")
                hidden.append(Fact(place, fact.path, digest, digest))
        raw = bytes_in(text)
        if raw is not None:
            digest = hashlib.sha256(raw).hexdigest()
            hidden.append(Fact((*fact.place, BYTES), fact.path, digest, digest))
    return hidden


def bytes_in(text: str) -> bytes | None:
    """Return the bytes that a long *text* holds in base64; None if it holds none."""
    if len(text) < _BASE64 or len(text) % 4:
        return None
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def told_facts(told: Mapping[str, Any]) -> list[Fact]:
    """Return the facts of an answer, its raw body left out.

    Args:
        told: As `bodies.messages.told_of` returns it.
    """
    found = _fields(told["header"])
    size = told["header"].get("content-length")
    if told["body"] is None and isinstance(size, str):
        # What HEAD tells is the length of something that is not here.
        place = ("header", "content-length")
        found.append(Fact(place, place, size, size))
    found += _flat("cookie", told["cookie"])
    found += _nodes("body", told["body"])
    return found[:MOST]


def raw_facts(body: bytes, first: str = "raw") -> list[Fact]:
    """Return what is known of a whole body: length and digests.

    Args:
        body: Without its content coding.
        first: How the place begins.
    """
    sha = hashlib.sha256(body).hexdigest()
    md5 = hashlib.md5(body, usedforsecurity=False).hexdigest()
    values: dict[str, Json] = {
        "sha256": sha,
        "digest": f"sha256:{sha}",
        "md5": md5,
        "etag": f'"{md5}"',
        "sha1": hashlib.sha1(body, usedforsecurity=False).hexdigest(),
        "length": len(body),
        "last": len(body) - 1,
    }
    return [
        Fact((first, name), (first, name), text_for(value), value)
        for name, value in values.items()
    ]


def plain_body(message: Request | Response) -> bytes:
    """Return the body of *message* without its content coding, as far as known."""
    return undone(message.headers, message.body)


def undone(headers: Headers, body: bytes) -> bytes:
    """Return *body* without its content coding; as it is if that cannot be undone."""
    try:
        return decoded(headers, body)
    except ValueError:
        return body


def _flat(first: str, named: Mapping[str, Any]) -> list[Fact]:
    found = []
    for path, value in leaves(dict(named), (first,)):
        found.append(Fact((first, str(path[1])), path, text_for(value), value))
    return found


def _fields(named: Mapping[str, Any]) -> list[Fact]:
    found = []
    for path, value in leaves(dict(named), ("header",)):
        name = str(path[1])
        if name in NOISE or name.startswith(("access-control-", "x-mockforge")):
            continue
        place = ("header", name)
        if name == "authorization":
            value = credential_of(str(value))
        found.append(Fact(place, path, text_for(value), value))
    return found


def credential_of(value: str) -> str:
    """Return what a client shows to be let in, without the name of the scheme."""
    scheme, space, rest = value.partition(" ")
    return rest.strip() if space and scheme.lower() in ("bearer", "token") else value


def _nodes(first: str, value: Json) -> list[Fact]:
    """Return the facts of a document: its scalars, and its objects and lists."""
    found: list[Fact] = []
    todo: list[tuple[Path, Json]] = [((first,), value)]
    # Each object is compared as a text: of a large document that would be many times
    # its size.
    is_small = isinstance(value, dict | list) and len(json.dumps(value)) < _LARGE
    while todo and len(found) < MOST:
        path, one = todo.pop()
        place = place_of(path)
        if place[-1] == "*" and isinstance(path[-1], str):
            key = (*place, "key()")
            found.append(Fact(key, path, text_for(path[-1]), path[-1]))
        if isinstance(one, dict):
            inner: list[tuple[Path, Json]] = [((*path, k), v) for k, v in one.items()]
        elif isinstance(one, list):
            inner = [((*path, n), v) for n, v in enumerate(one)]
        else:
            if len(path) > 1 or isinstance(one, str):
                found.append(Fact(place, path, text_for(one), one))
            continue
        todo += reversed(inner)
        if is_small and (len(path) > 1 or isinstance(one, list)):
            found.append(Fact(place, path, text_for(one), one))
    return found
