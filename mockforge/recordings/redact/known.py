"""Secrets found so far, so that they vanish wherever else they occur."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from urllib.parse import quote, quote_plus

from mockforge.recordings.redact import views
from mockforge.recordings.redact.shapes import is_strong

_WORD = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_WORDS = bytes(c if c in _WORD else 32 for c in range(256))
_RUN = re.compile(rb"[A-Za-z0-9+/_-]{10,}={0,2}")


class Known:
    """The secrets one process has found, in every form they may be written in.

    A few are looked for by search, which costs least; of many the words of a text
    are looked up.
    """

    MOST = 4096
    """Beyond this the oldest is forgotten."""
    FEW = 12
    """Up to this many are searched for one by one: as fast as looking up all words."""

    def __init__(self, digest: Callable[[bytes], str]) -> None:
        """Begin with nothing.

        Args:
            digest: Keyed, and short: tells secrets apart without telling them.
        """
        self._digest = digest
        self._carried: dict[bytes, str] = {}
        self._expected: dict[str, list[tuple[int, int, str]]] = {}
        self._forms: dict[bytes, tuple[tuple[bytes, ...], tuple[bytes, ...]]] = {}
        """How each is written in whole, and inside base64."""
        self._by_word: dict[bytes, set[bytes]] = {}
        self._few: list[tuple[bytes, bytes]] = []
        self._considered: set[bytes] = set()
        self.found = 0
        """How many secrets were noted for the first time."""

    def is_new(self, value: bytes) -> bool:
        """Tell whether *value* is asked about for the first time."""
        if value in self._considered:
            return False
        if len(self._considered) >= 2 * self.MOST:
            self._considered.clear()
        self._considered.add(value)
        return True

    def note(self, secret: bytes) -> None:
        """Remember *secret*, if it is strong enough to be looked for in any text."""
        if secret in self._forms or not is_strong(secret):
            return
        if len(self._forms) >= self.MOST:
            self._forget(next(iter(self._forms)))
        self._forms[secret] = _written(secret), tuple(_cores(secret))
        for form in self._forms[secret][0]:
            self._by_word.setdefault(_longest(form), set()).add(secret)
        if len(self._forms) <= self.FEW:
            self._few += [(form, secret) for form in self._forms[secret][0]]
        self.found += 1

    @property
    def carried(self) -> tuple[str, ...]:
        """The traces of the secrets that *carry* was told of."""
        return tuple(self._carried.values())

    def carry(self, secret: bytes) -> None:
        """Leave a trace of *secret*: it was found in a request by memory alone.

        Another process that is asked the same has no such memory. By the trace it
        knows the secret when it sees it.
        """
        if secret not in self._carried and len(self._carried) < self.MOST:
            piece = _longest(secret)
            self._carried[secret] = (
                f"{secret.find(piece)}.{len(secret)}"
                f".{self._digest(piece)}.{self._digest(secret)}"
            )

    def expect(self, traces: Iterable[str]) -> None:
        """Take up the traces that another process left.

        Raises:
            ValueError: If one is none.
        """
        for trace in traces:
            offset, length, piece, whole = trace.split(".")
            places = self._expected.setdefault(piece, [])
            places.append((int(offset), int(length), whole))

    def find(self, data: bytes) -> Iterator[tuple[int, int, bytes]]:
        """Yield start, end and secret for each that stands in *data*."""
        if self._expected:
            self._recall(data)
        for secret in self._candidates(data):
            for form in self._forms[secret][0]:
                at = data.find(form)
                while at >= 0:
                    end = at + len(form)
                    if _apart(data, at, end):
                        yield at, end, secret
                    at = data.find(form, end)

    def inside_base64(self, data: bytes) -> Iterator[tuple[int, int]]:
        """Yield where *data* holds base64 of something that holds a secret."""
        for secret in [*islice(reversed(self._forms), self.FEW)][::-1]:
            for core in self._forms[secret][1]:
                if core in data:
                    yield from (m.span() for m in _RUN.finditer(data) if core in m[0])

    def _candidates(self, data: bytes) -> list[bytes]:
        if len(self._forms) <= self.FEW:
            found = [secret for form, secret in self._few if form in data]
            return list(dict.fromkeys(found))
        words = self._by_word.keys() & set(data.translate(_WORDS).split())
        return sorted({secret for word in words for secret in self._by_word[word]})

    def _recall(self, data: bytes) -> None:
        """Note what a trace in *data* leads to."""
        for word in set(data.translate(_WORDS).split()):
            if len(word) < 4 or not self.is_new(b"\0" + word):
                continue
            for offset, length, whole in self._expected.get(self._digest(word), ()):
                at = data.find(word) - offset
                secret = data[max(at, 0) : at + length]
                if self._digest(secret) == whole:
                    self.carry(secret)
                    self.note(secret)

    def _forget(self, secret: bytes) -> None:
        self._few = [pair for pair in self._few if pair[1] != secret]
        for form in self._forms.pop(secret)[0]:
            holders = self._by_word.get(_longest(form), set())
            holders.discard(secret)
            if not holders:
                self._by_word.pop(_longest(form), None)


def rewritten(form: bytes, secret: bytes, standin: bytes) -> bytes:
    """Return *standin* in the coding that *form* is of *secret*."""
    for before, after in zip(_codings(secret), _codings(standin), strict=True):
        if before == form and len(before) == len(after):
            return after
    return form


def _written(secret: bytes) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys(_codings(secret)))


def _codings(secret: bytes) -> tuple[bytes, ...]:
    text = views.text_of(secret)
    escaped = json.dumps(text)[1:-1].encode()
    return (
        secret,
        quote(secret, safe="").encode(),
        quote_plus(secret).encode(),
        escaped,
        escaped.replace(b"/", b"\\/"),
        json.dumps(text, ensure_ascii=False)[1:-1].encode("utf-8", "surrogateescape"),
        base64.b64encode(secret),
        base64.b64encode(secret).rstrip(b"="),
        base64.urlsafe_b64encode(secret).rstrip(b"="),
    )


def _cores(secret: bytes) -> Iterator[bytes]:
    """Yield what base64 of a text with *secret* holds, wherever that begins."""
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + secret)
        first = -(-shift * 8 // 6)
        last = (shift + len(secret)) * 8 // 6
        core = whole[first:last]
        yield core
        if b"+" in core or b"/" in core:
            yield core.replace(b"+", b"-").replace(b"/", b"_")


def _longest(form: bytes) -> bytes:
    return max(form.translate(_WORDS).split() or [b""], key=len)


def _apart(data: bytes, start: int, end: int) -> bool:
    """Tell whether what stands there is no piece of a longer word."""
    before, after = data[start - 1 : start] if start else b"", data[end : end + 1]
    if before.isalnum() and data[start : start + 1].isalnum():
        # The n of `\n` and the 2F of `%2F` end where the secret begins.
        escape = data[max(0, start - 3) : start]
        if not (escape[-2:-1] == b"\\" or escape[:1] == b"%"):
            return False
    return not (after.isalnum() and data[end - 1 : end].isalnum())
