"""Cassettes of go-vcr, versions 1 to 4, read only.

An interaction has a request with a `url` and a response with a `code`; from version 3
on also the protocol, trailers, content length and whether Go had unpacked the body.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlencode

from mockforge.exchange import Exchange
from mockforge.http import Headers, Request, Response, without
from mockforge.options import Json
from mockforge.recordings.formats import framing, urls
from mockforge.recordings.formats.contents import Contents, Unreadable
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.shape import Fields, from_base64, shown

_INTERACTIONS = re.compile(rb"(?m)^interactions\s*:")
_URL = re.compile(rb"(?m)^(?:    |  |        )url\s*:")
_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ns|us|µs|μs|ms|s|m|h)")
_SECONDS = {
    "ns": 1e-9,
    "us": 1e-6,
    "µs": 1e-6,
    "μs": 1e-6,
    "ms": 1e-3,
    "s": 1.0,
    "m": 60.0,
    "h": 3600.0,
}


def recognises(head: bytes) -> bool:
    """Whether *head* is the beginning of a cassette by go-vcr."""
    return bool(_INTERACTIONS.search(head) and _URL.search(head))


def read(path: Path) -> Contents:
    """Return the exchanges of the cassette at *path*.

    Raises:
        RecordingError: If the file cannot be read or is no cassette.
    """
    from mockforge.recordings.formats import vcr

    return vcr.read(path)


def is_its(item: Json) -> bool:
    """Whether the interaction *item* has the shape of go-vcr's."""
    if not isinstance(item, dict) or not isinstance(item.get("request"), dict):
        return False
    return "url" in item["request"] and "uri" not in item["request"]


def exchange(item: Fields, notes: Notes) -> Exchange:
    """Return one interaction as an exchange.

    Raises:
        Unreadable: If it is not one.
    """
    asked, answered = item.part("request"), item.part("response")
    request = _request(asked, notes, item.path)
    response = _response(answered, notes, item.path)
    elapsed = duration(answered)
    return Exchange(
        request,
        framing.settle(response, request.method, notes, item.path),
        first_byte=elapsed or None,
        elapsed=elapsed,
    )


def _request(asked: Fields, notes: Notes, place: str) -> Request:
    scheme, authority, target = urls.split(asked.text("url"))
    headers = framing.pairs(asked.value.get("headers"), asked.at("headers"))
    return Request(
        method=asked.text("method", "GET").upper() or "GET",
        scheme=scheme,
        authority=authority,
        target=target,
        headers=headers,
        body=_body(asked) or _form(asked, headers, notes, place),
        version=asked.text("proto", "HTTP/1.1") or "HTTP/1.1",
        trailers=framing.pairs(asked.value.get("trailer"), asked.at("trailer")),
    )


def _form(asked: Fields, headers: Headers, notes: Notes, place: str) -> bytes:
    """Return the body of a form that the program under test had read before go-vcr."""
    form = asked.value.get("form")
    media, _ = framing.content_type(headers)
    if not form or media != "application/x-www-form-urlencoded":
        return b""
    if not isinstance(form, dict):
        raise Unreadable(f"{asked.at('form')} is {shown(form)}, not a mapping")
    notes.add("the request's body is put together from its form", place)
    return urlencode(form, doseq=True).encode()


def _response(answered: Fields, notes: Notes, place: str) -> Response:
    headers = framing.pairs(answered.value.get("headers"), answered.at("headers"))
    code = answered.whole("code")
    if str(answered.value.get("uncompressed", "")).lower() == "true":
        headers = without(headers, "content-encoding")
    return Response(
        status=code,
        reason=_reason(answered.text("status", ""), code),
        headers=headers,
        body=_body(answered),
        version=answered.text("proto", "HTTP/1.1") or "HTTP/1.1",
        trailers=framing.pairs(answered.value.get("trailer"), answered.at("trailer")),
    )


def _reason(status: str, code: int) -> str:
    # "200 OK"; some programs set only the number, or only the words.
    words = status.strip()
    return words.removeprefix(str(code)).strip()


def _body(message: Fields) -> bytes:
    value = message.value.get("body")
    if value is None:
        return b""
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    if isinstance(value, dict) and "base64" in value:
        return from_base64(str(value["base64"]), message.at("body"))
    raise Unreadable(f"{message.at('body')} is {shown(value)}, not text")


def duration(answered: Fields) -> float:
    """Return the seconds of `duration`: Go's `1m2.5s`, a bare number of nanoseconds.

    Raises:
        Unreadable: If it is neither.
    """
    value = answered.value.get("duration")
    if value is None or value == "" or value == "0":
        return 0.0
    text = str(value)
    # 64 bits of nanoseconds have 19 digits.
    if re.fullmatch(r"[0-9]{1,19}", text):
        return int(text) * 1e-9
    if len(text) > 60 or not re.fullmatch(f"(?:{_DURATION.pattern})+", text):
        raise Unreadable(f"{answered.at('duration')} is {text[:20]!r}, not a duration")
    return sum(float(n) * _SECONDS[unit] for n, unit in _DURATION.findall(text))
