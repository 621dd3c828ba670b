"""One pass over a piece of text: find what is secret in it, and put stand-ins there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from mockforge.recordings.redact import cards, segments, shapes, views
from mockforge.recordings.redact.compounds import parts
from mockforge.recordings.redact.credentials import swap_credentials, swap_parameters
from mockforge.recordings.redact.edits import Edits
from mockforge.recordings.redact.fields import Fields
from mockforge.recordings.redact.known import Known, rewritten
from mockforge.recordings.redact.names import Names
from mockforge.recordings.redact.options import LONGEST_MATCH
from mockforge.recordings.redact.readings import Coding, Value
from mockforge.recordings.redact.vocabulary import CALM_COOKIES, Rule

Swap = Callable[[str], str]
"""Return what is to stand for a secret."""
Seen = Callable[[str, bytes, bytes], None]
"""Told of each secret: what it is, the name it stood under, and the secret."""

DEEPEST = 5
"""How many codings are looked through, one inside the other."""
REMEMBERED = 1024
WINDOW = 1 << 20
"""Bytes. A longer text is swept in pieces, so that no copy of it all is made."""
OVERLAP = 16 << 10
"""Bytes of a piece that are looked at again with the next: a secret, with the name
that gives it away, is shorter."""
# What stands where a secret was taken out already, or never was.
_MASKED = re.compile(
    rb"[\[<({]*(?i:redacted|scrubbed|censored|hidden|masked|filtered|null|none|undefined|true|false|yes|no"
    rb"|string|deleted|empty|invalid|expired|required|missing|revoked|unknown|optional"
    rb"|bearer|include|same-origin)[\]>)}]*|[^A-Za-z0-9\x80-\xff]*|[xX*.\xe2\x80\xa2-]+"
    rb"|\$\{?\w+\}?|\{\{.*\}\}|<[A-Za-z_ -]+>"
)
_CALM_VALUES = frozenset(b" 0 1 true false yes no on off".split(b" "))


@dataclass(frozen=True, slots=True)
class Sweep:
    """What is looked for, and what is put in its place."""

    swap: Swap
    names: Names
    fields: Fields
    known: Known
    is_standin: Callable[[str], bool]
    """What is a stand-in already is not looked for elsewhere."""
    patterns: Sequence[re.Pattern[bytes]] = ()
    keep: Collection[bytes] = ()
    """Values that stay."""
    seen: Seen | None = None
    carried: Callable[[bytes], None] | None = None
    """Told of each secret that only memory found."""
    memory: dict[tuple[bytes, bytes], bytes] = field(default_factory=dict)
    """Header fields of late and what became of them: most come with every request."""
    pause: Callable[[], None] | None = None
    """Called between the pieces of a long text: others may sweep then."""

    def text(self, data: bytes, depth: int = 0) -> bytes:
        """Return *data* with stand-ins for its secrets; itself if it has none."""
        if len(data) < 3 or depth > DEEPEST:
            return data
        if len(data) > WINDOW + 2 * OVERLAP:
            return self._in_pieces(data, partial(self.text, depth=depth))
        if views.has_ascii_escapes(data):
            return views.ascii_escapes(data, lambda plain: self._plain(plain, depth))
        return self._plain(data, depth)

    def is_clean(self, data: bytes) -> bool:
        """Tell whether there is surely nothing in *data* that *text* would change."""
        if self.patterns or b"%" in data or views.has_ascii_escapes(data):
            return False
        runs = shapes.runs(data)
        looks = (
            self.fields.find(data),
            shapes.find(data, runs),
            cards.find(data),
            self.known.find(data),
            segments.base64_texts(data, runs),
            self.known.inside_base64(data) if runs else iter(()),
        )
        return all(next(look, None) is None for look in looks)

    def pairs(self, data: bytes, *, clean: bool = False) -> bytes:
        """Return the query or form *data* with stand-ins for its secrets.

        Args:
            data: Percent-encoded.
            clean: Whether only the names are left to look at.
        """
        out = [self._pair(part, clean) for part in data.split(b"&")]
        made = b"&".join(out)
        return data if made == data else made

    def value(self, raw: bytes, rule: Rule, name: bytes) -> bytes:
        """Return what is to stand for *raw*, the value of what is called *name*."""
        secret = partial(self._secret, rule=rule, name=name)
        if rule is Rule.CREDENTIALS:
            return swap_credentials(raw, secret)
        if rule is Rule.COOKIES:
            return b";".join(self._cookie(pair) for pair in raw.split(b";"))
        if rule is Rule.SET_COOKIE:
            first, *attributes = raw.split(b";")
            return b";".join([self._cookie(first), *attributes])
        if rule is Rule.SIGNATURE and b"=" in raw.rstrip(b"="):
            return swap_parameters(raw, secret)
        return secret(raw) if _fits(raw, rule, name) else raw

    def header(self, name: bytes, value: bytes, rule: Rule) -> bytes:
        """Return what is to stand for *value*, the whole of a header field."""
        if self.seen is not None:
            return self.value(value, rule, name)
        new = self.memory.get((name, value))
        if new is None:
            if len(self.memory) >= REMEMBERED:
                self.memory.clear()
            new = self.memory[name, value] = self.value(value, rule, name)
        return new

    def known_only(self, data: bytes) -> bytes:
        """Return *data* with stand-ins for what was found elsewhere, and no more."""
        if len(data) > WINDOW + 2 * OVERLAP:
            return self._in_pieces(data, self.known_only)
        if views.has_ascii_escapes(data):
            return views.ascii_escapes(data, self._carried)
        return self._carried(data)

    def _in_pieces(self, data: bytes, change: Callable[[bytes], bytes]) -> bytes:
        """Return *data* changed piece by piece; itself if nothing in it changes."""
        out: list[bytes | memoryview] = []
        whole, same, carry = memoryview(data), True, b""
        for at in range(0, len(data), WINDOW):
            piece = carry + data[at : at + WINDOW]
            changed = change(piece)
            same = same and changed is piece
            last = at + WINDOW >= len(data)
            end = len(changed) if last else max(len(changed) - OVERLAP, 0)
            if same:
                # What stays is not copied: the next line is all that is held of it.
                out = [whole[: at - len(carry) + end]]
            else:
                out.append(changed[:end])
            carry = changed[end:]
            if self.pause is not None:
                self.pause()
        return data if same else b"".join(out)

    def _pair(self, part: bytes, clean: bool) -> bytes:
        name, equals, value = part.partition(b"=")
        if not value:
            return part if clean or len(part) < 8 else self.text(part)
        rule = self.names.field(views.unquote(name) if b"%" in name else name)
        if rule is Rule.NONE:
            if clean or len(value) < 8:
                return part
            new = views.percent(value, lambda v: self.text(v, 1), plus=True)
        else:
            change = partial(self.value, rule=rule, name=name)
            new = views.percent(value, change, plus=True)
        return name + equals + new

    def _cookie(self, pair: bytes) -> bytes:
        name, equals, value = pair.partition(b"=")
        plain, bare = name.strip(), value.strip(b' "')
        if not equals or bare.lower() in _CALM_VALUES:
            return pair
        shown = views.text_of(plain)
        if shown.lower() in CALM_COOKIES or self.names.keeps(shown):
            return pair
        change = partial(self._secret, rule=Rule.COOKIES, name=plain)
        return name + equals + value.replace(bare, views.percent(bare, change), 1)

    def _secret(self, raw: bytes, rule: str, name: bytes) -> bytes:
        """Return the stand-in for *raw*, and look for it elsewhere from now on."""
        if raw in self.keep or _MASKED.fullmatch(raw):
            return raw
        text = views.text_of(raw)
        if self.seen is not None:
            self.seen(rule, name, raw)
        # What is made for one message is in no other.
        wide = rule != Rule.SIGNATURE and self.known.is_new(raw)
        if wide and not self.is_standin(text):
            for part in parts(text):
                self.known.note(views.bytes_of(part))
        return views.bytes_of(self.swap(text))

    def _plain(self, data: bytes, depth: int) -> bytes:
        edits, runs = Edits(data), shapes.runs(data)
        for value in self.fields.find(data):
            edits.put(value.start, value.end, partial(self._named, value))
        for found in shapes.find(data, runs):
            edits.put(found.start, found.end, partial(self._shaped, found))
        for start, end in cards.find(data):
            edits.put(start, end, partial(self._unnoted, rule="card"))
        for pattern in self.patterns:
            change = partial(self._secret, rule="pattern", name=b"")
            for start, end in _matches(pattern, data):
                edits.put(start, end, change)
        self._carry(edits)
        self._look_through(edits, runs, depth)
        return edits.made()

    def _look_through(
        self, edits: Edits, runs: Sequence[tuple[int, int]], depth: int
    ) -> None:
        """Edit what is secret in percent-encoded and base64 parts."""

        def deeper(plain: bytes) -> bytes:
            return self.text(plain, depth + 1)

        for start, end in segments.percent_encoded(edits.data):
            edits.put(start, end, partial(views.percent, change=deeper))
        for start, end in segments.base64_texts(edits.data, runs):
            edits.put(start, end, partial(views.base64_text, change=deeper))
        if runs:
            self._carry_coded(edits)

    def _carried(self, data: bytes) -> bytes:
        edits = Edits(data)
        self._carry(edits)
        self._carry_coded(edits)
        return edits.made()

    def _named(self, value: Value, raw: bytes) -> bytes:
        change = partial(self.value, rule=value.rule, name=value.name)
        if value.coding is Coding.JSON:
            return views.json_text(raw, change, value.levels)
        if value.coding is Coding.XML:
            return views.entities(raw, change)
        return (
            views.percent(raw, change)
            if value.coding is Coding.PERCENT
            else change(raw)
        )

    def _shaped(self, found: shapes.Found, raw: bytes) -> bytes:
        if found.kind == "private_key":
            return views.line_breaks(raw, partial(self._unnoted, rule=found.kind))
        if not found.noted:
            return self._unnoted(raw, found.kind)
        return self._secret(raw, found.kind, b"")

    def _unnoted(self, raw: bytes, rule: str) -> bytes:
        if raw in self.keep:
            return raw
        if self.seen is not None:
            self.seen(rule, b"", raw)
        return views.bytes_of(self.swap(views.text_of(raw)))

    def _carry(self, edits: Edits) -> None:
        """Edit what was found elsewhere."""
        for start, end, secret in self.known.find(edits.data):

            def change(form: bytes, secret: bytes = secret) -> bytes:
                if self.seen is not None:
                    self.seen("known", b"", secret)
                if self.carried is not None:
                    self.carried(secret)
                standin = views.bytes_of(self.swap(views.text_of(secret)))
                return rewritten(form, secret, standin)

            edits.put(start, end, change)

    def _carry_coded(self, edits: Edits) -> None:
        for start, end in self.known.inside_base64(edits.data):
            edits.put(start, end, lambda run: views.base64_text(run, self._carried))


def _fits(raw: bytes, rule: Rule, name: bytes) -> bool:
    """Tell whether *raw* can be what its name says."""
    if rule is Rule.STRONG:
        return shapes.is_strong(raw)
    if rule is Rule.TOKEN and (
        len(raw) < 6 or (b" " in raw and not shapes.is_strong(raw))
    ):
        # "is invalid", and a language model's " Hello", stand under such names too.
        return False
    return not _is_label(raw.lower(), name.lower())


_LABEL = re.compile(rb"[a-z' *?!.:]+")


def _is_label(raw: bytes, name: bytes) -> bool:
    """Tell whether *raw* is a form's label: `Password`, `Forgot password?`."""
    word = name.rpartition(b"_")[2]
    if word not in raw or not _LABEL.fullmatch(raw):
        return False
    return b" " in raw or raw.strip(b"' *?!.:") == word


def _matches(pattern: re.Pattern[bytes], data: bytes) -> Iterator[tuple[int, int]]:
    """Yield what *pattern* finds, trying it on short pieces that overlap."""
    for low in range(0, len(data), LONGEST_MATCH):
        for found in pattern.finditer(data[low : low + 2 * LONGEST_MATCH]):
            group = 1 if pattern.groups and found[1] is not None else 0
            if found.end(group) > found.start(group):
                yield low + found.start(group), low + found.end(group)
