"""What a request says, in four fields: where, in what shape, choosing what, in words.

Each is a bag of features with weights. They are kept apart so that a long prompt does
not outweigh the path, nor a body with many values the words of a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise
from typing import Any

from mockforge.bodies import xml
from mockforge.bodies.document import DEEPEST, leaves, read
from mockforge.bodies.reading import unquoted
from mockforge.http import Request
from mockforge.recall.sorts import NAMING, Sort, sort_of
from mockforge.recall.wording import COMMON, stem, trigrams, words

LEAVES = 300
"""Values of a body that are looked at."""

MARKUP = 256 << 10
"""Letters of a text that is tried as XML."""

Bag = dict[str, float]
"""Features with their weights."""

# Names under which a single word, too, is what somebody is looking for.
_SOUGHT = frozenset(
    {"q", "query", "search", "term", "terms", "keyword", "keywords", "text", "prompt"}
    | {"question", "s", "find", "input", "phrase", "content", "message"}
)
_ACTIONS = (b"x-amz-target", b"soapaction", b"x-action")
_CREDENTIALS = (b"authorization", b"x-api-key", b"api-key", b"cookie")

Place = str
"""Where a value stands, items without their numbers: `body.items[].name`."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What a request says."""

    address: Bag = field(default_factory=dict)
    """Method, host and path."""
    shape: Bag = field(default_factory=dict)
    """Which names and places there are."""
    values: Bag = field(default_factory=dict)
    """What stands there."""
    text: Bag = field(default_factory=dict)
    """What is written for people or models to read."""
    chosen: Mapping[Place, str] = field(default_factory=dict)
    """Words that may choose among a few, by place."""
    places: frozenset[Place] = frozenset()
    """Where something stands."""
    standing: frozenset[str] = frozenset()
    """The values that stand there, but for prose."""

    @property
    def bags(self) -> tuple[Bag, Bag, Bag, Bag]:
        """The four fields."""
        return self.address, self.shape, self.values, self.text


def fields_of(request: Request, template: str | None = None) -> Fields:
    """Return what *request* says.

    Args:
        request: In upstream space, with stand-ins for secrets.
        template: The template of its endpoint; by the look of its segments if None.
    """
    found = _Reading()
    found.path(request, template)
    found.head(request)
    for name, value in request.query:
        found.leaf(f"query.{name}", name, value)
    if request.body:
        body = _document(request)
        for path, scalar in islice(leaves(body), LEAVES):
            names = [step for step in path if isinstance(step, str)]
            place = ".".join("[]" if isinstance(step, int) else step for step in path)
            found.leaf(f"body.{place}", names[-1] if names else "", scalar)
    return found.told()


def _document(request: Request) -> Any:
    """Return what the body holds; XML is read even where nothing says that it is."""
    found = read(request.headers, request.body)
    text = found.value
    if found.kind == "text" and text.lstrip()[:1] == "<" and len(text) <= MARKUP:
        with suppress(ValueError, RecursionError):
            return xml.read(text, DEEPEST)[1]
    return text


