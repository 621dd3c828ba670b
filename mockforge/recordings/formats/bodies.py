"""How a body stands in a line of our text form: readable where that loses nothing.

One of four keys, tried in this order; an empty body has none of them:

* `json`    the document itself, with `style` telling how it was written
* `text`    UTF-8
* `base64`  everything else
* `file`    the name of a file beside the recording, for what is big
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import NamedTuple

from mockforge.options import Json
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.replacing import replacing
from mockforge.recordings.formats.shape import Fields, from_base64

# One line of git's diff is read by a person; a body beyond this is looked at in a
# program of its own. Not measured.
BIG = 64 << 10
KEYS = ("json", "style", "text", "base64", "file")
_DIGEST = re.compile(r"[0-9a-f]{32}(\.[a-z]{1,8})?")
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


class Style(NamedTuple):
    """One way of writing a JSON document as bytes."""

    layout: str = "compact"
    """`compact`, `spaced` (`, ` and `: `), `indent2`, `indent4`, `tab`…"""
    ascii: bool = False
    r"""Letters beyond ASCII are written `\u00e9`."""
    html: bool = False
    r"""`<`, `>` and `&` are written `\u003c`, as Go does."""
    slashes: bool = False
    r"""Slashes are written `\/`, as PHP does."""
    end: str = ""
    """White space after the document."""

    def write(self, value: Json) -> str:
        """Return *value* as text in this style.

        Raises:
            ValueError: If it holds what JSON cannot write.
        """
        indent, separators = _LAYOUTS[self.layout]
        text = json.dumps(
            value,
            ensure_ascii=self.ascii,
            allow_nan=False,
            indent=indent,
            separators=separators,
        )
        if self.html:
            for letter, escape in _ESCAPED.items():
                text = text.replace(letter, escape)
        if self.slashes:
            text = text.replace("/", "\\/")
        return text + self.end

    def name(self) -> str:
        """Return the words of this style; nothing for the plain compact one."""
        words = [self.layout] if self.layout != "compact" else []
        words += [word for word in _FLAGS if getattr(self, word)]
        words += [_ENDS[self.end]] if self.end else []
        return " ".join(words)

    @classmethod
    def named(cls, name: str) -> Style:
        """Return the style of that name.

        Raises:
            Unreadable: If a word of it is unknown.
        """
        style = cls()
        for word in name.split():
            if word in _LAYOUTS:
                style = style._replace(layout=word)
            elif word in _FLAGS:
                style = style._replace(**{word: True})  # type: ignore[arg-type]  # a flag by its name
            elif word in _ENDINGS:
                style = style._replace(end=_ENDINGS[word])
            else:
                raise Unreadable(
                    f"{word!r} is not a style of JSON; there are "
                    + ", ".join([*_LAYOUTS, *_FLAGS, *_ENDINGS])
                )
        return style


_LAYOUTS: dict[str, tuple[int | str | None, tuple[str, str]]] = {
    "compact": (None, (",", ":")),
    "spaced": (None, (", ", ": ")),
    "indent1": (1, (",", ": ")),
    "indent2": (2, (",", ": ")),
    "indent3": (3, (",", ": ")),
    "indent4": (4, (",", ": ")),
    "tab": ("\t", (",", ": ")),
}
_FLAGS = ("ascii", "html", "slashes")
_ENDINGS = {"newline": "\n", "crlf": "\r\n"}
_ENDS = {end: word for word, end in _ENDINGS.items()}


def keep(body: bytes, folder: Path | None) -> dict[str, Json]:
    """Return the fields for *body*; one too big for a line goes to *folder*.

    Args:
        body: The bytes.
        folder: Where big bodies go; None keeps them in the line.

    Raises:
        RecordingError: If the file cannot be written.
    """
    if not body:
        return {}
    if folder is not None and len(body) > BIG:
        return {"file": _store(body, folder)}
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(body).decode("ascii")}
    if text[0] in "{[":
        embedded = _embedded(text)
        if embedded is not None:
            return embedded
    if "\0" in text:
        return {"base64": base64.b64encode(body).decode("ascii")}
    return {"text": text}


def kept(fields: Fields, folder: Path | None) -> bytes:
    """Return the body that *fields* keep, in whichever way.

    Raises:
        Unreadable: If they keep none rightly.
    """
    value = fields.value
    if "json" in value:
        style = Style.named(fields.text("style", ""))
        try:
            return style.write(value["json"]).encode()
        except ValueError:
            raise Unreadable(f"{fields.at('json')} holds what JSON cannot") from None
    if "text" in value:
        try:
            return fields.text("text").encode()
        except UnicodeEncodeError:
            raise Unreadable(f"{fields.at('text')} is no Unicode text") from None
    if "base64" in value:
        return from_base64(fields.text("base64"), fields.at("base64"))
    if "file" in value:
        return _stored(fields.text("file"), fields.at("file"), folder)
    return b""


def _embedded(text: str) -> dict[str, Json] | None:
    """Return *text* as a document and its style if that gives back every byte."""
    bare = text.rstrip("\r\n")
    end = text[len(bare) :]
    if end and end not in _ENDS:
        return None
    try:
        value = json.loads(bare)
        for style in _candidates(bare, end):
            if style.write(value) == text:
                name = style.name()
                return {"json": value, "style": name} if name else {"json": value}
    except (ValueError, RecursionError):
        return None
    return None


def _candidates(bare: str, end: str) -> list[Style]:
    escapes = "\\u" in bare and bare.isascii()
    flags = [(False, False)]
    if any(escape in bare for escape in _ESCAPED.values()):
        flags = [(False, True), (escapes, True)]
    elif escapes:
        flags = [(True, False)]
    slashes = "\\/" in bare
    return [
        Style(layout, ascii=ascii_, html=html, slashes=slashes, end=end)
        for layout in _layouts(bare)
        for ascii_, html in flags
    ]


def _layouts(bare: str) -> tuple[str, ...]:
    after = bare[1:40]
    if not after.startswith("\n"):
        return ("spaced", "compact") if ": " in bare[:4096] else ("compact", "spaced")
    if after.startswith("\n\t"):
        return ("tab",)
    width = len(after) - len(after[1:].lstrip(" ")) - 1
    return (f"indent{width}",) if 1 <= width <= 4 else ()


def _store(body: bytes, folder: Path) -> str:
    name = digest(body) + _suffix(body)
    target = folder / name
    if not target.exists():
        try:
            folder.mkdir(exist_ok=True)
        except OSError as failure:
            from mockforge.recordings.formats.replacing import unwritable

            raise unwritable(folder, failure) from failure
        with replacing(target) as file:
            file.write(body)
    return name


def _stored(name: str, path: str, folder: Path | None) -> bytes:
    # The name is from the file: it must not lead out of the folder.
    if folder is None or not is_name(name):
        raise Unreadable(f"{path} is {name[:60]!r}, not the name of a body's file")
    try:
        body = (folder / name).read_bytes()
    except OSError as failure:
        raise Unreadable(
            f"{path}: the body's file {name!r} in {folder.name!r} cannot be read: "
            f"{failure.strerror}"
        ) from None
    if digest(body) != name.partition(".")[0]:
        raise Unreadable(
            f"{path}: the body's file {name!r} in {folder.name!r} was changed; "
            "its name is the digest of what it held"
        )
    return body


def is_name(name: str) -> bool:
    """Whether *name* is one that a body's file may have."""
    return bool(_DIGEST.fullmatch(name))


def digest(body: bytes) -> str:
    """Return the name a body goes by: 32 hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()[:32]


_MAGIC = {
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF8": ".gif",
    b"%PDF": ".pdf",
    b"\x1f\x8b": ".gz",
    b"PK\x03\x04": ".zip",
    b"{": ".json",
    b"[": ".json",
    b"<": ".xml",
}


def _suffix(body: bytes) -> str:
    # Of use to whoever opens the folder; the digest alone names the body.
    found = (end for magic, end in _MAGIC.items() if body.startswith(magic))
    return next(found, ".bin")
