"""Observing: exchanges without their bodies, as what patterns are learned from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime

import msgspec

from mockforge.bodies.document import Path
from mockforge.bodies.messages import told_of
from mockforge.exchange import FailureKind
from mockforge.http import Headers, Request, Response, first
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.patterns.keys import Keys
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.personas import Personas
from mockforge.learning.sequences.steps import state_at
from mockforge.learning.threads import credentials_of, values_of
from mockforge.store.light import Light, Lights

MOST_PLACES = 20_000
"""Paths whose endpoint is remembered."""

MOST_NAMELESS = 4_096
"""Headers that are remembered because they name nobody."""

LARGEST = 1 << 20
"""Bytes of an answer that is read for the state of a thing."""

_Place = tuple[str, str, str]

_json = msgspec.json.Decoder().decode


class Locating:
    """The endpoints of requests whose bodies are elsewhere."""

    def __init__(self, endpoints: EndpointMap) -> None:
        self.endpoints = endpoints
        self._apart = {
            (one.endpoint, one.host)
            for one in endpoints.every
            if one.discriminator is not None
        }
        self._told_apart = {endpoint for endpoint, _ in self._apart}
        self._known: dict[_Place, str | None] = {}

    def key(self, row: Light, lights: Lights) -> str:
        """Return the key of the endpoint of *row*; empty if it is of none."""
        place = (row.method, row.authority, row.target.partition("?")[0])
        known = self._known.get(place, "?")
        if known == "?":
            known = self._found(row)
            if len(self._known) >= MOST_PLACES:
                self._known.clear()
            self._known[place] = known
        if known is not None:
            return known
        located = self.endpoints.located(_request(row, lights))
        return located.key if located is not None else ""

    def _found(self, row: Light) -> str | None:
        """Return the key of all requests like *row*; None if more of it tells."""
        located = self.endpoints.located(_request(row, None))
        if located is None:
            return ""
        return None if located.endpoint in self._told_apart else located.key


class Observing:
    """Makes observations of exchanges, in the order of their numbers."""

    def __init__(
        self,
        endpoints: EndpointMap,
        options: DriftLearningOptions,
        *,
        keys: Keys | None = None,
        states: Mapping[str, Path] | None = None,
    ) -> None:
        """Begin, or go on.

        Args:
            endpoints: Whose keys the observations get.
            options: Says where personas are named.
            keys: What is known of credentials, if it goes on.
            states: Where the answer of an endpoint says in what state a thing is.
        """
        self.locating = Locating(endpoints)
        self.keys = keys or Keys()
        self._personas = Personas(
            options.persona_from if options.persona_adaptation else ()
        )
        self._nameless: set[bytes] = set()
        """Headers of requests, as they are stored, that name nobody."""
        self._states = states or {}
        self.missing = 0
        """Exchanges that were of no endpoint."""

    def of(self, row: Light, lights: Lights) -> Observation:
        """Return what *row* is, as far as patterns are concerned."""
        endpoint = self.locating.key(row, lights)
        self.missing += not endpoint
        keys, status = self.keys, row.status
        thread, follows = keys.thread(
            row.session, lambda: credentials_of(_headed(row, lights.asked(row)))
        )
        if keys.may_give(endpoint, row.method, status, row.size, thread):
            keys.gave(row.id, thread, endpoint, values_of(_response(row, lights)))
        state = None
        if endpoint in self._states:
            state = self._state(self._states[endpoint], row, lights)
        # The fields in their order: a tuple is made in half the time by position.
        return Observation._make(
            (
                row.id,
                endpoint,
                status,
                None if row.failure is None else FailureKind(row.failure),
                thread,
                self._persona(row, lights) if self._personas.places else None,
                row.started,
                row.first_byte,
                row.elapsed,
                row.size,
                row.key,
                state,
                _retry_after(row, lights) if _may_say_when(status) else None,
                follows,
            )
        )

    def _persona(self, row: Light, lights: Lights) -> str | None:
        stored = lights.stored(row)
        if stored in self._nameless:
            return self._personas.of(row.target, tuple)
        # Most requests name nobody: that is told without taking them apart.
        if self._personas.may_name(lights.block(row)):
            return self._personas.of(row.target, lambda: lights.asked(row))
        if stored is not None:
            if len(self._nameless) >= MOST_NAMELESS:
                self._nameless.clear()
            self._nameless.add(stored)
        return self._personas.of(row.target, tuple)

    @staticmethod
    def _state(path: Path, row: Light, lights: Lights) -> str | None:
        if not 0 < row.status < 400 or row.size > LARGEST:
            return None
        if path and path[0] == "body":
            # It mostly is in a JSON document, and nothing else is needed then.
            with suppress(msgspec.MsgspecError, ValueError, RecursionError):
                return state_at({"body": _json(lights.body(row))}, path)
        return state_at(told_of(_response(row, lights)), path)

    def every(self, rows: Iterable[Light], lights: Lights) -> list[Observation]:
        """Return those of *rows* that the upstream answered."""
        # A mock must not learn from what it made up itself.
        return [self.of(row, lights) for row in rows if row.source == "upstream"]


def _request(row: Light, lights: Lights | None) -> Request:
    headers: Headers = ()
    body = b""
    if lights is not None:
        headers, body = lights.asked(row), lights.sent(row)
    return Request(row.method, "http", row.authority, row.target, headers, body)


def _headed(row: Light, headers: Headers) -> Request:
    return Request(row.method, "http", row.authority, row.target, headers)


def _response(row: Light, lights: Lights) -> Response:
    return Response(row.status, lights.told(row), lights.body(row))


def _may_say_when(status: int) -> bool:
    return status in (408, 425, 429) or status >= 500 or 300 <= status < 400


def _retry_after(row: Light, lights: Lights) -> float | None:
    """Return the seconds after which to ask again (RFC 9110, 10.2.3)."""
    said = first(lights.told(row), "Retry-After")
    if said is None:
        return None
    said = said.strip()
    if said.isdecimal() and said.isascii():
        return float(said[:12])
    try:
        at = parsedate_to_datetime(said).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return max(0.0, at - row.started - row.elapsed)
