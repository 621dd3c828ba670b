"""Bodies in HAR files: decoded text, base64, form parameters, or left out."""

from __future__ import annotations

import re
from urllib.parse import quote_plus

from mockforge.http import Headers, first
from mockforge.options import Json
from mockforge.recordings.formats import framing
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.shape import Fields, from_base64

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# Only these: a codec is looked up by importing a module of that name.
_CODECS = re.compile(
    r"(utf-?8|us-ascii|iso-8859-\d+|latin-?1|windows-125\d|shift_jis|euc-jp|euc-kr"
    r"|gb\w+|big5|utf-16(le|be)?)",
    re.IGNORECASE,
)


def plain(content: Fields) -> bytes:
    """Return the body of *content* as it was written by us: UTF-8 or base64.

    Raises:
        Unreadable: If it is neither.
    """
    text = content.text("text", "")
    if content.text("encoding", "") == "base64":
        return from_base64(text, content.at("text"))
    return text.encode("utf-8", "surrogatepass")


def received(answered: Fields, headers: Headers, method: str, notes: Notes) -> bytes:
    """Return the response's body; one that was not exported is noted.

    Raises:
        Unreadable: If what is there is no body.
    """
    if not answered.has("content"):
        return b""
    content = answered.part("content")
    place = answered.path.removesuffix(".response")
    if not content.has("text"):
        if _had_body(content, answered, method):
            notes.add(
                "the response's body is not in the file; an empty one stands for it",
                place,
            )
        return b""
    text = content.text("text")
    if content.text("encoding", "").lower() == "base64":
        return from_base64(text, content.at("text"))
    declared = first(headers, "content-type") or content.text("mimeType", "")
    return encoded(text, declared, content.value.get("size"))


def sent(asked: Fields, headers: Headers, notes: Notes, place: str) -> bytes:
    """Return the request's body; one that was not exported is noted.

    Raises:
        Unreadable: If what is there is no body.
    """
    size = asked.value.get("bodySize")
    post = asked.part("postData") if asked.has("postData") else None
    text = "" if post is None else post.text("text", "")
    if post is not None and text:
        if post.text("encoding", post.text("_encoding", "")).lower() == "base64":
            return from_base64(text, post.at("text"))
        declared = first(headers, "content-type") or post.text("mimeType", "")
        return encoded(text, declared, size)
    if post is not None and post.listing("params"):
        notes.add("the request's body is put together from its parameters", place)
        return _from_params(post, headers)
    if isinstance(size, int) and size > 0:
        notes.add(
            "the request's body is not in the file; an empty one stands for it",
            place,
        )
    return b""


def encoded(text: str, declared: str, size: Json) -> bytes:
    """Return *text* as the bytes that were on the wire, as far as can be told.

    Args:
        text: What the tool made of the body.
        declared: The content type; its charset is tried first.
        size: The length in bytes the tool tells; it decides between encodings.
    """
    found = _CHARSET.search(declared)
    names = ["utf-8", "latin-1"]
    if found and _CODECS.fullmatch(found[1]):
        names.insert(0, found[1].lower())
    bodies = [body for name in names if (body := _try(text, name)) is not None]
    fitting = (body for body in bodies if len(body) == size)
    return next(fitting, bodies[0])


def _try(text: str, codec: str) -> bytes | None:
    try:
        return text.encode(codec)
    except (UnicodeEncodeError, LookupError):
        return text.encode("utf-8", "surrogatepass") if codec == "utf-8" else None


def _had_body(content: Fields, answered: Fields, method: str) -> bool:
    if method == "HEAD" or answered.whole("status") in framing.BODILESS:
        return False
    size = content.value.get("size")
    told = isinstance(size, (int, float)) and size > 0
    return told or "not included" in str(content.value.get("comment", ""))


def _from_params(post: Fields, headers: Headers) -> bytes:
    declared = first(headers, "content-type") or post.text("mimeType", "")
    boundary = re.search(r'boundary="?([^";]+)', declared)
    if boundary and declared.lower().startswith("multipart/"):
        return _multipart(post, boundary[1])
    pairs = [
        f"{_form(param.text('name', ''))}={_form(param.text('value', ''))}"
        for param in post.parts("params")
    ]
    return "&".join(pairs).encode("ascii")


def _form(text: str) -> str:
    # Some tools export parameters as they were on the wire, others decoded.
    if re.search(r"%[0-9A-Fa-f]{2}", text) and text.isascii() and " " not in text:
        return text
    return quote_plus(text, errors="surrogatepass")


def _multipart(post: Fields, boundary: str) -> bytes:
    out = []
    for param in post.parts("params"):
        head = f'Content-Disposition: form-data; name="{param.text("name", "")}"'
        if param.has("fileName"):
            head += f'; filename="{param.text("fileName")}"'
        if param.has("contentType"):
            head += f"\r\nContent-Type: {param.text('contentType')}"
        out.append(f"--{boundary}\r\n{head}\r\n\r\n{param.text('value', '')}\r\n")
    return ("".join(out) + f"--{boundary}--\r\n").encode("utf-8", "surrogatepass")
