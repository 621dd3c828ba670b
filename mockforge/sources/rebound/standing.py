"""Standing documents: what is told whole with every change, such as a cart.

`GET /cart` tells a document with a list; `POST /cart` puts an item into it and tells
it whole, `PATCH /cart/{id}` changes one, `DELETE /cart/{id}` takes one out, and
something else, an order perhaps, takes the whole list over and leaves it empty. Which
of these there are is learned, and tried on the recording.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mockforge.bodies.document import text_of
from mockforge.options import Json
from mockforge.sources.rebound.journal import Moment

Record = dict[str, Json]
States = dict[str, list[Json]]
"""The items of each document of a session, by its path and owner."""

_TRUSTED = 0.8
_MOST = 500


@dataclass(slots=True)
class Standing:
    """One document with a list, and what is done to it."""

    path: str
    place: str
    """The field of the document with the list."""
    names: frozenset[str]
    """The fields of the document."""
    key: str = ""
    """The field of an item that names it."""
    template: Record = field(default_factory=dict)
    """An item as it was told."""
    usual: Record = field(default_factory=dict)
    """What items have where the request that made them does not say."""
    takers: frozenset[str] = frozenset()
    """Endpoints that take the list over and leave it empty."""

    def shows(self, moment: Moment) -> bool:
        """Whether the answer of *moment* is the document."""
        body = moment.document
        return (
            self.is_about(moment.endpoint)
            and moment.is_good
            and isinstance(body, dict)
            and body.keys() == self.names
            and isinstance(body[self.place], list)
        )

    def of(self, moment: Moment) -> str:
        """Return by what the document of whoever asks *moment* is kept."""
        return f"{self.path} {moment.owner}"

    def is_about(self, endpoint: str) -> bool:
        """Whether *endpoint* is at the document's path, or one name below."""
        template = _template(endpoint)
        rest = template.removeprefix(self.path)
        return template == self.path or (
            rest != template and rest[:2] == "/{" and rest.count("/") == 1
        )

    def items_of(self, moment: Moment) -> list[Json]:
        """Return the items that the answer of *moment* shows."""
        assert isinstance(moment.document, dict)
        items = moment.document[self.place]
        assert isinstance(items, list)
        return items

    def after(self, items: Sequence[Json], moment: Moment) -> list[Json]:
        """Return the items after what *moment* asks, if it is done."""
        method = moment.endpoint.partition(" ")[0]
        if moment.endpoint in self.takers:
            return []
        if method in ("GET", "HEAD") or not self.is_about(moment.endpoint):
            return list(items)
        name = self._named(moment)
        if name is None:
            if method == "DELETE" and _template(moment.endpoint) == self.path:
                return []
            return list(items)
        there = [each for each in items if text_of(_field(each, self.key)) == name]
        if method == "DELETE":
            return [each for each in items if each not in there]
        sent = moment.sent if isinstance(moment.sent, dict) else {}
        changed = {n: v for n, v in sent.items() if n in self.template}
        if there:
            return [
                {**each, **changed}
                if isinstance(each, dict) and each in there
                else each
                for each in items
            ]
        if len(items) >= _MOST or method == "PATCH":
            return list(items)
        made = copy.deepcopy({**self.template, **self.usual, **changed})
        made[self.key] = _as(name, self.template[self.key])
        return [*items, made]

    def _named(self, moment: Moment) -> str | None:
        """Return which item a request is about."""
        if _template(moment.endpoint) != self.path:
            for fact in moment.asked.every:
                if fact.place[0] == "param":
                    return fact.text
        sent = moment.sent
        if isinstance(sent, dict) and isinstance(sent.get(self.key), str | int):
            return text_of(sent[self.key])
        return None


class Documents:
    """The standing documents of a recording."""

    def __init__(self, moments: Sequence[Moment]) -> None:
        """Learn from *moments*, those of a recording."""
        self.every: list[Standing] = []
        for standing in _possible(moments):
            if self._is_right(standing, moments):
                self.every.append(standing)

    def note(self, states: States, moment: Moment) -> None:
        """Keep in *states* what *moment* did."""
        if not moment.is_good:
            return
        for standing in self.every:
            if standing.shows(moment):
                states[standing.of(moment)] = list(standing.items_of(moment))
            else:
                items = states.get(standing.of(moment), [])
                states[standing.of(moment)] = standing.after(items, moment)

    def shown(self, states: States, moment: Moment) -> dict[str, str]:
        """Return how full each document is that *moment* has to do with."""
        endpoint = moment.endpoint
        return {
            each.path: "some" if states.get(each.of(moment)) else "none"
            for each in self.every
            if endpoint in each.takers or each.is_about(endpoint)
        }

    def told(self, states: States, moment: Moment, body: Json) -> Json | None:
        """Return *body* with the items that there are; None if it shows none.

        Args:
            states: Of the session, before what is asked.
            moment: The request.
            body: What was recorded for such a request.
        """
        if not isinstance(body, dict):
            return None
        for standing in self.every:
            items = states.get(standing.of(moment), [])
            if moment.endpoint in standing.takers and _is_list(body, standing):
                return {**body, standing.place: copy.deepcopy(items)}
            is_shown = standing.is_about(moment.endpoint)
            if is_shown and body.keys() == standing.names:
                items = standing.after(items, moment)
                return {**body, standing.place: copy.deepcopy(items)}
        return None

    def _is_right(self, standing: Standing, moments: Sequence[Moment]) -> bool:
        """Whether the recorded documents come out right; learns what empties them."""
        right = self._share(standing, moments)
        for taker in _takers(standing, moments):
            standing.takers |= {taker}
            now = self._share(standing, moments)
            if now <= right:
                standing.takers -= {taker}
            right = max(now, right)
        return right >= _TRUSTED

    def _share(self, standing: Standing, moments: Sequence[Moment]) -> float:
        items: list[Json] = []
        right = seen = 0
        for moment in moments:
            if not moment.is_good:
                continue
            items = standing.after(items, moment)
            if standing.shows(moment):
                told = standing.items_of(moment)
                seen += 1
                right += _keys(items, standing.key) == _keys(told, standing.key)
                items = list(told)
        return right / seen if seen > 1 else 0.0


