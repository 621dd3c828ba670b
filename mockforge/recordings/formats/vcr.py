"""Cassettes of VCR.py, of Ruby's VCR and of Betamax, in YAML or JSON, read only.

VCR.py's `interactions` hold a request with a `uri` and a response whose status is a
mapping. Ruby's `http_interactions` add an encoding to each body and the time of
recording. Before version 1 the file was the bare list.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path

from mockforge.errors import RecordingError
from mockforge.exchange import Exchange
from mockforge.http import Headers, Request, Response, first
from mockforge.options import Json
from mockforge.recordings.formats import framing, govcr, urls
from mockforge.recordings.formats.contents import Contents, Unreadable, broken, load
from mockforge.recordings.formats.document import Document
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.shape import Fields, from_base64, shown

_INTERACTIONS = re.compile(rb'(?m)^\s*[{,]?\s*"?(?:http_)?interactions"?\s*:')
_INLINE = re.compile(rb'[{,]\s*"(?:http_)?interactions"\s*:\s*\[')
_BARE_LIST = re.compile(rb"(?m)\A(?:---[^\n]*\n|#[^\n]*\n)*-\s+(?:!\S+\s+)?request\s*:")
# Only these: a codec is looked up by importing a module of that name.
_CHARSETS = re.compile(
    r"(iso-8859-\d+|windows-125\d|shift_jis|euc-jp|euc-kr|gb\w+|big5|utf-16(le|be)?)",
    re.IGNORECASE,
)


def recognises(head: bytes) -> bool:
    """Whether *head* is the beginning of a cassette."""
    return any(form.search(head) for form in (_INTERACTIONS, _INLINE, _BARE_LIST))


def read(path: Path) -> Contents:
    """Return the exchanges of the cassette at *path*, also of one by go-vcr.

    Raises:
        RecordingError: If the file cannot be read or is no cassette.
    """
    document = Document(path, load(path))
    steps, interactions = _interactions(document)
    notes, exchanges, forms = Notes(), [], set()
    for index, item in enumerate(interactions):
        place = f"interaction {index + 1}"
        try:
            parse = govcr.exchange if govcr.is_its(item) else exchange
            found = parse(Fields(item, place), notes)
        except Unreadable as error:
            line = document.line(*steps, index)
            raise broken(path, str(error), line=line) from None
        forms.add("go-vcr" if parse is govcr.exchange else "vcr")
        exchanges.append(replace(found, id=index + 1))
    form = forms.pop() if len(forms) == 1 else "vcr"
    return Contents(tuple(exchanges), notes.lines(), form=form)


def exchange(item: Fields, notes: Notes) -> Exchange:
    """Return one interaction as an exchange.

    Raises:
        Unreadable: If it is not one.
    """
    asked, answered = item.part("request"), item.part("response")
    request = _request(asked)
    response = framing.settle(_response(answered), request.method, notes, item.path)
    return Exchange(request, response, started=_recorded_at(item))


def _interactions(document: Document) -> tuple[list[str | int], list[Json]]:
    """Return the steps to the list of interactions, and the list."""
    value = document.value
    if isinstance(value, list):
        return [], value
    for name in ("interactions", "http_interactions"):
        if isinstance(value, dict) and name in value:
            found = value[name]
            if found is None:
                return [name], []
            if isinstance(found, list):
                return [name], found
            raise _no_list(document, name, found)
    raise broken(document.path, "it holds no list of interactions")


def _no_list(document: Document, name: str, found: Json) -> RecordingError:
    what = f"{name} is {shown(found)}, not a list"
    return broken(document.path, what, line=document.line(name))


def _request(asked: Fields) -> Request:
    scheme, authority, target = urls.split(_uri(asked))
    headers = framing.pairs(asked.value.get("headers"), asked.at("headers"))
    return Request(
        # Ruby writes the symbol :get.
        method=asked.text("method").lstrip(":").upper(),
        scheme=scheme,
        authority=authority,
        target=target,
        headers=headers,
        body=body(asked.value.get("body"), asked.at("body"), headers),
    )


def _uri(asked: Fields) -> str:
    if asked.has("uri"):
        return asked.text("uri")
    if not asked.has("host", "path"):
        raise Unreadable(f"{asked.at('uri')} is missing")
    # Before version 1 the address was kept in pieces.
    scheme = asked.text("protocol", "http")
    port = asked.text("port", "")
    host = asked.text("host") + (f":{port}" if port else "")
    return f"{scheme}://{host}{asked.text('path', '/')}"


def _response(answered: Fields) -> Response:
    headers = framing.pairs(answered.value.get("headers"), answered.at("headers"))
    status, reason = _status(answered)
    content = answered.value.get("body", answered.value.get("content"))
    return Response(
        status=status,
        reason=reason,
        headers=headers,
        body=body(content, answered.at("body"), headers),
        version=_version(answered),
    )


def _status(answered: Fields) -> tuple[int, str]:
    if answered.has("status_code"):
        return answered.whole("status_code"), ""
    if isinstance(answered.value.get("status"), dict):
        status = answered.part("status")
        return status.whole("code"), status.text("message", "")
    return answered.whole("status"), ""


def _version(answered: Fields) -> str:
    version = answered.text("http_version", "").upper()
    if not version:
        return "HTTP/1.1"
    return version if version.startswith("HTTP/") else f"HTTP/{version}"


def body(value: Json, path: str, headers: Headers) -> bytes:
    """Return the bytes of a body in any of the ways cassettes have kept one.

    Raises:
        Unreadable: If it is kept in none of them.
    """
    if value is None or isinstance(value, (str, bytes)):
        return _bytes(value, "", headers)
    if isinstance(value, list):
        # An iterator a client had given as the body.
        return b"".join(body(piece, path, headers) for piece in value)
    kept = Fields(value, path)
    if kept.has("base64_string"):
        return from_base64(kept.text("base64_string"), kept.at("base64_string"))
    charset = str(kept.value.get("encoding") or "")
    content = kept.value.get("string")
    if content is not None and not isinstance(content, (str, bytes)):
        raise Unreadable(f"{kept.at('string')} is {shown(content)}, not text")
    return _bytes(content, charset, headers)


def _bytes(content: str | bytes | None, charset: str, headers: Headers) -> bytes:
    if content is None:
        return b""
    if isinstance(content, bytes):
        return content
    if _CHARSETS.fullmatch(charset):
        return content.encode(charset, "surrogateescape")
    coding = first(headers, "content-encoding")
    if coding and max(content, default="\0") <= "\xff":
        # Python 2 wrote compressed bytes as text, a character for each.
        raw = content.encode("latin-1")
        if framing.is_coded(raw, [coding.rpartition(",")[2].strip().lower()]):
            return raw
    return content.encode("utf-8", "surrogatepass")


def _recorded_at(item: Fields) -> float:
    written = item.value.get("recorded_at")
    if not isinstance(written, str):
        return 0.0
    try:
        return parsedate_to_datetime(written).timestamp()
    except ValueError:
        return iso(written)


def iso(written: str) -> float:
    """Return the seconds since the epoch of a time as ISO 8601 writes it; 0 if none."""
    from datetime import UTC, datetime

    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return 0.0
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    return found.timestamp()
