"""A bounded sample of exchanges: all of a small recording, the telling ones of a large.

Of a large one two samples are drawn, and both are decided by digests, so that the
order in which exchanges come matters little: whole sessions, because a value told in
one answer is sent in a later request; and some exchanges of every kind of request, so
that the seldom ones are there too.
"""

from __future__ import annotations

import heapq
import re
from bisect import insort
from dataclasses import dataclass, field
from hashlib import blake2b

from mockforge.exchange import Exchange

FEW = 16
"""Exchanges of a kind, and kinds, that are not made fewer as long as there are more."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is kept."""

    whole: int = 20_000
    """Exchanges of a recording that is kept whole."""
    whole_bytes: int = 24 << 20
    """Bytes of its bodies and heads. Read as documents they take thirty times that."""
    session: int = 2_000
    """Exchanges of one session in the sample of a larger one: its first."""
    sessions: int = 6_000
    """Exchanges of all sessions in it."""
    each: int = 256
    """Exchanges of one kind of request."""
    kinds: int = 2_048
    """Kinds of requests that are told apart."""
    spread: int = 6_000
    """Exchanges of all kinds."""
    part_bytes: int = 12 << 20
    """Bytes of the sessions, and as many of the kinds."""
    largest: int = 4 << 20
    """Bytes of an exchange that is kept at all, in a large recording."""


class Sampling:
    """Takes exchanges one by one, and keeps some."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        self.bounds = bounds or Bounds()
        self.is_whole = True
        """Nothing was left out."""
        self._all: list[Exchange] = []
        self._bytes = 0
        self._sessions = _Sessions(self.bounds)
        self._kinds = _Kinds(self.bounds)

    def add(self, exchange: Exchange) -> None:
        """Take *exchange* into account."""
        size = size_of(exchange)
        if self.is_whole:
            self._all.append(exchange)
            self._bytes += size
            bounds = self.bounds
            if len(self._all) > bounds.whole or self._bytes > bounds.whole_bytes:
                self.is_whole = False
                self._all = []
        if size <= self.bounds.largest:
            rank = rank_of(exchange)
            self._sessions.add(exchange, rank, size)
            self._kinds.add(exchange, rank, size)

    def chosen(self) -> list[Exchange]:
        """Return what is kept, in order of start."""
        if self.is_whole:
            return sorted(self._all, key=_order)
        kept = {id(one): one for one in self._sessions.every()}
        kept.update((id(one), one) for one in self._kinds.every())
        return sorted(kept.values(), key=_order)


class _Sessions:
    """The first exchanges of the sessions with the lowest digests."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._threads: dict[str, _Thread] = {}
        self._ranks: list[tuple[int, str]] = []
        self._limit = 1 << 64
        self._count = self._bytes = 0

    def add(self, exchange: Exchange, rank: int, size: int) -> None:
        name = exchange.session
        thread = self._threads.get(name)
        if thread is None:
            place = _digest(name.encode("utf-8", "surrogatepass"))
            if place >= self._limit:
                return
            thread = self._threads[name] = _Thread()
            heapq.heappush(self._ranks, (-place, name))
        count, held = thread.add(exchange, rank, size, self._bounds)
        self._count += count
        self._bytes += held
        while self._is_over() and len(self._ranks) > 1:
            place, name = heapq.heappop(self._ranks)
            self._limit = -place
            gone = self._threads.pop(name)
            self._count -= len(gone.moments)
            self._bytes -= gone.bytes

    def every(self) -> list[Exchange]:
        return [one[3] for thread in self._threads.values() for one in thread.moments]

    def _is_over(self) -> bool:
        bounds = self._bounds
        return self._count > bounds.sessions or self._bytes > bounds.part_bytes


@dataclass(slots=True)
class _Thread:
    """The first exchanges of a session."""

    moments: list[tuple[float, int, int, Exchange, int]] = field(default_factory=list)
    bytes: int = 0
    is_full: bool = False

    def add(
        self, exchange: Exchange, rank: int, size: int, bounds: Bounds
    ) -> tuple[int, int]:
        """Take *exchange* in; return how many exchanges and bytes came to it."""
        key = (exchange.started, exchange.id or 0, rank)
        moments = self.moments
        if self.is_full and moments and key >= moments[-1][:3]:
            return 0, 0
        count, held = len(moments), self.bytes
        if not moments or key >= moments[-1][:3]:
            moments.append((*key, exchange, size))
        else:
            insort(moments, (*key, exchange, size), key=_place)
        self.bytes += size
        while len(moments) > bounds.session or 4 * self.bytes > bounds.part_bytes:
            self.is_full = True
            self.bytes -= moments.pop()[4]
            if not moments:
                break
        return len(moments) - count, self.bytes - held


def _place(moment: tuple[float, int, int, Exchange, int]) -> tuple[float, int, int]:
    return moment[:3]


