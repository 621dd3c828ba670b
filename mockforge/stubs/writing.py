"""Answers as bytes: bodies with their types, header fields, nothing unsafe in them."""

from __future__ import annotations

import json
import logging
import math
import mimetypes
import re
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from pathlib import PurePath
from typing import TYPE_CHECKING

from mockforge.errors import MockforgeError
from mockforge.http import Headers, Response, problem
from mockforge.options import Json

if TYPE_CHECKING:
    from mockforge.stubs.stub import Stub

log = logging.getLogger(__name__)

JSON_TYPE = "application/json"
TEXT_TYPE = "text/plain; charset=utf-8"

BODILESS = (204, 304)
"""Statuses of answers that never have a body."""

OWN_FIELDS = frozenset(["content-length", "transfer-encoding", "connection", "trailer"])
"""Fields of which mockforge says what is true."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]+")
_MARKUP = re.compile(r"\s*<(\?xml|!doctype html|html)\b", re.IGNORECASE)
_ELEMENT = re.compile(r"\s*<([^\W\d][\w.:-]*)(?:\s[^<>]*)?(?:/>|>.*</\1\s*>)\s*", re.S)
_OF_PAGES = re.compile(
    "h[1-6]|[abipu]|.*html|article|aside|blockquote|body|br|button|code|d[dlt]|div|em"
    "|footer|form|head|header|hr|iframe|img|input|label|li|link|main|meta|nav|ol|pre"
    "|script|section|select|small|span|strong|style|svg|table|tbody|t[dhr]|textarea"
    "|thead|title|ul|video",
    re.IGNORECASE,
)
"""Elements that a piece of a page begins with."""


def response(
    status: int,
    pairs: Iterable[tuple[str, str]],
    value: Json,
    *,
    has_body: bool = True,
    content_type: str | None = None,
) -> Response:
    """Return an answer.

    Args:
        status: Its status.
        pairs: Header fields that were asked for, in order.
        value: The body: bytes and text as they are, anything else as JSON.
        has_body: Whether there is one; None is JSON too.
        content_type: The body's, where neither a field says it nor the value does.
    """
    fields = [(name, _clean(text)) for name, text in pairs]
    said = next((text for name, text in fields if name.lower() == "content-type"), None)
    body = b""
    if has_body and status not in BODILESS:
        body, found = _written(value, said or content_type)
        if said is None and (body or value != ""):
            fields.insert(0, ("Content-Type", content_type or found))
    headers: Headers = tuple(
        (name.encode("latin-1", "replace"), _bytes(text)) for name, text in fields
    )
    if status not in BODILESS:
        headers = (*headers, (b"Content-Length", b"%d" % len(body)))
    return Response(status, headers, body, _reason(status))


def type_of(name: str) -> str:
    """Return the content type of a file called *name*."""
    suffix = PurePath(name).suffix.lower()
    guessed = mimetypes.guess_type(f"x{suffix}", strict=False)[0]
    kind = _KNOWN.get(suffix) or guessed or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


# Whatever this machine's tables say of them.
_KNOWN = {
    ".json": JSON_TYPE,
    ".xml": "application/xml",
    ".html": "text/html",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".js": "text/javascript",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}


def dumped(value: Json) -> bytes:
    """Return *value* as JSON."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        # Half of a pair of surrogates, which UTF-8 has no way to write.
        return json.dumps(value).encode()
    except ValueError:
        return json.dumps(_finite(value)).encode()


def _finite(value: Json) -> Json:
    """Return *value* with nothing for what JSON has no number for."""
    if isinstance(value, dict):
        return {name: _finite(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_finite(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def is_json_type(content_type: str) -> bool:
    """Whether *content_type* names JSON."""
    kind = content_type.partition(";")[0].strip().lower()
    return kind == JSON_TYPE or kind.endswith("+json")


def names_text(fields: Mapping[str, Json]) -> bool:
    """Whether header *fields* name a content type that is not JSON."""
    return any(
        name.lower() == "content-type" and not is_json_type(text_of(value))
        for name, value in fields.items()
    )


def failed(error: MockforgeError, stub: Stub) -> tuple[Response, tuple[str, ...]]:
    """Return the answer where that of *stub* cannot be filled in, and why."""
    place = f"{stub.place}: {error.where}" if error.where else stub.place
    what = f"{error.what} ({place})"
    log.error("%s", what)
    return problem(500, "this endpoint could not be filled in", what), (what,)


def pairs_of(fields: Mapping[str, Json]) -> list[tuple[str, str]]:
    """Return header *fields*, several of one name one after the other.

    One that is null is left out: what it was to be filled in from is not there.
    """
    return [
        (name, text_of(each))
        for name, value in fields.items()
        for each in (value if isinstance(value, list) else [value])
        if each is not None
    ]


def text_of(value: Json) -> str:
    """Return *value* as it stands in a header field."""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _written(value: Json, said: str | None) -> tuple[bytes, str]:
    if isinstance(value, bytes):
        return value, "application/octet-stream"
    if not isinstance(value, str):
        return dumped(value), JSON_TYPE
    is_json = _is_json(value, is_any=said is not None and is_json_type(said))
    if said is not None and is_json_type(said) and not is_json:
        # A text alone is no JSON document; in quotes it is.
        return dumped(value), JSON_TYPE
    body = value.encode("utf-8", "replace")
    if is_json:
        return body, JSON_TYPE
    return body, _markup(value) or TEXT_TYPE


def _markup(text: str) -> str | None:
    """Return the type of *text* if it is XML or HTML."""
    found = _MARKUP.match(text) or _ELEMENT.fullmatch(text)
    if found is None:
        return None
    is_page = _OF_PAGES.fullmatch(found[1])
    return "text/html; charset=utf-8" if is_page else "application/xml"


def _is_json(text: str, *, is_any: bool) -> bool:
    """Whether *text* is a JSON document; one without braces only if *is_any*."""
    if not is_any and text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _clean(text: str) -> str:
    # What a client sends must not begin another field.
    return _UNPRINTABLE.sub(" ", text).strip()


def _bytes(text: str) -> bytes:
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
