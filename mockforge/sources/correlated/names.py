"""Names: values that stand for others, and texts with the one put for the other."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

MOST = 2000
"""Values one session renames; the oldest are forgotten first."""

SHORTEST = 8
"""Characters. What is shorter may stand anywhere by chance, and is never looked for."""

LONGEST = 4096
"""Characters. What is longer is no name."""

# What an escape is made of is no part of the word that follows it.
_RUN = re.compile(r"%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\[bfnrt]|[^\W_]+")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
_UNSAFE = re.compile(r"[\"\\\\<>&]")
_IN_QUERY = re.compile(r"[?&][\w.%~-]*=\Z")
_DEEPEST = 3
"""Encodings within one another that are looked into."""


class Names:
    """What stands for what, in one direction."""

    def __init__(self) -> None:
        self._new: dict[str, str] = {}
        self._heads: dict[str, list[tuple[str, str]]] = {}
        """By their first letters and digits: every form of a value, and the new one."""

    def __len__(self) -> int:
        return len(self._new)

    def __contains__(self, old: str) -> bool:
        return old in self._new

    def get(self, old: str) -> str | None:
        """Return what stands for *old*, if anything does."""
        return self._new.get(old)

    def add(self, old: str, new: str) -> None:
        """Have *new* stand for *old* from now on."""
        self.drop(old)
        while len(self._new) >= MOST:
            self.drop(next(iter(self._new)))
        self._new[old] = new
        for one, other in _forms(old, new):
            forms = self._heads.setdefault(_head(one), [])
            forms.append((one, other))
            # Of two that begin alike the longer one is meant where it stands.
            forms.sort(key=lambda pair: -len(pair[0]))

    def drop(self, old: str) -> None:
        """Let nothing stand for *old*."""
        new = self._new.pop(old, None)
        if new is None:
            return
        for one, other in _forms(old, new):
            forms = self._heads[_head(one)]
            forms.remove((one, other))
            if not forms:
                del self._heads[_head(one)]

    def over(self, others: Names | None) -> Names:
        """Return these and *others*, these before those."""
        found = Names()
        for names in (others, self):
            for old, new in names._new.items() if names is not None else ():
                found.add(old, new)
        return found

    def text(
        self, text: str, first: Names | None = None, used: dict[str, str] | None = None
    ) -> str:
        """Return *text* with every whole word that has a new name renamed.

        It is looked for as it is, percent-encoded, as JSON writes it, and within
        base64.

        Args:
            text: Anything.
            first: Names that go before these.
            used: Where to note what was renamed: the new value by the old one.
        """
        if not self._heads and (first is None or not first._heads):
            return text
        return self._text(text, first, used, 0)

    def _text(
        self, text: str, first: Names | None, used: dict[str, str] | None, depth: int
    ) -> str:
        text = self._plain(text, first, used)
        if depth < _DEEPEST:
            inner = partial(self._text, first=first, used=used, depth=depth + 1)
            text = _BASE64.sub(lambda found: _recoded(found, inner), text)
        return text

    def _plain(
        self, text: str, first: Names | None, used: dict[str, str] | None
    ) -> str:
        heads = self._heads.keys()
        if heads.isdisjoint(_RUN.findall(text)) and not first:
            return text
        pieces: list[str] = []
        done = 0
        for run in _RUN.finditer(text):
            at = run.start()
            if at < done:
                continue
            for old, new in self._at(run[0], first):
                if text.startswith(old, at) and _is_whole(text, at, at + len(old)):
                    pieces += (text[done:at], _fitted(old, new, text, at))
                    done = at + len(old)
                    if used is not None:
                        used[old] = new
                    break
        if not pieces:
            return text
        pieces.append(text[done:])
        return "".join(pieces)

    def _at(self, head: str, first: Names | None) -> Iterator[tuple[str, str]]:
        if first is not None and head in first._heads:
            yield from first._heads[head]
        if head in self._heads:
            yield from self._heads[head]


def is_telling(value: str) -> bool:
    """Return whether *value* is known wherever it stands: it is there by no chance."""
    return (
        SHORTEST <= len(value) <= LONGEST
        and value[0].isalnum()
        and sum(map(str.isalnum, value)) >= SHORTEST - 1
        # It can be put into JSON, XML and header fields as it is.
        and value.isprintable()
        and not _UNSAFE.search(value)
    )


def _fitted(old: str, new: str, text: str, at: int) -> str:
    """Return *new* as it is written where *old* stands in *text*."""
    if _quoted(old) != old or _quoted(new) == new:
        return new
    return _quoted(new) if _IN_QUERY.search(text[max(0, at - 100) : at]) else new


def _head(text: str) -> str:
    found = _RUN.match(text)
    return found[0] if found else ""


def _forms(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield *old* and *new* as they stand in texts, in URLs and in JSON."""
    seen = set()
    for write in (str, _quoted, _form, _json):
        one = write(old)
        if one not in seen:
            seen.add(one)
            yield one, write(new)


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="surrogateescape")


def _form(text: str) -> str:
    return _quoted(text).replace("%20", "+")


def _json(text: str) -> str:
    return json.dumps(text)[1:-1]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether what stands there is no part of a longer word or number."""
    after = text[end : end + 2]
    if text[end - 1].isalnum() and after[:1].isalnum():
        return False
    if not text[start:end].isdecimal():
        return True
    # 17 is no part of 17.5 and 0.17.
    before = text[max(0, start - 2) : start]
    return not (
        (after[:1] == "." and after[1:].isdecimal())
        or (before[-1:] == "." and before[:1].isdecimal())
    )


def _recoded(found: re.Match[str], inner: partial[str]) -> str:
    """Return the base64 that was found with what is in it changed by *inner*."""
    text = found[0]
    # Text in base64 has capitals, but once in thousands of times.
    if text.islower() or len(text) > 2 * LONGEST:
        return text
    start, end = found.span()
    # Between dots, as in a JWT, it is never padded.
    is_dotted = "." in (found.string[start - 1 : start], found.string[end : end + 1])
    whole = _changed(text, inner, is_dotted=is_dotted)
    if whole is not None or "/" not in text:
        return whole or text
    pieces = text.split("/")
    changed = [_changed(piece, inner, is_dotted=is_dotted) for piece in pieces]
    return "/".join(new or old for old, new in zip(pieces, changed, strict=True))


def _changed(text: str, inner: partial[str], *, is_dotted: bool) -> str | None:
    """Return base64 *text* with what is in it changed; None if it is no base64."""
    bare = text.rstrip("=")
    if len(bare) % 4 == 1 or len(bare) < 8:
        return None
    altchars = b"-_" if "-" in text or "_" in text else b"+/"
    try:
        plain = base64.b64decode(bare + "=" * (-len(bare) % 4), altchars, validate=True)
        old = plain.decode()
    except ValueError:
        return None
    new = inner(old)
    if new == old:
        return text
    is_bare = is_dotted or (len(text) == len(bare) and len(bare) % 4 != 0)
    if is_bare:
        altchars = b"-_"
    coded = base64.b64encode(new.encode(), altchars).decode()
    return coded.rstrip("=") if is_bare else coded
