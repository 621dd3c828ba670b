"""Requests with what their clients mint left out, and what was there in each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice, product
from math import floor, log2

from mockforge.bodies.document import Path, Scalar, general, leaves, text_of
from mockforge.bodies.messages import asked_of, with_asked
from mockforge.http import Request
from mockforge.learning.bindings.times import Instant, away, instants
from mockforge.learning.formats import classify, is_minted, prefix_of
from mockforge.sources.correlated.living import DATED

NEAR = 600.0
"""Seconds. Times within them of the request are the time of the request."""

FAR = 400 * 86400.0
"""Seconds. A number that is further away from the request is no time."""

MOST_SPOTS = 64
"""Values that are left out of one request at most."""

MOST_KINDS = 27
"""Ways in which one request is looked for at most."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_WITHIN = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6,}"
    r"|(?=[a-z]*\d)[a-z0-9]{8,}|(?=[a-zA-Z]*\d)[A-Za-z0-9]{12,}",
)
_SLACK = 5.0


@dataclass(frozen=True, slots=True)
class Spots:
    """The values of a request that its client minted, by their places."""

    request: Request
    values: dict[Path, Scalar]

    @classmethod
    def of(cls, request: Request, minted: Collection[Path]) -> Spots | None:
        """Return those of *request*, whose general paths are in *minted*, if any."""
        if not minted:
            return None
        found = islice(
            (
                (path, leaf)
                for path, leaf in leaves(asked_of(request))
                if general(path) in minted
            ),
            MOST_SPOTS + 1,
        )
        values = dict(found)
        return cls(request, values) if 0 < len(values) <= MOST_SPOTS else None

    def as_in(self, request: Request) -> Spots:
        """Return the values of *request* in the same places."""
        there = dict(leaves(asked_of(request)))
        return Spots(request, {path: there.get(path) for path in self.values})

    def fresh(self, asked: Spots, when: float) -> Spots:
        """Return those that are not known from before; two times may be equal.

        Args:
            asked: The same as the client sent them.
            when: When that was.
        """
        return Spots(
            self.request,
            {
                path: asked.values[path]
                for path, value in self.values.items()
                if value == asked.values[path] or _time(asked.values[path], when)
            },
        )

    def without(self, when: float) -> Request:
        """Return the request with the kind of each value in its place.

        Args:
            when: When it was asked.
        """
        return self._with([next(kinds(v, when)) for v in self.values.values()])

    def every(self, when: float) -> Iterator[Request]:
        """Yield the same for all that such a request may have been recorded as."""
        each = [list(dict.fromkeys(kinds(v, when))) for v in self.values.values()]
        for chosen in islice(product(*each), MOST_KINDS):
            yield self._with(list(chosen))

    def _with(self, kinds: list[str]) -> Request:
        return with_asked(self.request, dict(zip(self.values, kinds, strict=True)))


def kinds(value: Scalar, when: float) -> Iterator[str]:
    """Yield the kind of *value*, minted at *when*, and kinds that border on it.

    Two values of one kind may stand in one place in two runs of a client. A time is
    as far from the request in both: what asks for the last hour does not ask for the
    last day.
    """
    time = _time(value, when)
    if time is not None:
        offset = away(time, when)
        for beside in (offset, offset * 0.98 - _SLACK, offset * 1.02 + _SLACK):
            yield f"~time {time.notation} {_distance(beside)}"
    elif value is None or isinstance(value, bool):
        yield f"~{value}"
    elif not isinstance(value, str):
        yield "~number"
    elif _UUID.fullmatch(value):
        yield "~uuid"
    elif value.isdecimal():
        yield "~digits"
    else:
        minted = f"~minted {prefix_of(value)}"
        if not is_minted(classify(value)):
            # What varies is within it, and the rest is to be the same.
            yield f"~{_WITHIN.sub('~', value)}"
        yield minted


def pairs(live: Spots, recorded: Request) -> Iterator[tuple[Path, str, str]]:
    """Yield place, recorded value and live value of whatever differs."""
    there = dict(leaves(asked_of(recorded)))
    for path, value in live.values.items():
        old = there.get(path)
        if old is not None and value is not None and old != value:
            yield path, text_of(old), text_of(value)


def _time(value: Scalar, when: float) -> Instant | None:
    if when < DATED:
        return None
    near = [
        one for one in instants(value) if not one.is_id and abs(away(one, when)) <= FAR
    ]
    return min(near, key=lambda one: abs(away(one, when)), default=None)


def _distance(seconds: float) -> int:
    """Return a number that is equal for about equal distances, within 3 %."""
    if abs(seconds) <= NEAR:
        return 0
    number = 1 + floor(32 * log2(abs(seconds) / NEAR))
    return number if seconds > 0 else -number
