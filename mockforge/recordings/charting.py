"""Charting: the endpoints of what is being recorded, while it is.

Reading every body as `mockforge learn` does would take as long as recording it. Of each
kind of request some are read whole, which tell operations apart; of the others the path
is enough, and one that was seen often tells nothing new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from mockforge.endpoint import Endpoint
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.endpoints import EndpointMap, Endpoints
from mockforge.learning.sample import Sample
from mockforge.store.light import Light, Lights

EACH = 32
"""Requests of a kind that are read whole."""

WHOLE = 1_000
"""Requests that are read whole, of all kinds."""

WHOLE_BYTES = 8 << 20
"""Bytes of their answers."""

ALIKE = 512
"""Requests of a kind, beyond which more differ in values that were seen to vary."""

OF_MORE = 16
"""Of how many paths one is taken beyond that: something else may turn up."""

OFTEN = 4
"""Requests of one path, beyond which more tell nothing."""

MOST_PATHS = 50_000
"""Paths that are counted."""

GROWN = 2
"""How many more requests there are before the endpoints are told anew."""

MUCH = 50
"""How many places of paths there are for each request that was added since."""

_VALUE = re.compile(r"[^/]*[0-9%][^/]*|[^/]{25,}")


class Chart:
    """What was asked so far."""

    def __init__(self, declared: Sequence[Endpoint] = ()) -> None:
        """Begin with *declared* endpoints, which win over what is inferred."""
        self._declared = tuple(declared)
        self._endpoints = Endpoints()
        self._kinds: dict[tuple[str, str, int], int] = {}
        self._paths: dict[tuple[str, str, str, int], int] = {}
        self._bytes = self._settled = self._count = 0
        self._samples: list[Sample] = []

    def add(self, row: Light, lights: Lights) -> bool:
        """Take *row* into account; return whether that took a while."""
        path = row.target.partition("?")[0]
        place = row.method, row.authority, path, row.status
        seen = self._paths.get(place, 0)
        if seen > EACH:
            return False
        self._paths[place] = seen + 1
        if len(self._paths) > MOST_PATHS:
            self._paths.clear()
        kind = row.method, _VALUE.sub("*", path[:512]), row.status
        alike = self._kinds.get(kind, 0)
        if alike < EACH and self._has_room(row.size):
            self._add_whole(row, lights)
        elif seen < OFTEN and (alike < ALIKE or not _number(path) % OF_MORE):
            self._endpoints.add(_request(row), row.status or None)
        else:
            return False
        if len(self._kinds) > MOST_PATHS:
            self._kinds.clear()
        self._kinds[kind] = alike + 1
        self._count += 1
        return True

    @property
    def is_grown(self) -> bool:
        """Whether enough was added to tell the endpoints anew."""
        return self._count > self._settled * GROWN

    @property
    def has_more(self) -> bool:
        """Whether anything was added since the endpoints were told."""
        return self._count > self._settled

    @property
    def may_know_more(self) -> bool:
        """Whether telling the endpoints anew is worth its time."""
        return (self._count - self._settled) * MUCH > self._endpoints.size

    def settle(self) -> EndpointMap:
        """Return the endpoints so far."""
        self._settled = self._count
        found = self._endpoints.settle()
        return EndpointMap.of(self._declared, found) if self._declared else found

    def samples(self, endpoints: EndpointMap) -> list[Sample]:
        """Return what was read whole and is of one of *endpoints*."""
        found = []
        for sample in self._samples:
            located = endpoints.located(sample.exchange.request)
            if located is not None:
                found.append(replace(sample, endpoint=located.key))
        return found

    def _has_room(self, size: int) -> bool:
        return len(self._samples) < WHOLE and self._bytes + size <= WHOLE_BYTES

    def _add_whole(self, row: Light, lights: Lights) -> None:
        request = Request(
            *(row.method, "http", row.authority, row.target),
            lights.asked(row),
            lights.sent(row),
        )
        response = None
        if row.status:
            response = Response(row.status, lights.told(row), lights.body(row))
        self._bytes += row.size
        self._endpoints.add(request, row.status or None, response)
        exchange = Exchange(
            request,
            response,
            session=row.session,
            started=row.started,
            elapsed=row.elapsed,
            id=row.id,
        )
        self._samples.append(Sample.of(exchange, "", {}))


def renames(old: EndpointMap, new: EndpointMap) -> bool:
    """Tell whether a request that was of an endpoint of *old* is of another now."""
    before = {one.key for one in old.every}
    after = {one.key: one for one in new.every}
    if not before <= after.keys():
        return True
    added = after.keys() - before
    return any(old.home(after[key]) is not None for key in added)


def same(one: EndpointMap, other: EndpointMap) -> bool:
    """Tell whether both have the same endpoints."""
    return {each.key for each in one.every} == {each.key for each in other.every}


def _number(path: str) -> int:
    """Return a number that is the same whenever and wherever *path* is asked for."""
    return crc32(path.encode("utf-8", "surrogatepass"))


def _request(row: Light) -> Request:
    return Request(row.method, "http", row.authority, row.target)
