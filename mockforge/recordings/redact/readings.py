"""What stands beside a name and is its value: one reading for each notation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mockforge.recordings.redact.vocabulary import Rule


class Coding(StrEnum):
    """How a value is written."""

    PLAIN = "plain"
    JSON = "json"
    XML = "xml"
    PERCENT = "percent"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Value:
    """Where the value of a named field stands."""

    start: int
    end: int
    name: bytes
    rule: Rule
    coding: Coding
    levels: int = 1
    """For JSON: in how many strings it stands."""


_NAME = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.$@:"
_SPACE = rb"(?:\s|\\++[nrt])*+"
_COLON = re.compile(_SPACE + rb":" + _SPACE)
_NUMBER = re.compile(rb"[0-9]+(?![0-9.eE])")
_QUOTE = re.compile(rb"(?<!\\)(\\*+)([\"'])")
_NEXT_ITEM = re.compile(_SPACE + rb"," + _SPACE)
_VALUE_MEMBER = re.compile(
    _SPACE
    + rb","
    + _SPACE
    + rb"\\*\"(?i:value|val|content|data|text)\\*\""
    + _SPACE
    + rb":"
    + _SPACE
)
# What a language model calls a token is a piece of its text.
_LOGPROB = re.compile(
    rb"\\*\"" + _SPACE + rb"," + _SPACE + rb"\\*\"(?:logprob|bytes)\\*\""
)
_NAME_MEMBER = re.compile(
    rb"\\*\"(?i:name|key|id|field|header|variable|parameter)\\*\"\s*:\s*\Z"
)
_TAG_END = re.compile(rb"[^<>]{0,300}>")
_CDATA = b"<![CDATA["
_IS = re.compile(rb"\s*=\s*(\\*)([\"'])")
_VALUE_ATTRIBUTE = re.compile(
    rb"[^<>]{0,300}?[\s\"'](?:value|content)\s*=\s*(\\*)([\"'])", re.IGNORECASE
)
_DISPOSITION = re.compile(
    rb"(?:\A|\n)content-disposition:[^\r\n]{0,160}\Z", re.IGNORECASE
)
_PART = re.compile(rb"\"?[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n")
_PAIR = re.compile(rb"[^&;#\s\"'<>\\,)}\]]*")
# A dot, a bracket or a bar make it an expression of some language.
_WORD = re.compile(rb"[A-Za-z0-9_~+/=%-]+")
_LINE = re.compile(rb"[ \t]*:[ \t]*([^\s\\\"'][^\r\n\\\"]*)")
_CREDENTIALS = re.compile(
    rb"[ \t]*:[ \t]*((?:[A-Za-z][A-Za-z0-9-]*[ \t]+)?[^\s,;\\\"']+"
    rb"(?:\"[^\"\r\n]*\")?(?:,[ \t]*[A-Za-z]+=\"?[^\s,\"]*\"?)*)"
)


Reading = Callable[[bytes, int, int, Rule], Iterator[Value]]


def _member(data: bytes, start: int, end: int, rule: Rule) -> Iterator[Value]:
    """Read a JSON member's value, or a Python or JavaScript one's."""
    quote = data[start - 1 : start]
    if quote not in (b'"', b"'") or not quote:
        return
    slashes = _slashes(data, start - 1)
    closing = b"\\" * slashes + quote
    if not data.startswith(closing, end):
        return
    name, after = data[start:end], end + len(closing)
    colon = _COLON.match(data, after)
    if colon is None:
        value = _VALUE_MEMBER.match(data, after)
        if value is None or not _NAME_MEMBER.search(
            data, max(0, start - 40), start - 1 - slashes
        ):
            return
        colon = value
    yield from _json_value(data, colon.end(), name, rule, slashes)


def _json_value(
    data: bytes, at: int, name: bytes, rule: Rule, slashes: int
) -> Iterator[Value]:
    if data[at : at + 1] == b"[":
        at += 1
        while True:
            item = _SPACED.match(data, at)
            assert item is not None
            found = _string(data, item.end(), slashes)
            if found is None:
                return
            yield _json(found, name, rule, slashes)
            comma = _NEXT_ITEM.match(data, found[1] + slashes + 1)
            if comma is None:
                return
            at = comma.end()
    if found := _string(data, at, slashes):
        if not (rule is Rule.TOKEN and _LOGPROB.match(data, found[1])):
            yield _json(found, name, rule, slashes)
    elif rule is Rule.SECRET and (number := _NUMBER.match(data, at)):
        yield Value(*number.span(), name, rule, Coding.NUMBER)


_SPACED = re.compile(_SPACE)


def _json(found: tuple[int, int], name: bytes, rule: Rule, slashes: int) -> Value:
    return Value(*found, name, rule, Coding.JSON, (slashes + 1).bit_length())


def _string(data: bytes, at: int, slashes: int) -> tuple[int, int] | None:
    """Return where the inside of the string at *at* begins and ends.

    In a string within *n* strings a quote has 2**n - 1 backslashes before it, and a
    quote with any other number, counted in twice that and two, belongs to the text.
    """
    opening = _QUOTE.match(data, at)
    if opening is None or len(opening[1]) != slashes:
        return None
    for quote in _QUOTE.finditer(data, opening.end()):
        if quote[2] == opening[2] and len(quote[1]) % (2 * slashes + 2) == slashes:
            return opening.end(), quote.end() - 1 - slashes
        if quote[2] == opening[2] and len(quote[1]) < slashes:
            # The string around ends first: this one is cut short.
            return opening.end(), quote.start()
    return opening.end(), len(data)


def _slashes(data: bytes, at: int) -> int:
    count = 0
    while at - count > 0 and data[at - count - 1] == 92:
        count += 1
    return count


def _element(data: bytes, start: int, end: int, rule: Rule) -> Iterator[Value]:
    """Read an XML element's text, or an attribute's value."""
    if (is_ := _IS.match(data, end)) and data[start - 1 : start] not in (b"?", b"&"):
        closing = is_[1] + is_[2]
        stop = data.find(closing, is_.end())
        yield Value(
            is_.end(),
            stop if stop >= 0 else len(data),
            data[start:end],
            rule,
            Coding.XML,
        )
        return
    opening = data.rfind(b"<", max(0, start - 40), start)
    tag = _TAG_END.match(data, end)
    if (
        opening < 0
        or tag is None
        or data[opening + 1 : start].strip(_NAME)
        or tag[0][-2:] == b"/>"
    ):
        return
    at = tag.end()
    if data.startswith(_CDATA, at):
        stop = data.find(b"]]>", at)
        yield Value(
            at + 9,
            stop if stop >= 0 else len(data),
            data[start:end],
            rule,
            Coding.PLAIN,
        )
        return
    stop = data.find(b"<", at)
    stop = stop if stop >= 0 else len(data)
    if data[at:stop].strip():
        yield Value(at, stop, data[start:end], rule, Coding.XML)


def _input(data: bytes, start: int, end: int, rule: Rule) -> Iterator[Value]:
    """Read the part of a multipart body, or the input of a form, that is called so."""
    before = data[max(0, start - 8) : start].lower()
    if not before.endswith((b'name="', b"name='", b"name=", b'name=\\"')):
        return
    if _DISPOSITION.search(data, max(0, start - 200), start):
        part = _PART.match(data, end)
        if part is None:
            return
        stop = data.find(b"\n--", part.end() - 1)
        stop = len(data) if stop < 0 else stop - (data[stop - 1 : stop] == b"\r")
        if stop > part.end():
            yield Value(part.end(), stop, data[start:end], rule, Coding.PLAIN)
    elif value := _VALUE_ATTRIBUTE.match(data, end):
        stop = data.find(value[1] + value[2], value.end())
        if stop >= 0:
            yield Value(value.end(), stop, data[start:end], rule, Coding.XML)


def _assigned(data: bytes, start: int, end: int, rule: Rule) -> Iterator[Value]:
    """Read `name=value`: in a URL or a form in any case, elsewhere if it is no code."""
    if data[end : end + 1] != b"=" or data[end + 1 : end + 2] == b"=":
        return
    value = _PAIR.match(data, end + 1)
    if value is None or not value[0]:
        return
    sure = start == 0 or data[start - 1] in b"?&;#\n"
    if not sure and not _WORD.fullmatch(value[0]):
        return
    rule = rule if sure else _unsure(rule)
    yield Value(*value.span(), data[start:end], rule, Coding.PERCENT)


def _line(data: bytes, start: int, end: int, rule: Rule) -> Iterator[Value]:
    """Read `name: value` in text: quoted, a header, or what looks like a secret."""
    name = data[start:end]
    if rule is Rule.CREDENTIALS and (given := _CREDENTIALS.match(data, end)):
        yield Value(*given.span(1), name, rule, Coding.PLAIN)
    elif (colon := _LINE.match(data, end)) is not None:
        sure = rule in (Rule.COOKIES, Rule.SET_COOKIE)
        at = colon.start(1)
        stop = at + len(colon[1].rstrip()) if sure else _word_end(data, at)
        yield Value(at, stop, name, rule if sure else _unsure(rule), Coding.PLAIN)
    elif (quoted := _COLON.match(data, end)) and (
        q := _QUOTE.match(data, quoted.end())
    ):
        found = _string(data, quoted.end(), len(q[1]))
        if found:
            yield _json(found, name, rule, len(q[1]))


_TEXT = re.compile(rb"[^\s,;\"'<>]*")


def _word_end(data: bytes, at: int) -> int:
    found = _TEXT.match(data, at)
    return found.end() if found else at


def _unsure(rule: Rule) -> Rule:
    return Rule.SIGNATURE if rule is Rule.SIGNATURE else Rule.STRONG


READINGS: tuple[Reading, ...] = (_member, _input, _element, _assigned, _line)
