"""What was known when an answer was made: its request, and what came before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from mockforge.bodies.document import Path, Scalar, at, general, leaves, text_of
from mockforge.learning.bindings.binding import Link, Origin
from mockforge.learning.bindings.forms import digests, forms
from mockforge.learning.bindings.timeline import (
    Timeline,
    told_leaves,
)
from mockforge.learning.bindings.words import names_one
from mockforge.learning.formats import classify, is_minted
from mockforge.options import Json

TELLING = 8
"""Letters of a value that links whatever it is called."""
SAFE = ("GET", "HEAD", "OPTIONS")
MOST_ALIKE = 12
"""Earlier messages with one value that are looked at, latest first."""
MOST_LINKS = 24
"""Earlier exchanges that are looked at for one answer."""
LONGEST_LINK = 100

Found = tuple[bool, Path, tuple[str, ...]]
"""In an answer or a request, where, in which form."""


class Held:
    """Where a value stood."""

    __slots__ = ("number", "path", "place", "told")

    def __init__(self, number: int, told: bool, path: Path) -> None:
        self.number = number
        self.told = told
        self.path = path
        self.place = general(path)
        """With `*` for items."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An earlier exchange that holds a value of this one."""

    number: int
    link: Link
    items: tuple[int, ...]
    """The numbers of the items where the value stands there."""


def items_of(path: Path) -> tuple[int, ...]:
    """Return the numbers of items in *path*."""
    if path[:1] == ("path",):
        return ()
    return tuple(step for step in path if isinstance(step, int))


def with_items(path: Path, items: Sequence[int]) -> Path | None:
    """Return *path* with *items* for its `*`; None if they are too few."""
    left = iter(items)
    try:
        return tuple(next(left) if step == "*" else step for step in path)
    except (StopIteration, RuntimeError):
        return None


