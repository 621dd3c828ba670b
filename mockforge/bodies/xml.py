"""XML as nested objects, with the place of every text in the source.

A reader of our own because the places are needed: a value that changes is replaced
where it stands, and every other byte stays. Documents that declare entities are not
read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from xml.sax.saxutils import escape, quoteattr

from mockforge.options import Json

_TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<!DOCTYPE[^>\[]*>"
    r"|</(?P<close>[^\s<>/]+)\s*>"
    r"|<(?P<open>[^\s<>/!?]+)(?P<attrs>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>"
    r"|(?P<text>[^<]+)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
Span = tuple[int, int]


@dataclass(slots=True)
class Element:
    """An element as it was read."""

    name: str
    start: int
    attributes: dict[str, tuple[str, Span]] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    inner: Span = (0, 0)
    """From behind the start tag to the end tag; the whole tag if it is empty."""
    is_empty: bool = False

    @property
    def text(self) -> str:
        """The text in it, less the space round it where there are elements too."""
        text = "".join(self.texts)
        return text.strip() if self.children or not text.strip() else text


def is_named(media: str) -> bool:
    """Return whether *media* is a type of XML data (XHTML is a page)."""
    if "xhtml" in media or "svg" in media:
        return False
    return media in ("application/xml", "text/xml") or media.endswith("+xml")


def read(text: str, deepest: int) -> tuple[str, Json, str]:
    """Return what stands before the root, the document, and what follows.

    Raises:
        ValueError: If it is not well formed, or nested deeper than *deepest*.
    """
    root, end = parse(text, deepest)
    return text[: root.start], {root.name: _value(root)}, text[end:]


def parse(text: str, deepest: int = 200) -> tuple[Element, int]:
    """Return the root element and where it ends.

    Raises:
        ValueError: If it is not well formed, or nested deeper than *deepest*.
    """
    reading = _Reading(deepest)
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"no XML at character {at}")
        at = match.end()
        reading.take(match)
    if reading.root is None or reading.open:
        raise ValueError("the XML is not complete")
    return reading.root, reading.end


class _Reading:
    """A document that is being read, token by token."""

    def __init__(self, deepest: int) -> None:
        self.root: Element | None = None
        self.open: list[Element] = []
        self.end = 0
        self._deepest = deepest

    def take(self, match: re.Match[str]) -> None:
        if match["open"]:
            self._begin(match)
        elif match["close"]:
            self._close(match)
        elif self.open:
            _add_text(self.open[-1], match)
        elif match["text"] and match["text"].strip("\ufeff \t\r\n"):
            raise ValueError("text outside of the root")

    def _begin(self, match: re.Match[str]) -> None:
        element = _opened(match)
        if self.open:
            self.open[-1].children.append(element)
        elif self.root is not None:
            raise ValueError("XML has one root")
        else:
            self.root = element
        if not element.is_empty:
            self.open.append(element)
            if len(self.open) > self._deepest:
                raise ValueError("it is nested too deep")
        elif not self.open:
            self.end = match.end()

    def _close(self, match: re.Match[str]) -> None:
        if not self.open or self.open[-1].name != match["close"]:
            raise ValueError(f"</{match['close']}> closes nothing")
        last = self.open.pop()
        last.inner = (last.inner[0], match.start())
        if not self.open:
            self.end = match.end()


def _opened(match: re.Match[str]) -> Element:
    element = Element(match["open"], match.start())
    element.is_empty = bool(match["empty"])
    element.inner = match.span() if element.is_empty else (match.end(), match.end())
    offset = match.start("attrs")
    for found in _ATTRIBUTE.finditer(match["attrs"]):
        group = 2 if found[2] is not None else 3
        start, end = found.span(group)
        span = (offset + start, offset + end)
        element.attributes[found[1]] = (unescape(found[group]), span)
    return element


def _add_text(element: Element, match: re.Match[str]) -> None:
    if match["cdata"] is not None:
        element.texts.append(match["cdata"])
    elif match["text"]:
        element.texts.append(unescape(match["text"]))


def _value(element: Element) -> Json:
    if not element.attributes and not element.children:
        return element.text
    found: dict[str, Json] = {
        f"@{name}": value for name, (value, _) in element.attributes.items()
    }
    if element.text:
        found["#text"] = element.text
    for child in element.children:
        found.setdefault(child.name, []).append(_value(child))
    return found


def write(value: Json) -> str:
    """Return *value*, an object of one root, as XML.

    Raises:
        ValueError: If it is no such object.
    """
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError("XML is written from an object of one root")
    ((name, root),) = value.items()
    return _written(name, root)


def _written(name: str, value: Json) -> str:
    if not isinstance(value, dict):
        text = "" if value is None else escape(_text(value))
        return f"<{name}>{text}</{name}>" if text else f"<{name}/>"
    attributes, inside = "", ""
    for key, each in value.items():
        if key.startswith("@"):
            attributes += f" {key[1:]}={quoteattr(_text(each))}"
        elif key == "#text":
            inside += escape(_text(each))
        else:
            items = each if isinstance(each, list) else [each]
            inside += "".join(_written(key, item) for item in items)
    if not inside:
        return f"<{name}{attributes}/>"
    return f"<{name}{attributes}>{inside}</{name}>"


def _text(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def spliced(text: str, changes: Mapping[tuple[str | int, ...], object]) -> str:
    """Return *text* with the values at the paths of *changes* replaced in place.

    Paths lead through what `read` returned; those that lead nowhere change nothing.

    Raises:
        ValueError: If it is not well formed.
    """
    root, _ = parse(text)
    edits: list[tuple[Span, str]] = []
    _gather(root, (root.name,), changes, edits)
    for (start, end), new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _gather(
    element: Element,
    path: tuple[str | int, ...],
    changes: Mapping[tuple[str | int, ...], object],
    edits: list[tuple[Span, str]],
) -> None:
    is_leaf = not element.attributes and not element.children
    place = path if is_leaf else (*path, "#text")
    if place in changes and not element.children:
        new = escape(_text(changes[place]))
        if element.is_empty:
            start, end = element.inner
            new = f"<{element.name}>{new}</{element.name}>" if is_leaf else ""
            if new:
                edits.append(((start, end), new))
        else:
            edits.append((element.inner, new))
    for name, (_, span) in element.attributes.items():
        if (*path, f"@{name}") in changes:
            quoted = escape(_text(changes[*path, f"@{name}"]), {'"': "&quot;"})
            edits.append((span, quoted))
    seen: dict[str, int] = {}
    for child in element.children:
        number = seen.get(child.name, 0)
        seen[child.name] = number + 1
        _gather(child, (*path, child.name, number), changes, edits)
