"""Memory: the exchanges of a recording, to be found by what they mean."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from mockforge.learning.endpoints import EndpointMap
from mockforge.recall.embedder import Asked, Embedder
from mockforge.recall.fields import fields_of
from mockforge.recall.index import FLAT, Index
from mockforge.recall.judging import (
    THRESHOLD,
    Near,
    Verdict,
    apart,
    chosen,
    is_refused,
    is_shaped,
    ranked,
)
from mockforge.recall.rows import Rows

if TYPE_CHECKING:
    import numpy as np

    from mockforge.http import Request
    from mockforge.recall.hashed import Vectors

LOOKED = 32
"""The nearest that are looked at."""


def read_request(request: Request, endpoints: EndpointMap) -> tuple[Asked, str]:
    """Return *request*, read, and the key of its endpoint; nothing if it is of none.

    Args:
        request: In upstream space, with stand-ins for secrets.
        endpoints: Those of the API.
    """
    located = endpoints.located(request)
    template = None if located is None else located.endpoint.template
    key = "" if located is None else located.key
    return Asked(request, fields_of(request, template)), key


def number_of(words: Collection[str]) -> int:
    """Return a number that tells *words* from others, in whatever order."""
    text = "\n".join(sorted(words)).encode("utf-8", "surrogatepass")
    digest = blake2b(text, digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


class Memory:
    """What can be recalled of one recording."""

    def __init__(self, rows: Rows, endpoints: EndpointMap, embedder: Embedder) -> None:
        """Recall *rows*, whose vectors *embedder* made."""
        self.rows = rows
        self._endpoints = endpoints
        self._embedder = embedder
        self._indices: dict[tuple[str, str], Index] = {}

    def prepare(self) -> None:
        """Index what takes longer than a client is to wait for."""
        for method, key in dict.fromkeys([*self.rows.names, *self._methods]):
            if len(self._places(method, key)) > FLAT:
                self._index(method, key)

    async def recalled(
        self,
        request: Request,
        *,
        threshold: float,
        fits: Callable[[int], bool] = lambda _id: True,
    ) -> tuple[Verdict, list[Near]]:
        """Return what is to answer *request*, or why nothing is; and what is nearest.

        Args:
            request: In upstream space, with stand-ins for secrets.
            threshold: The likeness from which on something answers.
            fits: Whether the exchange of a number may answer.

        Raises:
            UpstreamError: If the embedder asks somebody who does not answer.
        """
        asked, key = read_request(request, self._endpoints)
        vector = (await self._embedder.requests([asked]))[0]
        index = self._index(request.method, key)
        if not len(index) and not key:
            return Verdict(None, "nothing was recorded of this method"), []
        shape = number_of(asked.fields.places)
        near = ranked(
            [
                self._near(place, score, shape, vector)
                for place, score in index.search(vector, LOOKED)
                if fits(self.id_of(place))
            ]
        )
        naming = number_of(asked.fields.standing)
        verdict = chosen(near, threshold, naming=naming, refused=self._refused)
        if verdict.near is None:
            return verdict, near
        why = self._doubt(asked, key, vector, verdict.near, threshold)
        if not why and threshold >= THRESHOLD:
            why = self.rows.outlines.odd(key or request.method, asked.fields.places)
        return (Verdict(None, why) if why else verdict), near

    def endpoint_of(self, request: Request) -> str:
        """Return the key of the endpoint of *request*; nothing if it is of none."""
        located = self._endpoints.located(request)
        return "" if located is None else located.key

    def id_of(self, place: int) -> int:
        """Return the number of the exchange at *place*."""
        return int(self.rows.ids[place])

    def _doubt(
        self,
        asked: Asked,
        key: str,
        vector: Any,
        near: Near,
        threshold: float,
    ) -> str:
        """Return why *near* does not answer *asked* in spite of its score."""
        group = key or asked.request.method
        unknown = next(iter(self.rows.habits.unknown(group, asked.fields.chosen)), None)
        if unknown is not None:
            return f"what is asked for in {unknown} was never asked for"
        found = self.rows.packed.row(near.place)
        field = apart(
            vector,
            found,
            self._embedder.spans,
            threshold=threshold,
            is_located=bool(key),
        )
        return f"the {field} of what is nearest is another" if field else ""

    def _near(self, place: int, score: float, shape: int, vector: Vectors) -> Near:
        rows = self.rows
        is_alike = int(rows.shapes[place]) == shape
        return Near(
            *(place, score, int(rows.kinds[place]), int(rows.statuses[place])),
            is_alike=is_alike,
            is_shaped=is_alike
            or is_shaped(vector, rows.packed.row(place), self._embedder.spans),
            naming=int(rows.namings[place]),
        )

    def _index(self, method: str, key: str) -> Index:
        """Return the exchanges of an endpoint, or all of a method."""
        found = self._indices.get((method, key))
        if found is None:
            places = self._places(method, key)
            found = self._indices[method, key] = Index(self.rows.packed, places)
        return found

    def _places(self, method: str, key: str) -> np.ndarray[Any, Any]:
        import numpy as np

        groups = [
            number
            for number, name in enumerate(self.rows.names)
            if name[0] == method and key in ("", name[1])
        ]
        return np.flatnonzero(np.isin(self.rows.groups, groups)).astype(np.int64)

    @cached_property
    def _refused(self) -> float:
        """The share of refusals among all answers."""
        statuses = self.rows.statuses.tolist()
        return sum(map(is_refused, statuses)) / max(1, len(statuses))

    @cached_property
    def _methods(self) -> Sequence[tuple[str, str]]:
        return [(method, "") for method in dict.fromkeys(n[0] for n in self.rows.names)]
