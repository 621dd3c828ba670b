"""Repeating: what is read twice while nothing changes is told alike."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from mockforge.http import Response
from mockforge.options import Json
from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.links import asked_values

_HEADERS = ("accept", "accept-language", "authorization", "range")
_TAG = ("header", "etag")

_KEPT = 200
"""Answers of a session that are kept."""

_LARGEST = 1 << 20

Key = tuple[object, ...]


class Repeating:
    """The endpoints of a recording whose answers only change with what they tell of."""

    def __init__(self, journal: Journal) -> None:
        """Learn from *journal*, of a recording."""
        self._steady = {
            endpoint
            for endpoint, numbers in journal.by_endpoint.items()
            if _is_steady(journal, [journal.moments[each] for each in numbers])
        }

    def told(self, last: Told, journal: Journal, moment: Moment) -> Response | None:
        """Return what *moment* was told before, if it is told so again.

        Args:
            last: What the session was told.
            journal: Of the session.
            moment: The request.
        """
        if moment.effect != "read" or moment.endpoint not in self._steady:
            return None
        return last.since(_key(moment), journal.changed)

    def keep(self, last: Told, moment: Moment, response: Response) -> None:
        """Keep what *moment* was told in *last*."""
        is_whole = response.status == 200 and len(response.body) <= _LARGEST
        if is_whole and moment.effect == "read" and moment.endpoint in self._steady:
            last.keep(_key(moment), moment.number, response)


class Told:
    """What a session was told last."""

    def __init__(self) -> None:
        """Know of nothing."""
        self._answers: OrderedDict[Key, tuple[int, Response]] = OrderedDict()

    def since(self, key: Key, number: int) -> Response | None:
        """Return the answer to *key* if it was given after the moment *number*."""
        at, response = self._answers.get(key, (-1, None))
        return response if at > number else None

    def keep(self, key: Key, number: int, response: Response) -> None:
        """Keep the answer to *key* that was given at the moment *number*."""
        self._answers[key] = (number, response)
        self._answers.move_to_end(key)
        if len(self._answers) > _KEPT:
            self._answers.popitem(last=False)


def _key(moment: Moment) -> Key:
    values = sorted((fact.place, fact.text) for fact in asked_values(moment))
    headers = [tuple(moment.asked.texts(("header", name))) for name in _HEADERS]
    return moment.endpoint, tuple(values), tuple(headers)


def _is_steady(journal: Journal, moments: Sequence[Moment]) -> bool:
    """Whether equal requests were told alike if nothing was changed between them.

    Where none were equal, a tag of what is told says that it is known by it.
    """
    last: dict[Key, tuple[int, Json]] = {}
    is_seen = False
    for moment in moments:
        if moment.effect != "read" or moment.status != 200:
            continue
        key = _key(moment)
        at, document = last.get(key, (-1, None))
        if at >= 0 and not _changes_between(journal, at, moment.number):
            if document != moment.document:
                return False
            is_seen = True
        last[key] = moment.number, moment.document
    return is_seen or any(each.told.by_place.get(_TAG) for each in moments)


def _changes_between(journal: Journal, first: int, last: int) -> bool:
    between = journal.moments[first + 1 : last]
    return any(each.effect != "read" and each.is_good for each in between)
