"""The journal of a session: what was asked and told, in order, found by its values."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mockforge.bodies.messages import asked_of, told_of
from mockforge.http import Request, Response
from mockforge.options import Json
from mockforge.sources.rebound.effects import Effect, Effects
from mockforge.sources.rebound.facts import (
    Fact,
    Facts,
    asked_facts,
    plain_body,
    raw_facts,
    text_for,
    told_facts,
)
from mockforge.sources.rebound.maps import Maps
from mockforge.sources.rebound.places import Place, parts_of_address

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:/)?/\S+$")

_LONGEST = 4000
"""Characters of an address that are looked at."""

NEAREST = 48
"""Places of one value that are looked at, the latest first."""


@dataclass(slots=True)
class Moment:
    """One request, and its answer once it is known."""

    number: int
    endpoint: str
    effect: Effect
    asked: Facts
    body: bytes
    """Of the request, without a content coding."""
    at: float
    target: str = ""
    """Path and query of the request."""
    told: Facts = field(default_factory=Facts)
    status: int = 0
    outcome: str = ""
    """The status and which fields an answer has, in short."""
    is_change: bool = False
    """Whether something was made or changed."""
    whole: bytes | None = None
    """What was sent so far in pieces, this request the last of them."""
    sent: Json = None
    """The body of the request."""
    document: Json = None
    """The body of the answer."""
    owner: str = ""
    """Who asks, as far as the credential tells."""
    stands: dict[str, str] = field(default_factory=dict)
    """How full the documents were that it has to do with, by their paths."""

    values: tuple[Fact, ...] | None = field(default=None, init=False)
    """What may name something; see `links.asked_values`."""

    @property
    def is_good(self) -> bool:
        """Whether it was answered as wished."""
        return 0 < self.status < 400 and not self.outcome.endswith("!")

    def mentions(self, text: str) -> bool:
        """Whether *text* is among its values."""
        return text in self.asked.by_text or text in self.told.by_text


class Posting(NamedTuple):
    """Where a value was seen."""

    number: int
    is_told: bool
    fact: Fact


class Journal:
    """Moments in order."""

    def __init__(self, effects: Effects, maps: Maps | None = None) -> None:
        """Begin with none.

        Args:
            effects: What each endpoint does.
            maps: Where bodies have maps.
        """
        self.effects = effects
        self.maps = maps or Maps()
        self.moments: list[Moment] = []
        self.ends: list[int] = []
        self.changed = -1
        """The number of the last moment that may have changed something."""
        self.ended: dict[int, tuple[int, int]] = {}
        """How many ends were looked at for a moment, and which one ended it."""
        self.by_endpoint: dict[str, list[int]] = {}
        self._postings: dict[str, list[Posting]] = {}
        self._chains: dict[str, list[tuple[Moment, bytes]]] = {}
        self.counters: dict[Place, list[tuple[int, int]]] = {}

    def ask(
        self, request: Request, endpoint: str, params: Mapping[str, str], at: float
    ) -> Moment:
        """Return the moment that *request* begins; it is not in the journal yet."""
        return self.begin(request, endpoint, asked_of(request), params, at)

    def begin(
        self,
        request: Request,
        endpoint: str,
        asked: Mapping[str, Any],
        params: Mapping[str, str],
        at: float,
    ) -> Moment:
        """Return the moment of a request that is read already."""
        found = with_pieces(
            asked_facts(self.maps.message(asked, (endpoint, False)), params)
        )
        body = plain_body(request)
        if body:
            found += raw_facts(body)
        moment = Moment(
            len(self.moments),
            endpoint,
            self.effects.of(endpoint),
            Facts(),
            body,
            at,
            request.target,
            sent=asked["body"],
        )
        found += self._assembled(moment, found)
        moment.asked = Facts.of(found)
        return moment

    def tell(self, moment: Moment, response: Response) -> None:
        """Close *moment* with its answer and keep it."""
        told = told_of(response)
        found = with_pieces(
            told_facts(self.maps.message(told, (moment.endpoint, True)))
        )
        if response.body:
            found += raw_facts(plain_body(response))[:1]
        moment.told = Facts.of(found)
        moment.document = told["body"]
        moment.status = response.status
        moment.outcome = outcome_of(response.status, told["body"])
        moment.number = len(self.moments)
        moment.is_change = moment.is_good and self.effects.changes(
            moment.endpoint, moment.outcome
        )
        self._keep(moment)

    def _keep(self, moment: Moment) -> None:
        number = moment.number
        self.moments.append(moment)
        self.by_endpoint.setdefault(moment.endpoint, []).append(number)
        for is_told, facts in ((False, moment.asked), (True, moment.told)):
            for fact in facts.every:
                posting = Posting(number, is_told, fact)
                self._postings.setdefault(fact.text, []).append(posting)
        if moment.effect != "read" and moment.is_good:
            self.changed = number
            self.ends += [number] if moment.effect == "end" else []
        for fact in moment.told.every:
            count = whole_number(fact.value)
            if count is not None:
                key = counter_of(fact.place)
                self.counters.setdefault(key, []).append((number, count))
        if moment.body and moment.is_good:
            for value in self._threads(moment.asked.every):
                self._chains.setdefault(value, []).append((moment, moment.body))

    def before(self, text: str, number: int) -> Iterator[Posting]:
        """Yield where *text* stands before the moment *number*, the latest first."""
        postings = self._postings.get(text)
        if not postings:
            return
        end = bisect_left(postings, number, key=lambda posting: posting.number)
        yield from reversed(postings[max(0, end - NEAREST) : end])

    def after(self, text: str, number: int) -> list[Posting]:
        """Return where *text* stands after the moment *number*."""
        postings = self._postings.get(text, [])
        start = bisect_left(postings, number + 1, key=lambda posting: posting.number)
        return postings[start : start + NEAREST]

    def learn(self, effects: Effects) -> None:
        """Look at what is kept anew, by what the endpoints do."""
        self.effects = effects
        self.ends = []
        self.ended = {}
        for moment in self.moments:
            moment.effect = self.effects.of(moment.endpoint)
            moment.is_change = moment.is_good and self.effects.changes(
                moment.endpoint, moment.outcome
            )
            if moment.effect == "end" and moment.is_good:
                self.ends.append(moment.number)

    def of_endpoint(self, endpoint: str, number: int) -> Iterator[Moment]:
        """Yield the moments of *endpoint* before *number*, the latest first."""
        numbers = self.by_endpoint.get(endpoint, [])
        for each in reversed(numbers[: bisect_left(numbers, number)]):
            yield self.moments[each]

    def last_count(self, key: Place, number: int) -> int | None:
        """Return what the counter *key* stood at before the moment *number*."""
        counts = self.counters.get(key, [])
        end = bisect_left(counts, (number,))
        return counts[end - 1][1] if end else None

    def _threads(self, facts: tuple[Fact, ...] | list[Fact]) -> list[str]:
        """Return the values that tie uploads of pieces together.

        They were given by an earlier answer, and are in the address.
        """
        return [
            fact.text
            for fact in facts
            if fact.place[0] in ("param", "query")
            and len(fact.text) >= 12
            and any(each.is_told for each in self.before(fact.text, 1 << 60))
        ]

    def _assembled(self, moment: Moment, facts: list[Fact]) -> list[Fact]:
        if moment.effect == "read":
            return []
        for value in self._threads(facts):
            parts = [*self._chains.get(value, ())]
            if not parts:
                continue
            is_piece = parts[0][0].endpoint == moment.endpoint
            if is_piece:
                size = sum(len(body) for _, body in parts) + len(moment.body)
                return _lengths(size)
            pieces = [body for _, body in sorted(parts, key=lambda p: _part_of(p[0]))]
            if moment.body and any(fact.place[0] == "raw" for fact in facts):
                pieces.append(moment.body)
            moment.whole = b"".join(pieces)
            return raw_facts(moment.whole, "whole")
        return _lengths(len(moment.body)) if moment.body else []


def _lengths(size: int) -> list[Fact]:
    values: dict[str, Json] = {
        "length": size,
        "last": size - 1,
        "span": f"0-{size - 1}",
        "bytes": f"bytes=0-{size - 1}",
    }
    return [Fact(("whole", n), ("whole", n), str(v), v) for n, v in values.items()]


def _part_of(moment: Moment) -> tuple[int, int]:
    numbers = [
        fact.text
        for fact in moment.asked.every
        if fact.place[0] == "query" and fact.text.isdecimal() and len(fact.text) < 7
    ]
    return (int(numbers[0]) if len(numbers) == 1 else 0, moment.number)


def outcome_of(status: int, body: Any) -> str:
    """Return what kind of answer it is: its status and its outermost fields.

    It ends with `!` where the body tells of an error though the status does not.
    """
    names: list[str] = []
    if isinstance(body, dict):
        for name, value in body.items():
            names.append(name + _kind(value))
            if isinstance(value, dict):
                names += [f"{name}.{n}{_kind(v)}" for n, v in value.items()]
    text = f"{status} {json.dumps(sorted(names)[:60])}"
    failed = isinstance(body, dict) and (body.get("errors") or body.get("error"))
    return text + "!" if failed and status < 400 else text


def _kind(value: Any) -> str:
    return "?" if value is None else ""


def with_pieces(found: list[Fact]) -> list[Fact]:
    """Return *found* and the parts of addresses and the like among them."""
    pieces = []
    for fact in found:
        text = fact.value
        if not isinstance(text, str) or len(text) < 9:
            continue
        if text != fact.text and not _ADDRESS.match(text, 0, _LONGEST):
            continue
        if "/" in text or "=" in text or fact.place[0] == "cookie":
            place = (*fact.place, "~")
            pieces += [
                Fact(place, fact.path, text_for(each), each)
                for each in parts_of_address(text[:_LONGEST])
            ]
    return found + pieces[:200]


def whole_number(value: Any) -> int | None:
    """Return the number that *value* is or is written as, if it may be counted."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if abs(value) < 1 << 53 else None
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        return int(value) if len(value) < 16 and str(int(value)) == value else None
    return None


def counter_of(place: Place) -> Place:
    """Return by which name a number at *place* is counted on, wherever it is told."""
    return tuple(step for step in place if step != "*")[-2:]
