"""Requests and responses as documents: what was asked, what was told, and edits."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from mockforge import codings
from mockforge.bodies.document import (
    Document,
    Path,
    Scalar,
    grouped,
    read,
    text_of,
    write,
)
from mockforge.bodies.reading import decoded, unquoted
from mockforge.bodies.splicing import Changes, pairs_spliced, spliced
from mockforge.http import Chunk, Headers, Request, Response, every, without
from mockforge.options import Json

# RFC 3986, 3.3: what may stand in a segment as it is.
_SEGMENT = "!$&'()*+,;=:@-._~"


def asked_of(request: Request) -> dict[str, Any]:
    """Return *request* as an object: path, query, header, cookie and body.

    Segments of the path are decoded; fields of the header are in lower case; what is
    named several times is a list.
    """
    return {
        "path": [_segment(each) for each in request.path.split("/")[1:]],
        "query": grouped(list(request.query)),
        "header": _fields(request.headers, b"cookie"),
        "cookie": dict(_cookies(request.headers)),
        "body": read(request.headers, request.body).value,
    }


def told_of(response: Response) -> dict[str, Any]:
    """Return *response* as an object: status, header, cookie and body."""
    return {
        "status": response.status,
        "header": _fields(response.headers, b"set-cookie"),
        "cookie": dict(_set_cookies(response.headers)),
        "body": read(response.headers, response.body).value,
    }


def with_asked(request: Request, changes: Mapping[Path, Scalar]) -> Request:
    """Return *request* with values replaced where they stand.

    Args:
        request: What was asked.
        changes: New values by their path into `asked_of`; others change nothing.
    """
    parts = _by_part(changes)
    target = _target(request.target, parts)
    headers, body = request.headers, request.body
    if "header" in parts:
        headers = _with_fields(headers, parts["header"])
    if "cookie" in parts:
        headers = tuple(_with_cookies(headers, parts["cookie"]))
    if "body" in parts:
        body = _with_values(headers, body, parts["body"])
        headers = _measured(headers, request.body, body)
    return replace(request, target=target, headers=headers, body=body)


def with_told(response: Response, changes: Mapping[Path, Scalar]) -> Response:
    """Return *response* with values replaced where they stand.

    Args:
        response: What was told.
        changes: New values by their path into `told_of`; others change nothing.
    """
    parts = _by_part(changes)
    headers, body, status = response.headers, response.body, response.status
    if isinstance(changes.get(("status",)), int):
        status = int(str(changes["status",]))
    if "header" in parts:
        headers = _with_fields(headers, parts["header"])
    if "cookie" in parts:
        headers = tuple(_with_set_cookies(headers, parts["cookie"]))
    if "body" in parts:
        body = _with_values(headers, body, parts["body"])
    return _carrying(replace(response, status=status, headers=headers), body)


def with_body(response: Response, value: Json) -> Response:
    """Return *response* with *value* as its body, written as its own was.

    Raises:
        ValueError: If its body is of a kind that cannot be written.
    """
    return with_document(response, read(response.headers, response.body), value)


def with_document(response: Response, document: Document, value: Json) -> Response:
    """Return *response*, whose body was read as *document*, with *value* in its place.

    Raises:
        ValueError: If its body is of a kind that cannot be written.
    """
    plain = write(document, value)
    return _carrying(response, _coded(response.headers, plain))


def with_plain(response: Response, plain: bytes) -> Response:
    """Return *response* with *plain* as its body, before content codings."""
    return _carrying(response, _coded(response.headers, plain))


def _carrying(response: Response, body: bytes) -> Response:
    if body is response.body or body == response.body:
        return response
    headers = _measured(response.headers, response.body, body)
    chunks = _chunks(response.chunks, len(body))
    return replace(response, headers=headers, body=body, chunks=chunks, size=None)


def _segment(text: str) -> str:
    return unquoted(text.replace("+", "%2B")) if "%" in text else text


def _fields(headers: Headers, left_out: bytes) -> dict[str, Json]:
    return grouped(
        [
            (name.lower().decode("latin-1"), value.decode("latin-1"))
            for name, value in headers
            if name.lower() != left_out
        ]
    )


def _cookies(headers: Headers) -> Iterator[tuple[str, str]]:
    for line in every(headers, "cookie"):
        for part in line.split(";"):
            name, equals, value = part.strip().partition("=")
            if equals:
                yield name, value


def _set_cookies(headers: Headers) -> Iterator[tuple[str, str]]:
    for line in every(headers, "set-cookie"):
        name, equals, value = line.partition(";")[0].strip().partition("=")
        if equals:
            yield name, value


def _by_part(changes: Mapping[Path, Scalar]) -> dict[str, dict[Path, Scalar]]:
    parts: dict[str, dict[Path, Scalar]] = {}
    for path, new in changes.items():
        if path:
            parts.setdefault(str(path[0]), {})[path[1:]] = new
    return parts


def _target(target: str, parts: Mapping[str, Changes]) -> str:
    path, mark, query = target.partition("?")
    if "path" in parts:
        segments = path.split("/")
        for (number, *_), new in parts["path"].items():
            if isinstance(number, int) and 0 <= number < len(segments) - 1:
                segments[number + 1] = quote(
                    text_of(new), safe=_SEGMENT, errors="surrogateescape"
                )
        path = "/".join(segments)
    if "query" in parts:
        query = pairs_spliced(query, parts["query"])
    return path + mark + query


def _with_fields(headers: Headers, changes: Changes) -> Headers:
    names = [name.lower().decode("latin-1") for name, _ in headers]
    seen: dict[str, int] = {}
    out = []
    for (name, value), known in zip(headers, names, strict=True):
        number = seen.get(known, 0)
        seen[known] = number + 1
        place: Path = (known, number) if names.count(known) > 1 else (known,)
        if place in changes:
            text = text_of(changes[place]).replace("\r", " ").replace("\n", " ")
            value = text.encode("latin-1", "replace")
        out.append((name, value))
    return tuple(out)


def _with_cookies(headers: Headers, changes: Changes) -> Iterator[tuple[bytes, bytes]]:
    for name, value in headers:
        if name.lower() != b"cookie":
            yield name, value
            continue
        parts = []
        for part in value.decode("latin-1").split(";"):
            key, equals, _ = part.strip().partition("=")
            if equals and (key,) in changes:
                lead = part[: len(part) - len(part.lstrip())]
                part = f"{lead}{key}={text_of(changes[key,])}"
            parts.append(part)
        yield name, ";".join(parts).encode("latin-1", "replace")


def _with_set_cookies(
    headers: Headers, changes: Changes
) -> Iterator[tuple[bytes, bytes]]:
    for name, value in headers:
        if name.lower() == b"set-cookie":
            pair, mark, rest = value.decode("latin-1").partition(";")
            key, equals, _ = pair.strip().partition("=")
            if equals and (key,) in changes:
                text = f"{key}={text_of(changes[key,])}{mark}{rest}"
                value = text.encode("latin-1", "replace")
        yield name, value


def _with_values(headers: Headers, body: bytes, changes: Changes) -> bytes:
    """Return *body* with values replaced; as it is where that cannot be done."""
    document = read(headers, body)
    try:
        plain = decoded(headers, body)
        new = spliced(document, plain, changes)
        return body if new == plain else _coded(headers, new)
    except ValueError:
        return body


def _coded(headers: Headers, plain: bytes) -> bytes:
    for coding in codings.names(",".join(every(headers, "content-encoding"))):
        if coding != "aws-chunked":
            plain = codings.encode(plain, coding)
    return plain


def _measured(headers: Headers, old: bytes, new: bytes) -> Headers:
    """Return *headers* with the length and the digest of the body made right."""
    if old == new:
        return headers
    out = []
    for name, value in headers:
        known = name.lower()
        if known == b"content-length":
            value = b"%d" % len(new)
        elif known == b"content-md5":
            value = base64.b64encode(hashlib.md5(new, usedforsecurity=False).digest())
        out.append((name, value))
    # What cannot be made right without knowing how it was made is left out.
    return without(tuple(out), "Digest", "Repr-Digest", "Content-Digest")


def _chunks(chunks: tuple[Chunk, ...], size: int) -> tuple[Chunk, ...]:
    """Return *chunks* for a body of *size* bytes; the last takes the difference."""
    if not chunks:
        return ()
    rest = size - sum(chunk.size for chunk in chunks[:-1])
    return (*chunks[:-1], replace(chunks[-1], size=rest)) if rest > 0 else ()
