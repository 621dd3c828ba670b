"""Values inside values: what a text may hold, and how it is put back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, unquote

from mockforge.learning.formats.base64text import spelled, text_in
from mockforge.learning.formats.classifying import LONGEST
from mockforge.learning.formats.jwt import parse_jwt

_LINK = re.compile(r"<([^<>]*)>\s*;")
_QUOTED = re.compile(r"(W/)?\"([^\"]+)\"")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,15}) ([A-Za-z0-9._~+/=-]{4,})")
_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/?#\s]+|(?=/[^/\s])")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_STEP = re.compile(r"([a-z]+)(?:\[(\d+)\]|\.(.+))?", re.DOTALL)


def decodings(text: str) -> Iterator[tuple[str, Any]]:
    """Yield what *text* may hold, each with the name of how.

    * `base64`: text in base64, in either alphabet
    * `percent`: text with percent signs undone
    * `json`: an object or a list in a text
    * `jwt`: the claims of a token
    * `url.path[n]`, `url.query.name`: the parts of an address
    * `link[n]`: the address of a link in a Link field
    * `quoted`: an entity tag without its quotes
    * `scheme`: credentials behind their scheme: `Bearer ...`

    What is yielded may hold something again.
    """
    if not 4 <= len(text) <= LONGEST:
        return
    if text[0] in "{[":
        if (value := _json(text)) is not None:
            yield "json", value
    elif text[0] == "<":
        for at, link in enumerate(_LINK.finditer(text)):
            yield f"link[{at}]", link[1]
    elif quoted := _QUOTED.fullmatch(text):
        yield "quoted", quoted[2]
    elif token := parse_jwt(text):
        yield "jwt", token.claims
    else:
        yield from _plainer(text)


def _plainer(text: str) -> Iterator[tuple[str, str]]:
    if scheme := _SCHEME.fullmatch(text):
        yield "scheme", scheme[2]
    if _URL.match(text):
        yield from _url_parts(text)
    elif _PERCENT.search(text):
        yield "percent", unquote(text, errors="surrogateescape")
    elif (inner := text_in(text)) is not None:
        yield "base64", inner


def encode(name: str, inner: Any, like: str) -> str:
    """Return *inner* put back as *name* into a text such as *like*.

    Args:
        name: As `decodings` told it.
        inner: What is to be in it.
        like: A text of which `decodings` told *name*; the rest of it stays.

    Raises:
        ValueError: If *like* holds nothing of that name.
    """
    found = _STEP.fullmatch(name)
    kind = found[1] if found else ""
    if name.startswith("url."):
        return _with_url_part(name.removeprefix("url."), str(inner), like)
    if kind == "link" and found and found[2]:
        return _with_link(int(found[2]), str(inner), like)
    encoder = _ENCODERS.get(name)
    if encoder is None:
        raise ValueError(f"{name!r} is not a way to hold a value")
    return encoder(inner, like)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _url_parts(text: str) -> Iterator[tuple[str, str]]:
    for name, start, end in _spans(text):
        yield (
            f"url.{name}",
            unquote(
                text[start:end].replace("+", " ")
                if name[0] == "q"
                else text[start:end],
                errors="surrogateescape",
            ),
        )


def _spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the parts of the address *text* with where they stand."""
    head = _URL.match(text)
    assert head is not None
    start = head.end()
    fragment = text.find("#", start)
    end = len(text) if fragment < 0 else fragment
    mark = text.find("?", start, end)
    at, stop = start, end if mark < 0 else mark
    for count, segment in enumerate(re.finditer(r"[^/]+", text[at:stop])):
        yield f"path[{count}]", at + segment.start(), at + segment.end()
    if mark < 0:
        return
    for pair in re.finditer(r"([^&=]+)=([^&]*)", text[mark + 1 : end]):
        yield (
            f"query.{unquote(pair[1])}",
            mark + 1 + pair.start(2),
            mark + 1 + pair.end(2),
        )


def _with_url_part(name: str, inner: str, like: str) -> str:
    if not _URL.match(like):
        raise ValueError(f"{like!r} is not an address")
    for known, start, end in _spans(like):
        if known == name:
            # What was written plainly stays so: colons and commas are often left.
            kept = "".join(c for c in "!$'()*,:@;/" if c in like[start:end])
            text = quote(inner, safe=kept + "~", errors="surrogateescape")
            return like[:start] + text + like[end:]
    raise ValueError(f"{like!r} has no {name}")


def _with_link(at: int, inner: str, like: str) -> str:
    links = list(_LINK.finditer(like))
    if at >= len(links):
        raise ValueError(f"{like!r} has no link {at}")
    start, end = links[at].span(1)
    return like[:start] + inner + like[end:]


def _as_base64(inner: Any, like: str) -> str:
    return spelled(str(inner).encode("utf-8", "surrogatepass"), like)


def _as_percent(inner: Any, like: str) -> str:
    lower = any(c != c.upper() for c in "".join(_PERCENT.findall(like)))
    kept = "".join(c for c in "!$'()*,:@;/&=+?#" if c in like)
    text = quote(str(inner), safe=kept + "~", errors="surrogateescape")
    return _PERCENT.sub(lambda c: c[0].lower(), text) if lower else text


def _as_json(inner: Any, like: str) -> str:
    spaced = (
        (", " if re.search(r", [\"{\[]", like) else ","),
        (": " if re.search(r"\": ", like) else ":"),
    )
    return json.dumps(inner, separators=spaced, ensure_ascii=like.isascii())


def _as_jwt(inner: Any, like: str) -> str:
    token = parse_jwt(like)
    if token is None or not isinstance(inner, dict):
        raise ValueError(f"{like!r} is no token")
    return str(token.with_claims(inner))


def _as_quoted(inner: Any, like: str) -> str:
    found = _QUOTED.fullmatch(like)
    return f'{(found and found[1]) or ""}"{inner}"'


def _as_scheme(inner: Any, like: str) -> str:
    return f"{like.partition(' ')[0]} {inner}"


_ENCODERS = {
    "base64": _as_base64,
    "percent": _as_percent,
    "json": _as_json,
    "jwt": _as_jwt,
    "quoted": _as_quoted,
    "scheme": _as_scheme,
}