def _possible(moments: Sequence[Moment]) -> Iterable[Standing]:
    """Yield documents that are read at a path without names, and written there."""
    for standing in _read(moments):
        told = [each for each in moments if standing.shows(each)]
        items = [i for each in told for i in standing.items_of(each)]
        records = [each for each in items if isinstance(each, dict)]
        is_written = any(not each.endpoint.startswith("GET ") for each in told)
        if not is_written or not records or len(records) < len(items):
            continue
        standing.template = records[-1]
        keys = _keys_of(standing, moments)
        if keys:
            standing.key = keys[0]
            standing.usual = _usual(standing, moments)
            yield standing


def _read(moments: Sequence[Moment]) -> Iterable[Standing]:
    """Return documents with lists that are read at a path without names."""
    found: dict[tuple[str, str], Standing] = {}
    for moment in moments:
        path, body = _template(moment.endpoint), moment.document
        is_read = moment.endpoint.startswith("GET ") and moment.is_good
        if not is_read or "{" in path or not isinstance(body, dict):
            continue
        for name, value in body.items():
            if isinstance(value, list):
                found[path, name] = Standing(path, name, frozenset(body))
    return found.values()


def _keys_of(standing: Standing, moments: Sequence[Moment]) -> list[str]:
    """Return the fields of an item by which requests name it, the likeliest first."""
    counts: Counter[str] = Counter()
    for moment in moments:
        if moment.endpoint.startswith("GET ") or not standing.shows(moment):
            continue
        asked = {
            fact.text
            for fact in moment.asked.every
            if fact.is_leaf and fact.place[0] in ("param", "body")
        }
        for item in standing.items_of(moment):
            counts.update(
                name
                for name, value in (item.items() if isinstance(item, dict) else ())
                if isinstance(value, str | int)
                and not isinstance(value, bool)
                and text_of(value) in asked
                and len(_distinct(standing, moments, name)) > 1
            )
    looks = {name: name.lower().endswith(("id", "key", "sku")) for name in counts}
    return sorted(counts, key=lambda name: (not looks[name], -counts[name], name))


def _distinct(standing: Standing, moments: Sequence[Moment], name: str) -> set[str]:
    return {
        text_of(_field(item, name))
        for moment in moments
        if standing.shows(moment)
        for item in standing.items_of(moment)
    }


def _usual(standing: Standing, moments: Sequence[Moment]) -> Record:
    """Return what new items have in fields that their request could say, unsaid."""
    found: Record = {}
    for moment in moments:
        sent = moment.sent
        if not standing.shows(moment) or not isinstance(sent, dict):
            continue
        for item in standing.items_of(moment):
            if _field(item, standing.key) != sent.get(standing.key):
                continue
            assert isinstance(item, dict)
            for name, value in item.items():
                if name not in sent and isinstance(value, str | int):
                    found[name] = value
    found.pop(standing.key, None)
    return found


def _takers(standing: Standing, moments: Sequence[Moment]) -> list[str]:
    """Return endpoints whose answers show the list as it stood before them."""
    found: dict[str, None] = {}
    items: list[Json] = []
    for moment in moments:
        body = moment.document
        if standing.shows(moment):
            items = standing.items_of(moment)
        elif moment.is_good and isinstance(body, dict) and items:
            told = body.get(standing.place)
            is_write = not moment.endpoint.startswith("GET ")
            if is_write and isinstance(told, list):
                there = _keys(told, standing.key)
                if there and set(there) <= set(_keys(items, standing.key)):
                    found.setdefault(moment.endpoint)
    return list(found)


def _keys(items: Sequence[Json], key: str) -> list[str]:
    return [text_of(_field(each, key)) for each in items]


def _field(item: Json, name: str) -> Json:
    return item.get(name) if isinstance(item, dict) else None


def _is_list(body: Mapping[str, Json], standing: Standing) -> bool:
    return isinstance(body.get(standing.place), list)


def _template(endpoint: str) -> str:
    return endpoint.partition(" ")[2].partition(" [")[0]


def _as(text: str, like: Json) -> Json:
    return int(text) if isinstance(like, int) and text.isdecimal() else text
