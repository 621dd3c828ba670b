"""One pass over a piece of text: find what is secret in it, and put stand-ins there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from mockforge.recordings.redact import cards, shapes, views
from mockforge.recordings.redact.credentials import swap_credentials
from mockforge.recordings.redact.fields import Coding, Fields, Value
from mockforge.recordings.redact.known import Known, rewritten
from mockforge.recordings.redact.names import CALM_COOKIES, Names, Rule
from mockforge.recordings.redact.options import LONGEST_MATCH
from mockforge.recordings.redact.standins import parts

Swap = Callable[[str], str]
"""Return the stand-in for a secret."""
Noted = Callable[[str, str, bytes], None]
"""Told of each secret: its kind, the name it stood under, and the secret."""

DEEPEST = 5
"""How many codings are looked through, one inside the other."""
_ESCAPED = re.compile(rb"[^\s\"'<>\\&;|,(){}]*%[0-9a-fA-F]{2}[^\s\"'<>\\|,(){}]*")
_BASE64 = re.compile(
    rb"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{16,}={0,2}(?![A-Za-z0-9+/_=-])"
)
_PAIRS = re.compile(rb"([^=&;?#]*)=([^&;#]*)")
_MASKED = re.compile(
    rb"(?i:redacted|hidden|masked|filtered|null|none|undefined|true|false|yes|no|on|off"
    rb"|string|deleted|empty)|[^A-Za-z0-9\x80-\xff]*|[xX*.\xe2\x80\xa2-]+"
    rb"|[<\[{(](?i:redacted|hidden|masked|filtered)[>\]})]|\$\{?\w+\}?|\{\{.*\}\}"
)
_CALM_VALUES = frozenset(
    [b"", b"0", b"1", b"true", b"false", b"yes", b"no", b"on", b"off"]
)


@dataclass(slots=True)
class Edit:
    """What is to stand where something else stood."""

    start: int
    end: int
    new: bytes


@dataclass(frozen=True, slots=True)
class Sweep:
    """What is looked for, and what is put in its place."""

    swap: Swap
    names: Names
    fields: Fields
    known: Known
    patterns: Sequence[re.Pattern[bytes]] = ()
    keep: Collection[bytes] = ()
    """Values that stay."""
    noted: Noted | None = None
    knows: Callable[[str], bool] = field(default=lambda _: False)
    """Tell whether a value is a stand-in already; those are not looked for elsewhere."""

    def text(self, data: bytes, depth: int = 0) -> bytes:
        """Return *data* with stand-ins for every secret in it, and as long."""
        if len(data) < 3 or depth > DEEPEST:
            return data
        if views.has_ascii_escapes(data):
            return views.ascii_escapes(data, lambda plain: self._plain(plain, depth))
        return self._plain(data, depth)

    def pairs(self, data: bytes, depth: int = 0, *, plus: bool = True) -> bytes:
        """Return the query or form *data* with stand-ins for its secrets."""

        def pair(found: re.Match[bytes]) -> bytes:
            name, value = found[1], found[2]
            if not value:
                return found[0]
            rule = self.names.field(_unquoted(name))
            if rule is Rule.NONE:
                if len(value) < 8:
                    return found[0]
                new = views.percent(value, lambda v: self.text(v, depth + 1), plus=plus)
            else:
                new = views.percent(
                    value, lambda v: self.value(v, rule, name), plus=plus
                )
            return name + b"=" + new

        return _PAIRS.sub(pair, data) if b"=" in data else self.text(data, depth)

    def value(self, raw: bytes, rule: Rule, name: bytes) -> bytes:
        """Return what stands for *raw*, the value of a field or header called *name*."""
        if rule is Rule.CREDENTIALS:
            return swap_credentials(raw, lambda secret: self.secret(secret, rule, name))
        if rule is Rule.COOKIES:
            return b";".join(self._cookie(pair) for pair in raw.split(b";"))
        if rule is Rule.SET_COOKIE:
            first, *attributes = raw.split(b";")
            return b";".join([self._cookie(first), *attributes])
        return self.secret(raw, rule, name) if _fits(raw, rule) else raw

    def secret(self, raw: bytes, rule: Rule, name: bytes) -> bytes:
        """Return the stand-in for the secret *raw*, and remember it unless made for one message."""
        if _MASKED.fullmatch(raw) or raw in self.keep:
            return raw
        text = views.text_of(raw)
        self._note(raw, text, name, rule, rule is not Rule.SIGNATURE)
        return views.bytes_of(self.swap(text))

    def everywhere(self, data: bytes) -> bytes:
        """Return *data* with stand-ins for what is known from elsewhere, and nothing else changed."""
        if views.has_ascii_escapes(data):
            return views.ascii_escapes(data, self._known_only)
        return self._known_only(data)

    def _cookie(self, pair: bytes) -> bytes:
        name, equals, value = pair.partition(b"=")
        plain = name.strip()
        bare = value.strip(b' "')
        calm = (
            plain.lower().decode("latin-1") in CALM_COOKIES
            or bare.lower() in _CALM_VALUES
        )
        if not equals or calm or self.names.keeps(views.text_of(plain)):
            return pair
        new = views.percent(bare, lambda v: self.secret(v, Rule.COOKIES, plain))
        return name + equals + value.replace(bare, new, 1)

    def _note(self, raw: bytes, text: str, name: bytes, rule: str, wide: bool) -> None:
        if self.noted is not None:
            self.noted(str(rule), views.text_of(name), raw)
        if wide and not self.knows(text):
            for part in parts(text):
                self.known.note(views.bytes_of(part))

    def _plain(self, data: bytes, depth: int) -> bytes:
        edits: list[Edit] = []
        for value in self.fields.find(data):
            _put(edits, value.start, value.end, lambda v=value: self._named(data, v))
        for found in shapes.find(data):
            _put(edits, found.start, found.end, lambda f=found: self._shaped(data, f))
        for start, end in cards.find(data):
            _put(edits, start, end, lambda s=start, e=end: self._card(data[s:e]))
        for pattern in self.patterns:
            for start, end in _matches(pattern, data):
                _put(
                    edits,
                    start,
                    end,
                    lambda s=start, e=end: self.secret(
                        data[s:e], Rule.SECRET, b"pattern"
                    ),
                )
        self._carry(data, edits)
        self._look_through(data, edits, depth)
        return _applied(data, edits)

    def _known_only(self, data: bytes) -> bytes:
        edits: list[Edit] = []
        self._carry(data, edits)
        for start, end in self.known.inside_base64(data):
            _put(
                edits,
                start,
                end,
                lambda s=start, e=end: views.base64_text(data[s:e], self._known_only),
            )
        return _applied(data, edits)

    def _named(self, data: bytes, value: Value) -> bytes:
        raw = data[value.start : value.end]

        def change(plain: bytes) -> bytes:
            return self.value(plain, value.rule, value.name)

        if value.coding is Coding.JSON:
            return views.json_text(raw, change, value.levels)
        if value.coding is Coding.XML:
            return views.entities(raw, change)
        if value.coding is Coding.PERCENT:
            return views.percent(raw, change)
        return change(raw)

    def _shaped(self, data: bytes, found: shapes.Found) -> bytes:
        raw = data[found.start : found.end]
        if raw in self.keep:
            return raw
        if found.kind == "private_key":
            raw = raw.replace(b"\\r", b"\r").replace(b"\\n", b"\n")
            return _with_breaks(data[found.start : found.end], self.swap)
        text = views.text_of(raw)
        self._note(raw, text, b"", found.kind, found.noted)
        return views.bytes_of(self.swap(text))

    def _card(self, raw: bytes) -> bytes:
        self._note(raw, "", b"", "card", False)
        return (
            raw if raw in self.keep else views.bytes_of(self.swap(views.text_of(raw)))
        )

    def _carry(self, data: bytes, edits: list[Edit]) -> None:
        """Add an edit for each secret that was found elsewhere."""
        for start, end, form, secret in self.known.find(data):

            def new(form: bytes = form, secret: bytes = secret) -> bytes:
                standin = views.bytes_of(self.swap(views.text_of(secret)))
                return rewritten(form, secret, standin) or form

            _put(edits, start, end, new)

    def _look_through(self, data: bytes, edits: list[Edit], depth: int) -> None:
        """Add edits for what is secret in percent-encoded and base64 parts."""
        if b"%" in data:
            for found in _ESCAPED.finditer(data):
                _put(
                    edits,
                    *found.span(),
                    lambda f=found: views.percent(
                        f[0],
                        lambda v: (
                            self.pairs(v, depth + 1, plus=False)
                            if b"=" in v
                            else self.text(v, depth + 1)
                        ),
                    ),
                )
        if not shapes.has_runs(data):
            return
        for found in _BASE64.finditer(data):
            plain = _readable(found[0])
            if plain is not None:
                _put(
                    edits,
                    *found.span(),
                    lambda f=found: views.base64_text(
                        f[0], lambda v: self.text(v, depth + 1)
                    ),
                )
        for start, end in self.known.inside_base64(data):
            _put(
                edits,
                start,
                end,
                lambda s=start, e=end: views.base64_text(data[s:e], self._known_only),
            )


def _put(edits: list[Edit], start: int, end: int, new: Callable[[], bytes]) -> None:
    """Add an edit unless it overlaps an earlier one: what a name says goes before a form."""
    if any(edit.start < end and start < edit.end for edit in edits):
        return
    edits.append(Edit(start, end, new()))


def _applied(data: bytes, edits: list[Edit]) -> bytes:
    if not edits:
        return data
    out = bytearray(data)
    for edit in edits:
        if len(edit.new) == edit.end - edit.start:
            out[edit.start : edit.end] = edit.new
    return data if out == data else bytes(out)


def _fits(raw: bytes, rule: Rule) -> bool:
    if rule is Rule.TOKEN:
        return len(raw) >= 6 and (b" " not in raw.strip() or len(raw) >= 40)
    return rule is not Rule.STRONG or shapes.is_strong(raw)


def _matches(pattern: re.Pattern[bytes], data: bytes) -> Iterator[tuple[int, int]]:
    """Yield what *pattern* finds, trying it on short pieces that overlap."""
    for low in range(0, len(data), LONGEST_MATCH):
        piece = data[max(0, low - LONGEST_MATCH) : low + LONGEST_MATCH]
        for found in pattern.finditer(piece):
            group = 1 if pattern.groups and found[1] is not None else 0
            if found.end(group) > found.start(group):
                base = max(0, low - LONGEST_MATCH)
                yield base + found.start(group), base + found.end(group)


def _readable(run: bytes) -> bytes | None:
    """Return what *run* is the base64 of if that is text."""
    head = views.decode_base64(run[:16].rstrip(b"="))
    if head is None or head[:11].translate(None, _PRINTABLE):
        return None
    plain = views.decode_base64(run)
    if plain is None or plain.translate(None, _PRINTABLE + _HIGH):
        return None
    return plain


_PRINTABLE = bytes(range(32, 127)) + b"\t\r\n"
_HIGH = bytes(range(128, 256))


def _unquoted(name: bytes) -> bytes:
    return views.unquote(name) if b"%" in name else name


_BREAKS = re.compile(rb"(?:\\+[nr])+")


def _with_breaks(raw: bytes, swap: Swap) -> bytes:
    """Swap a key in PEM whose line breaks may be written as escapes."""
    pieces, at = [], 0
    for found in _BREAKS.finditer(raw):
        pieces.append((raw[at : found.start()], found[0]))
        at = found.end()
    pieces.append((raw[at:], b""))
    new = views.bytes_of(swap("\n".join(views.text_of(text) for text, _ in pieces)))
    lines, out, at = new, bytearray(), 0
    for text, escape in pieces:
        out += lines[at : at + len(text)] + escape
        at += len(text) + 1
    return bytes(out)