class _Kinds:
    """Of every kind of request the exchanges with the lowest digests."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._each = bounds.each
        self._kinds: dict[str, _Kind] = {}
        self._count = self._bytes = 0

    def add(self, exchange: Exchange, rank: int, size: int) -> None:
        name = kind_of(exchange)
        kind = self._kinds.get(name)
        if kind is None:
            if len(self._kinds) >= 2 * self._bounds.kinds:
                self._gather(self._bounds.kinds)
            kind = self._kinds[name] = _Kind()
        kind.seen += 1
        self._note(kind, rank, exchange, size)
        while self._is_over() and self._make_room():
            pass

    def every(self) -> list[Exchange]:
        return [one[1] for kind in self._kinds.values() for one in kind.held]

    def _is_over(self) -> bool:
        bounds = self._bounds
        return self._count > bounds.spread or self._bytes > bounds.part_bytes

    def _make_room(self) -> bool:
        """Keep fewer of each kind, then fewer kinds; return whether that helped."""
        if self._each > FEW or (self._each > 1 and len(self._kinds) <= FEW):
            self._each //= 2
            for kind in self._kinds.values():
                self._shrink(kind)
            return True
        if len(self._kinds) > FEW:
            self._gather(len(self._kinds) // 2)
            return True
        if len(self._kinds) > 1:
            self._drop(min(self._kinds, key=lambda key: (self._kinds[key].seen, key)))
            return True
        return False

    def _note(self, kind: _Kind, rank: int, exchange: Exchange, size: int) -> None:
        if rank in kind.ranks:
            self._renew(kind, rank, exchange)
            return
        if len(kind.held) >= self._each and rank > -kind.held[0][0]:
            return
        kind.ranks[rank] = _moment(exchange)
        heapq.heappush(kind.held, (-rank, exchange, size))
        self._count += 1
        self._bytes += size
        self._shrink(kind)

    def _renew(self, kind: _Kind, rank: int, exchange: Exchange) -> None:
        """Keep the first of those that are the same."""
        moment = _moment(exchange)
        if moment < kind.ranks[rank]:
            kind.ranks[rank] = moment
            at = next(at for at, one in enumerate(kind.held) if one[0] == -rank)
            kind.held[at] = (-rank, exchange, kind.held[at][2])

    def _shrink(self, kind: _Kind) -> None:
        while len(kind.held) > self._each:
            rank, _, size = heapq.heappop(kind.held)
            del kind.ranks[-rank]
            self._count -= 1
            self._bytes -= size

    def _drop(self, name: str) -> _Kind:
        kind = self._kinds.pop(name)
        self._count -= len(kind.held)
        self._bytes -= sum(size for _, _, size in kind.held)
        return kind

    def _gather(self, left: int) -> None:
        """Put the kinds seen least into one: a crawler's, whose paths all differ.

        Args:
            left: How many kinds stay.
        """
        order = sorted(self._kinds, key=lambda key: (self._kinds[key].seen, key))
        rest = self._kinds.get("") or _Kind()
        for name in order[: len(order) - left]:
            if name:
                gone = self._drop(name)
                rest.seen += gone.seen
                for rank, exchange, size in gone.held:
                    self._note(rest, -rank, exchange, size)
        self._kinds[""] = rest


@dataclass(slots=True)
class _Kind:
    seen: int = 0
    held: list[tuple[int, Exchange, int]] = field(default_factory=list)
    """A heap; the highest digest is first."""
    ranks: dict[int, tuple[float, int, str]] = field(default_factory=dict)
    """When each was asked."""


_VALUE = re.compile(r"[^/]*[0-9%][^/]*|[^/]{25,}")
_ACTION = re.compile(
    rb"(?:^|[&{,])\s*\"?(?:action|method|operationname|operation|op|cmd|command)\"?"
    rb"\s*[=:]\s*\"?([A-Za-z][A-Za-z0-9_.]{1,60})",
    re.IGNORECASE,
)


def kind_of(exchange: Exchange) -> str:
    """Return what kind of request it is, at a first glance.

    Its method, its path without what looks like a value, a word that may name the
    operation, and the status of the answer.
    """
    request = exchange.request
    path = _VALUE.sub("*", request.path[:512])
    action = ""
    if request.method == "POST":
        found = _ACTION.search(request.body[:512])
        action = found[1].decode("ascii") if found else _target(exchange)
    status = exchange.response.status if exchange.response else 0
    return f"{request.method} {path} {action} {status}"


def _target(exchange: Exchange) -> str:
    """Return the value of a field that names a target or an action, if there is one."""
    for name, value in exchange.request.headers:
        if name[-6:].lower() in (b"target", b"action") and len(value) < 100:
            return value.decode("latin-1")
    return ""


def size_of(exchange: Exchange) -> int:
    """Return about how many bytes *exchange* holds."""
    request, response = exchange.request, exchange.response
    size = len(request.body) + len(request.target) + 32 * len(request.headers) + 512
    if response is not None:
        size += len(response.body) + 32 * len(response.headers)
    return size + sum(64 + len(event.data) for event in exchange.events)


def rank_of(exchange: Exchange) -> int:
    """Return a number that what was asked and answered decides, and chance otherwise.

    The same again has the same number, whenever it was asked.
    """
    request, response = exchange.request, exchange.response
    digest = blake2b(request.body, digest_size=8)
    digest.update(
        f"{request.method} {request.authority}{request.target}".encode(
            "utf-8", "surrogatepass"
        )
    )
    if response is not None:
        digest.update(b"%d" % response.status)
        digest.update(response.body)
    return int.from_bytes(digest.digest(), "big")


def _digest(name: bytes) -> int:
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big")


def _moment(exchange: Exchange) -> tuple[float, int, str]:
    return exchange.started, exchange.id or 0, exchange.session


def _order(exchange: Exchange) -> tuple[float, int, str, int]:
    return *_moment(exchange), rank_of(exchange)
