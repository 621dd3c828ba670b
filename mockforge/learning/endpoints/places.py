"""What a request says beside its path: the places that may name its operation."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from mockforge.bodies.reading import decoded, pairs
from mockforge.http import Headers, Request
from mockforge.learning.endpoints import graphql
from mockforge.learning.endpoints.segments import kind_of
from mockforge.learning.endpoints.trie import Place, hash_of

LONGEST = 64 * 1024
"""Bytes of a body that is read for what names its operation."""

GLANCE = 8 * 1024
"""Bytes of an answer that are looked at for names."""

LONGEST_NAME = 200
"""Characters of a value that may name something."""

FIELDS = 40
"""Members of a body, and of a query, that are looked at."""

_WORD = re.compile(r"[A-Za-z_$][\w.:/#$-]{0,127}")
_ELEMENT = re.compile(rb"<([A-Za-z_][\w.:-]{0,60})")
# Members and the text they have; what these name stands in paths too.
_PAIR = re.compile(rb'"([^"\\\x00-\x1f]{1,60})"\s*:\s*(?:"([^"\\\x00-\x1f]{1,200})")?')
_NAMING = re.compile(
    rb"(?:.*[_-])?(?:id|ids|name|key|slug|login|path|tag|code|uid|uuid|alias|handle"
    rb"|username|symbol|title|sha|domain|filename)|.*[a-z](?:Id|Name|Key)",
    re.IGNORECASE | re.DOTALL,
)
_XML_NAMED = re.compile(
    rb"<(?:\w+:)?\w*(?:Id|ID|Name|Key|name|id|key)>([^<>&]{1,200})</"
)
_LIST = re.compile(rb'\[\s*"')
_LISTED = re.compile(
    rb'"[\w-]+"\s*:\s*\[((?:\s*"[^"\\\x00-\x1f]{1,100}"\s*,?){1,200})\]'
)
_QUOTED = re.compile(rb'"([^"]+)"')
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_SOAP = re.compile(rb"<(?:[\w.-]+:)?Body[^>]*>\s*<(?:[\w.-]+:)?([\w.-]+)")
_XMLRPC = re.compile(rb"<methodName>\s*([\w.:/-]{1,100})\s*</methodName>")

# Kinds that names of operations may have: urn:Put, zone.me.
_SPEAKING = (None, "urn", "host")

# Fields of any request, which name no operation (the registry of HTTP fields, and
# what signers, tracers and browsers send).
_COMMON = re.compile(
    rb"accept.*|authorization|proxy-.*|host|user-agent|connection|content-.*|cookie"
    rb"|date|expect|from|origin|referer|range|if-.*|cache-control|pragma|via|upgrade.*"
    rb"|te|trailer|transfer-encoding|traceparent|tracestate|sec-.*|dnt|priority"
    rb"|forwarded|x-forwarded-.*|x-real-ip|x-request-id|x-correlation-id|keep-alive"
    rb"|baggage|b3|x-b3-.*|.*-(?:date|token|signature|key|secret|sha256|md5|digest)"
    rb"|.*-(?:id|version|agent|client|checksum|csrf|xsrf).*|idempotency-.*|x-mockforge-.*",
    re.IGNORECASE,
)

Json = Any
Asked = tuple[dict[Place, str], frozenset[str]]


def asked(request: Request) -> Asked:
    """Return what may name the operation of *request*, by its place, and all names."""
    places: dict[Place, str] = {}
    names: set[str] = set()
    _from_headers(request.headers, places)
    _from_query(request, places, names)
    if request.body:
        _from_body(request, places, names)
    return places, frozenset(names)


def _from_headers(headers: Headers, places: dict[Place, str]) -> None:
    for name, value in headers:
        if _is_common(name):
            continue
        text = value.decode("latin-1").strip('" ')
        if is_word(text):
            places["header", name.decode("latin-1").lower()] = text


@lru_cache(maxsize=1024)
def _is_common(name: bytes) -> bool:
    return _COMMON.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def is_word(text: str) -> bool:
    """Return whether *text* could name an operation."""
    return _WORD.fullmatch(text) is not None and kind_of(text) in _SPEAKING


def _from_query(request: Request, places: dict[Place, str], names: set[str]) -> None:
    if "?" not in request.target:
        return
    flags = []
    fields: dict[str, Json] = {}
    raw = request.target.partition("?")[2]
    for name, value in request.query[:FIELDS]:
        names.add(f"?{name}")
        if value:
            fields[name] = value
        elif is_word(name) and f"{name}=" not in raw:
            flags.append(name)
    if flags:
        places["query",] = "&".join(sorted(flags))
    _words("query", fields, places)
    _graphql("query", fields, places)


def _words(part: str, fields: dict[str, Json], places: dict[Place, str]) -> None:
    for name, value in list(fields.items())[:FIELDS]:
        if isinstance(value, str) and len(name) <= 60 and is_word(value):
            places[part, name] = value


def _graphql(part: str, fields: dict[str, Json], places: dict[Place, str]) -> None:
    text, name = fields.get("query"), fields.get("operationName")
    given = name if isinstance(name, str) and name else None
    if isinstance(text, str) and graphql.is_document(text):
        operation = graphql.operation(text, given)
        if operation:
            places.clear()
            places["graphql",] = operation
    elif text is None and given and "extensions" in fields:
        places.clear()
        places["graphql",] = f"query {given}"


def _from_body(request: Request, places: dict[Place, str], names: set[str]) -> None:
    body = request.body
    start = body[:1]
    if len(body) > LONGEST:
        return
    try:
        plain = decoded(request.headers, body)
    except ValueError:
        return
    if len(plain) > LONGEST:
        return
    start = plain.lstrip()[:1]
    if start in (b"{", b"["):
        _from_json(plain, places, names)
    elif start == b"<":
        _from_xml(plain, places, names)
    elif "x-www-form-urlencoded" in (request.header("content-type") or "").lower():
        fields = dict(pairs(plain.decode("latin-1"))[:FIELDS])
        names.update(fields)
        _words("body", fields, places)


def _from_json(plain: bytes, places: dict[Place, str], names: set[str]) -> None:
    try:
        value = json.loads(plain)
    except (ValueError, RecursionError):
        return
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return
    for name, member in list(value.items())[:FIELDS]:
        names.add(name)
        if isinstance(member, dict):
            names.update(f"{name}.{inner}" for inner in list(member)[:FIELDS])
    _words("body", value, places)
    _graphql("body", value, places)


def _from_xml(plain: bytes, places: dict[Place, str], names: set[str]) -> None:
    head = plain[:GLANCE]
    found = _XMLRPC.search(head)
    if found:
        places["body", "methodName"] = found[1].decode("latin-1")
        return
    names.update(one.decode("latin-1") for one in _ELEMENT.findall(head)[:FIELDS])
    root = _ROOT.search(head)
    inner = _SOAP.search(head) if root and root[1] == b"Envelope" else None
    if inner:
        places["body", "Body"] = inner[1].decode("latin-1")


def shape_of(names: frozenset[str]) -> int:
    """Return a number for *names*, the same on every machine."""
    return hash_of("\0".join(sorted(names)))


def read(headers: Headers, body: bytes) -> tuple[set[str], list[str]]:
    """Return the names of members or elements, and the values that name something.

    Args:
        headers: Of the message.
        body: As sent; only its beginning is looked at.
    """
    head = _glance(headers, body)
    if head[:1] in (b"{", b"["):
        pairs_ = _PAIR.findall(head)
        found = [value for name, value in pairs_ if value and _is_naming(name)]
        if _LIST.search(head):
            for listed in _LISTED.findall(head):
                found += _QUOTED.findall(listed)
        names = {name for name, _ in pairs_}
    elif head[:1] == b"<":
        names, found = set(_ELEMENT.findall(head)), _XML_NAMED.findall(head)
    else:
        return set(), []
    return (
        {name.decode("latin-1") for name in names},
        [value.decode("utf-8", "replace") for value in found],
    )


def queried(request: Request) -> list[str]:
    """Return the values of the query that name something."""
    if "?" not in request.target:
        return []
    return [
        value
        for name, value in request.query[:FIELDS]
        if len(value) <= LONGEST_NAME and _is_naming(name.encode("utf-8", "replace"))
    ]


@lru_cache(maxsize=4096)
def _is_naming(name: bytes) -> bool:
    return _NAMING.fullmatch(name) is not None


def _glance(headers: Headers, body: bytes) -> bytes:
    if not body or len(body) > 16 * LONGEST:
        return body[:GLANCE].lstrip()
    try:
        return decoded(headers, body)[:GLANCE].lstrip()
    except ValueError:
        return b""