class _Reading:
    """What was read so far."""

    def __init__(self) -> None:
        self.address: Bag = {}
        self.shape: Bag = {}
        self.values: Bag = {}
        self.chosen: dict[Place, str] = {}
        self._places: set[Place] = set()
        self._standing: set[str] = set()
        self._texts: list[str] = []

    def told(self) -> Fields:
        """Return all of it."""
        bags = self.address, self.shape, self.values
        known = frozenset(self._places), frozenset(self._standing)
        return Fields(*bags, _spoken(self._texts), self.chosen, *known)

    def path(self, request: Request, template: str | None) -> None:
        """Read method, host and path."""
        said = request.path.split("/")[1:]
        parts = None if template is None else template.split("/")[1:]
        if parts is None or len(parts) != len(said):
            parts = ["{}" if sort_of(each) in NAMING else each for each in said]
        shown = []
        for number, (part, text) in enumerate(zip(parts, said, strict=True)):
            if "{" in part or part == "*":
                self._named(f"path.{number}", unquoted(text))
                part = "{}"
            shown.append(part.lower())
        self.address = dict(_address(request.method, request.authority, tuple(shown)))

    def head(self, request: Request) -> None:
        """Read what of the head matters to what is asked."""
        is_known = False
        for name, value in request.headers:
            name = name.lower()
            if name == b"content-type" and request.body:
                media = value.partition(b";")[0].strip().lower().decode("latin-1")
                self.shape[f"type {media}"] = 0.7
            elif name in _ACTIONS:
                action = value.decode("latin-1").strip('"')
                self.address[f"action {action}"] = 2.0
                self.chosen[name.decode()] = action
            elif name in _CREDENTIALS:
                is_known = True
        self.shape[f"known {is_known}"] = 0.7

    def leaf(self, place: Place, name: str, value: Any) -> None:
        """Read the *value* at *place*, which is called *name*."""
        self.shape[place] = 1.0
        self._places.add(place)
        if isinstance(value, bool) or value is None:
            self.values[f"{place} = {value}"] = 1.0
            self._standing.add(f"{place} = {value}")
            self.chosen[place] = str(value)
            return
        if not isinstance(value, str):
            self._named(place, repr(value))
            return
        sort = sort_of(value)
        if sort is Sort.PROSE or (sort is Sort.WORD and name.lower() in _SOUGHT):
            self.values[f"{place} : prose"] = 0.3
            self._texts.append(value)
        elif sort is Sort.WORD:
            self.values[f"{place} = {value.lower()}"] = 1.0
            self._standing.add(f"{place} = {value.lower()}")
            self.chosen[place] = value.lower()
            for word in words(value):
                self.values[f"{place} ~ {stem(word)}"] = 0.3
        else:
            self._named(place, value, sort)

    def _named(self, place: Place, value: str, sort: Sort | None = None) -> None:
        """Read what names one of many: of which sort it is, and a little of which."""
        self._standing.add(f"{place} = {value}")
        self.values[f"{place} : {sort or sort_of(value)}"] = 0.3
        self.values[f"{place} = {value}"] = 0.15


@lru_cache(maxsize=4_096)
def _address(method: str, authority: str, parts: tuple[str, ...]) -> Bag:
    """Return what a method, a host and the parts of a path say."""
    bag = {f"method {method}": 1.0}
    host = authority.rpartition(":")[0] or authority
    for label in host.lower().split("."):
        bag[f"host {label}"] = 0.4
    for number, part in enumerate(parts):
        bag[f"at {number} {part}"] = 0.4 if part == "{}" else 1.0
        if part and part != "{}":
            bag[f"segment {part}"] = 0.8
            for word in words(part):
                bag[f"word {stem(word)}"] = 0.6
                bag |= {f"letters {each}": 0.15 for each in trigrams(word)}
    for before, after in pairwise(["^", *parts, "$"]):
        bag[f"then {before} {after}"] = 0.7
    return bag


def _spoken(texts: list[str]) -> Bag:
    """Return the features of *texts*: what was said last says most."""
    bag: Bag = {}
    # What a conversation began with is said again each time.
    for number, text in enumerate(reversed(texts[-8:])):
        one: Bag = dict(_prose(text))
        length = sum(weight * weight for weight in one.values()) ** 0.5 or 1.0
        share = 1.0 if number == 0 else 0.35
        for name, weight in one.items():
            bag[name] = bag.get(name, 0.0) + share * weight / length
    return bag


def _prose(text: str) -> Iterator[tuple[str, float]]:
    found = words(text)
    said = [stem(word) for word in found if word not in COMMON]
    for word in found:
        if word in COMMON:
            yield f"word {word}", 0.15
    for each in said:
        yield f"word {each}", 1.0
        if len(each) > 3:
            for letters in trigrams(each):
                yield f"letters {letters}", 0.25
    for before, after in pairwise(said):
        yield f"then {before} {after}", 0.4