class Situations:
    """The samples of a timeline, as sources of values."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.reads = frozenset(
            sample.endpoint
            for sample in timeline.samples
            if sample.exchange.request.method in SAFE
        )
        """The endpoints that only read: what they tell was told elsewhere first."""
        self.asked = lru_cache(maxsize=256)(self._asked)
        self.told = lru_cache(maxsize=256)(self._told)
        self.links = lru_cache(maxsize=1024)(self._links)
        self.beside = lru_cache(maxsize=256)(self._beside)
        self.digests = lru_cache(maxsize=256)(self._digests)
        self._values: dict[int, Mapping[str, Sequence[Found]]] = {}
        self._holding: dict[tuple[str, str], list[Held]]
        self._holding = defaultdict(list)
        self._latest: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, sample in enumerate(timeline.samples):
            self._latest[sample.session, sample.endpoint].append(number)
            for path, value in timeline.asked[number]:
                self._holds(sample.session, value, Held(number, False, path))
            for path, value in told_leaves(sample):
                self._holds(sample.session, value, Held(number, True, path))

    def _holds(self, session: str, value: Scalar, where: Held) -> None:
        text = text_of(value)
        if len(text) <= LONGEST_LINK:
            self._holding[session, text].append(where)

    def _asked(self, number: int) -> Mapping[str, Sequence[Found]]:
        """Return where in the request each text stands, in which form."""
        found: dict[str, list[Found]] = defaultdict(list)
        for path, value in self._every(number):
            for done, text in forms(text_of(value)):
                if len(found[text]) < 8:
                    found[text].append((False, path, done))
        return found

    def _every(self, number: int) -> Sequence[tuple[Path, Scalar]]:
        sample = self.timeline.samples[number]
        plain = [
            (path, value)
            for path, value in self.timeline.asked[number]
            if not _is_literal(sample.endpoint, path, value)
        ]
        # The truths and the types that echo matter here, if for nothing else.
        more = [
            (path, value)
            for path, value in islice(leaves(sample.asked["body"], ("body",)), 2000)
            if isinstance(value, bool)
        ]
        types = [
            (("header", name), value)
            for name, value in sample.asked["header"].items()
            if name in ("origin", "range") and isinstance(value, str)
        ]
        return [*plain, *more, *types]

    def _told(self, number: int) -> Mapping[str, Sequence[Path]]:
        """Return where in the answer each text stands."""
        found: dict[str, list[Path]] = defaultdict(list)
        sample = self.timeline.samples[number]
        body = leaves((sample.told or {}).get("body"), ("body",))
        for path, value in islice(body, 2000):
            if value is not None and not isinstance(value, bool) and value != "":
                found[text_of(value)].append(path)
        return found

    def _digests(self, number: int) -> Mapping[str, tuple[bool, str]]:
        """Return digests of the bodies: in the answer or not, and which."""
        exchange = self.timeline.samples[number].exchange
        found: dict[str, tuple[bool, str]] = {}
        told = b"" if exchange.response is None else exchange.response.body
        for is_told, body in ((True, told), (False, exchange.request.body)):
            if body:
                found |= {text: (is_told, way) for way, text in digests(body)}
        return found

    def _links(self, number: int, items: tuple[int, ...]) -> Sequence[Linked]:
        """Return earlier exchanges that hold a value of this one, latest first.

        Args:
            number: Of the sample.
            items: Of the value that is explained: what stands beside it links too.
        """
        sample = self.timeline.samples[number]
        here: list[tuple[bool, Path, Scalar]] = []
        if items:
            here += self.beside(number).get(items, ())
        here += [(False, path, value) for path, value in self.timeline.asked[number]]
        found: dict[tuple[str, Link], Linked] = {}
        for told, path, value in here:
            literal = _is_literal(sample.endpoint, path, value)
            if path[0] == "header" or literal or not _links(path, value):
                continue
            self._linked(number, (told, path, text_of(value)), found)
            if len(found) >= MOST_LINKS:
                break
        return list(found.values())

    def _beside(
        self, number: int
    ) -> Mapping[tuple[int, ...], Sequence[tuple[bool, Path, Scalar]]]:
        """Return what was told in items of lists, by the numbers of the items."""
        found: dict[tuple[int, ...], list[tuple[bool, Path, Scalar]]] = {}
        for path, value in told_leaves(self.timeline.samples[number]):
            if items := items_of(path):
                found.setdefault(items, []).append((True, path, value))
        return found

    def _linked(
        self,
        number: int,
        here: tuple[bool, Path, str],
        found: dict[tuple[str, Link], Linked],
    ) -> None:
        told, path, text = here
        samples = self.timeline.samples
        before = self.holding(samples[number].session, text, number)
        own = general(path)
        for held in before[-MOST_ALIKE:][::-1]:
            link = Link(own, told, held.place, held.told)
            endpoint = samples[held.number].endpoint
            key = (endpoint, link)
            literal = _is_literal(endpoint, held.path, text)
            if key not in found and not literal and _links(held.path, text):
                found[key] = Linked(held.number, link, items_of(held.path))

    def holding(self, session: str, text: str, before: int) -> Sequence[Held]:
        """Return where *text* stood in *session* before a sample."""
        every = self._holding.get((session, text), [])
        low, high = 0, len(every)
        while low < high:
            middle = (low + high) // 2
            if every[middle].number < before:
                low = middle + 1
            else:
                high = middle
        return every[max(0, low - 4 * MOST_ALIKE) : low]

    def values(self, number: int) -> Mapping[str, Sequence[Found]]:
        """Return where in an exchange each text stands."""
        if number not in self._values:
            found: dict[str, list[Found]] = defaultdict(list)
            sample = self.timeline.samples[number]
            answer = sample.told if (sample.status or 0) < 400 else None
            for told, message in ((False, sample.asked), (True, answer or {})):
                inside = leaves(message.get("body"), ("body",))
                for path, value in islice(inside, 2000):
                    if value is not None and len(found[text_of(value)]) < 8:
                        found[text_of(value)].append((told, path, ()))
            for path, value in self.timeline.asked[number]:
                is_literal = _is_literal(sample.endpoint, path, value)
                if path[0] in ("query", "path") and not is_literal:
                    found[text_of(value)].append((False, path, ()))
            self._values[number] = found
        return self._values[number]

    def latest(self, number: int, endpoint: str) -> int | None:
        """Return the last exchange of *endpoint* before, in the same session."""
        session = self.timeline.samples[number].session
        before = None
        for other in self._latest.get((session, endpoint), ()):
            if other >= number:
                break
            before = other
        return before

    def value_at(self, number: int, told: bool, path: Path) -> Json:
        """Return what stands in the message of a sample.

        Raises:
            KeyError: If nothing does.
        """
        sample = self.timeline.samples[number]
        message = sample.told if told else sample.asked
        if message is None:
            raise KeyError(path)
        return at(message, path)

    def source(self, origin: Origin, number: int, items: tuple[int, ...]) -> Json:
        """Return what stands at *origin* for the answer of a sample.

        Raises:
            KeyError: If nothing does, or no earlier exchange is linked.
        """
        if not origin.endpoint:
            return self.value_at(number, origin.told, _placed(origin.path, items))
        if origin.link is None:
            other = self.latest(number, origin.endpoint)
            if other is None:
                raise KeyError(origin.endpoint)
            return self.value_at(other, origin.told, _placed(origin.path, items))
        return self._through(origin, origin.link, number, items)

    def _through(
        self, origin: Origin, link: Link, number: int, items: tuple[int, ...]
    ) -> Json:
        here = self.value_at(number, link.here_told, _placed(link.here, items))
        if isinstance(here, dict | list):
            raise KeyError(link.here)
        samples = self.timeline.samples
        before = self.holding(samples[number].session, text_of(here), number)
        for held in reversed(before):
            if (
                held.told == link.there_told
                and held.place == link.there
                and samples[held.number].endpoint == origin.endpoint
            ):
                path = _placed(origin.path, items_of(held.path))
                return self.value_at(held.number, origin.told, path)
        raise KeyError(link.there)


def _is_literal(endpoint: str, path: Path, value: Scalar) -> bool:
    """Tell whether a segment of a path is the same for all requests to *endpoint*."""
    if path[0] != "path":
        return False
    _, _, template = endpoint.partition(" ")
    segments = template.partition(" ")[0].split("/")[1:]
    at = path[1]
    return isinstance(at, int) and at < len(segments) and segments[at] == value


def _links(path: Path, value: Scalar) -> bool:
    """Tell whether who asks for *value* at *path* may mean what has it elsewhere."""
    if path[0] in ("path", "cookie"):
        return True
    if path[0] == "header":
        return False
    text = text_of(value)
    return names_one(path) or len(text) >= TELLING or is_minted(classify(text))


def _placed(path: Path, items: Sequence[int]) -> Path:
    placed = with_items(path, items)
    if placed is None:
        raise KeyError(path)
    return placed
