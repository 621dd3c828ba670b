"""Make a message that some tool altered say the truth about its own body."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mockforge.http import Headers, Response, every, first, with_header, without
from mockforge.options import Json
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.shape import shown

# RFC 9110, 6.4.1: these never have content.
BODILESS = frozenset([204, 205, 304])


def settle(response: Response, method: str, notes: Notes, place: str) -> Response:
    """Return *response* with headers that fit its body, so that a client can read it.

    Tools decode bodies and keep headers that speak of the encoded ones. The body is
    what the client was given; the headers follow it.
    """
    if method == "HEAD" or response.status in BODILESS or response.status < 200:
        if response.body:
            notes.add(
                f"a {method} answered {response.status} carries no body; the file's was"
                " the tool's own copy and is left out",
                place,
            )
            response = replace(response, body=b"", chunks=(), size=None)
        return response
    response = _coding(response, notes, place)
    return _length(response, notes, place)


def _coding(response: Response, notes: Notes, place: str) -> Response:
    codings = _codings(response.headers)
    if not codings or not response.body or is_coded(response.body, codings):
        return response
    notes.add(
        f"the body was recorded without its {', '.join(codings)} coding; "
        "Content-Encoding is left out",
        place,
    )
    return replace(response, headers=without(response.headers, "content-encoding"))


def _length(response: Response, notes: Notes, place: str) -> Response:
    lengths = every(response.headers, "content-length")
    actual = str(len(response.body))
    if not lengths or response.size is not None or set(lengths) == {actual}:
        return response
    notes.add("Content-Length is set to the length of the recorded body", place)
    return replace(
        response, headers=with_header(response.headers, "content-length", actual)
    )


def _codings(headers: Headers) -> list[str]:
    value = ",".join(every(headers, "content-encoding"))
    names = [name.strip().lower() for name in value.split(",")]
    return [name for name in names if name not in ("", "identity")]


def is_coded(body: bytes, codings: Sequence[str]) -> bool:
    """Whether *body* looks like the outermost of *codings*; an unknown one may be."""
    check = _CHECKS.get(codings[-1])
    return check is None or check(body)


# The beginning decides: a bomb is not unpacked to find out what it is.
_LOOKED_AT = 1 << 16
_BROTLI_LOOKED_AT = 1 << 13


def _is_gzip(body: bytes) -> bool:
    return body[:2] == b"\x1f\x8b" and _inflates(body, 31)


def _is_deflate(body: bytes) -> bool:
    # RFC 9110 says zlib; some servers send the bare stream.
    return _inflates(body, 15) or _inflates(body, -15)


def _inflates(body: bytes, window: int) -> bool:
    try:
        zlib.decompressobj(window).decompress(body[:_LOOKED_AT], _LOOKED_AT)
    except zlib.error:
        return False
    return True


def _is_brotli(body: bytes) -> bool:
    import brotli  # type: ignore[import-untyped]  # it ships no types

    try:
        whole = brotli.Decompressor().process(body[:_BROTLI_LOOKED_AT])
    except brotli.error:
        return False
    # Any short text may be the beginning of a brotli stream that gives nothing.
    return bool(whole) or len(body) < 3


def _is_zstd(body: bytes) -> bool:
    return body[:4] == b"\x28\xb5\x2f\xfd"


_CHECKS = {
    "gzip": _is_gzip,
    "x-gzip": _is_gzip,
    "deflate": _is_deflate,
    "br": _is_brotli,
    "zstd": _is_zstd,
}


def pairs(value: Json, path: str) -> Headers:
    """Return headers written as a mapping, as pairs, or as lines.

    Raises:
        Unreadable: If they are none of these.
    """
    if value is None:
        return ()
    if isinstance(value, dict):
        found = [(name, one) for name, many in value.items() for one in _many(many)]
    elif isinstance(value, list):
        if len(value) == 1 and value[0] and _is_nested(value[0]):
            # The argument of a frozenset, as the oldest cassettes have it.
            value = value[0]
        found = [_pair(item, f"{path}[{index}]") for index, item in enumerate(value)]
    else:
        raise Unreadable(f"{path} is {shown(value)}, not headers")
    return tuple(field(name, one) for name, one in found if _is_name(name))


def field(name: Json, value: Json) -> tuple[bytes, bytes]:
    """Return one header field fit for the wire: a line break in it becomes a space."""
    return _bytes(name).strip(), b" ".join(_bytes(value).split(b"\r\n")).replace(
        b"\n", b" "
    ).replace(b"\r", b" ").strip()


def _is_name(name: Json) -> bool:
    # HTTP/2 names its pseudo-headers with a colon; browsers list them as headers.
    return bool(name) and _bytes(name)[:1] != b":"


def _many(value: Json) -> Iterable[Json]:
    return value if isinstance(value, list) else [value]


def _is_nested(item: Json) -> bool:
    return isinstance(item, list) and all(isinstance(one, list) for one in item)


def _pair(item: Json, path: str) -> tuple[Json, Json]:
    if isinstance(item, list) and len(item) == 2:
        name, value = item
        return name, value[0] if isinstance(value, list) and value else value
    if isinstance(item, (str, bytes)):
        # The oldest cassettes keep the lines of http.client.
        name, colon, value = _bytes(item).partition(b":")
        if colon:
            return name, value
    if isinstance(item, dict) and "name" in item:
        return item["name"], item.get("value")
    raise Unreadable(f"{path} is {shown(item)}, not a header")


def _bytes(value: Json) -> bytes:
    if isinstance(value, bytes):
        return value
    text = "" if value is None else str(value)
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def content_type(headers: Headers) -> tuple[str, str | None]:
    """Return the media type in lower case, and the charset if one is named."""
    media, _, rest = (first(headers, "content-type") or "").partition(";")
    for parameter in rest.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return media.strip().lower(), value.strip().strip("\"'").lower() or None
    return media.strip().lower(), None
