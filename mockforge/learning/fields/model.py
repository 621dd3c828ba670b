"""What the requests and the answers of each endpoint hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mockforge.bodies import xml
from mockforge.bodies.document import DocumentKind, Path
from mockforge.bodies.reading import FORM, content_type, is_lines
from mockforge.http import Headers
from mockforge.learning.fields.node import Node, Room
from mockforge.learning.fields.packing import packed, unpacked
from mockforge.learning.fields.reading import at, below, every
from mockforge.learning.fields.schema import Schema, schema_of
from mockforge.learning.sample import Sample
from mockforge.options import Json

PARTS = ("params", "query", "header", "cookie")
"""What a message has beside its body."""


@dataclass(slots=True)
class Body:
    """The bodies of one media type."""

    kind: DocumentKind
    """How its documents are written."""
    node: Node = field(default_factory=Node)
    """What they hold; nothing for binary ones."""
    count: int = 0
    example: Json = None
    """One of the documents, as it came; None if none was short."""
    declared: Schema | None = None
    """What a given document says of them; it wins over what was seen."""

    @property
    def schema(self) -> Schema:
        """What all of them are valid against."""
        return schema_of(self.node) if self.declared is None else self.declared

    def to_json(self) -> Json:
        """Return what `from_json` takes."""
        node = packed(self.node)
        return [self.kind, self.count, node, self.example, self.declared]

    @classmethod
    def from_json(cls, value: Json) -> Body:
        """Return the body that *value* was made from."""
        return cls(value[0], unpacked(value[2]), value[1], *value[3:])


@dataclass(slots=True)
class Side:
    """The requests of an endpoint, or its answers of one status."""

    count: int = 0
    parts: dict[str, Node] = field(default_factory=dict)
    """By the name of the part: `params`, `query`, `header`, `cookie`."""
    bodies: dict[tuple[str, DocumentKind], Body] = field(default_factory=dict)
    """By media type, in lower case and empty if none was told, and kind."""
    room: Room = field(default_factory=Room)

    def add(self, told: Mapping[str, Any], params: Mapping[str, str]) -> None:
        """Take in a message, less its body; *told* is its documents."""
        self.count += 1
        for name in PARTS:
            value = params if name == "params" else told.get(name)
            if isinstance(value, Mapping) and value:
                self.parts.setdefault(name, Node()).add(dict(value), self.room)

    def add_body(self, value: Json, headers: Headers, raw: bytes) -> None:
        """Take in the body of a message; an empty one is only counted."""
        if not raw:
            return
        media = content_type(headers)
        kind = kind_of(media, value, raw)
        known = self.bodies.get((media, kind))
        if known is None:
            if len(self.bodies) >= _MEDIA:
                return
            known = self.bodies[media, kind] = Body(kind)
        known.count += 1
        if kind != "binary":
            known.node.add(value, self.room)
            if known.example is None and len(raw) <= _EXAMPLE:
                known.example = value

    @property
    def body(self) -> Body | None:
        """The bodies that came most often; None if there was none."""
        return max(
            self.bodies.values(), key=lambda one: (one.count, one.kind), default=None
        )

    @property
    def bare(self) -> int:
        """How many messages had no body."""
        return self.count - sum(body.count for body in self.bodies.values())

    def merge(self, other: Side) -> None:
        """Take in all that *other* has taken in, which came later."""
        self.count += other.count
        for name, node in other.parts.items():
            self.parts.setdefault(name, Node()).merge(node, self.room)
        for place, body in other.bodies.items():
            known = self.bodies.setdefault(place, Body(body.kind))
            known.count += body.count
            known.example = body.example if known.example is None else known.example
            known.declared = known.declared or body.declared
            known.node.merge(body.node, self.room)

    def to_json(self) -> Json:
        """Return what `from_json` takes."""
        return {
            "count": self.count,
            "parts": {name: packed(node) for name, node in self.parts.items()},
            "bodies": [
                [media, body.to_json()] for (media, _), body in self.bodies.items()
            ],
        }

    @classmethod
    def from_json(cls, value: Json) -> Side:
        """Return the side that *value* was made from."""
        bodies = [(media, Body.from_json(body)) for media, body in value["bodies"]]
        return cls(
            value["count"],
            {name: unpacked(node) for name, node in value["parts"].items()},
            {(media, body.kind): body for media, body in bodies},
        )


_EXAMPLE = 2000
"""Bytes of a body that is kept as an example."""
_MEDIA = 12
"""Media types of one side that are told apart."""


@dataclass(slots=True)
class EndpointFields:
    """What is asked of one endpoint, and what it tells."""

    asked: Side = field(default_factory=Side)
    told: dict[int, Side] = field(default_factory=dict)
    """By status."""

    def add(self, sample: Sample) -> None:
        """Take in *sample*."""
        request, response = sample.exchange.request, sample.exchange.response
        self.asked.add(sample.asked, sample.params)
        self.asked.add_body(sample.asked.get("body"), request.headers, request.body)
        if response is None or sample.told is None or sample.status is None:
            return
        side = self.told.setdefault(sample.status, Side())
        side.add(sample.told, {})
        side.add_body(sample.told.get("body"), response.headers, response.body)


@dataclass(slots=True)
class Fields:
    """What the requests and the answers of all endpoints hold."""

    endpoints: dict[str, EndpointFields] = field(default_factory=dict)
    """By the key of the endpoint."""

    def asked(self, key: str) -> Side | None:
        """Return what is asked of the endpoint called *key*."""
        found = self.endpoints.get(key)
        return None if found is None else found.asked

    def told(self, key: str, status: int) -> Side | None:
        """Return what the endpoint called *key* tells with *status*."""
        found = self.endpoints.get(key)
        return None if found is None else found.told.get(status)

    def at(self, key: str, status: int | None, path: Path) -> Node | None:
        """Return what was seen at a path into `told_of`, or into `asked_of`.

        Args:
            key: Of the endpoint.
            status: Of the answer; None for what is asked.
            path: Such as `("body", "items", "*", "id")`.
        """
        side = self.asked(key) if status is None else self.told(key, status)
        if side is None or not path:
            return None
        if path[0] == "body":
            body = side.body
            return None if body is None else at(body.node, path[1:])
        node = side.parts.get(str(path[0]))
        return None if node is None else at(node, path[1:])

    def paths(self, key: str, status: int | None) -> Iterator[tuple[Path, Node]]:
        """Yield every place of a side with its general path."""
        side = self.asked(key) if status is None else self.told(key, status)
        if side is None:
            return
        for name, node in side.parts.items():
            yield from below(node, (name,))
        if side.body is not None:
            yield from below(side.body.node, ("body",))

    def nodes(self) -> Iterator[Node]:
        """Yield every node of every side."""
        for fields in self.endpoints.values():
            for side in (fields.asked, *fields.told.values()):
                for node in side.parts.values():
                    yield from every(node)
                for body in side.bodies.values():
                    yield from every(body.node)

    def merge(self, other: Fields) -> None:
        """Take in all that *other* has taken in, which came later."""
        for key, fields in other.endpoints.items():
            known = self.endpoints.setdefault(key, EndpointFields())
            known.asked.merge(fields.asked)
            for status, side in fields.told.items():
                known.told.setdefault(status, Side()).merge(side)

    def to_json(self) -> Json:
        """Return what `from_json` takes."""
        return {
            key: {
                "asked": fields.asked.to_json(),
                "told": {
                    str(status): side.to_json()
                    for status, side in sorted(fields.told.items())
                },
            }
            for key, fields in sorted(self.endpoints.items())
        }

    @classmethod
    def from_json(cls, value: Json) -> Fields:
        """Return the fields that *value* was made from."""
        return cls(
            {
                key: EndpointFields(
                    Side.from_json(fields["asked"]),
                    {
                        int(status): Side.from_json(side)
                        for status, side in fields["told"].items()
                    },
                )
                for key, fields in value.items()
            }
        )


def learn_fields(samples: Iterable[Sample]) -> Fields:
    """Return what the messages of *samples* hold.

    In whatever order they are given, they are taken in as they came.
    """
    fields = Fields()
    for sample in sorted(samples, key=_order):
        if sample.endpoint:
            known = fields.endpoints.setdefault(sample.endpoint, EndpointFields())
            known.add(sample)
    return fields


def _order(sample: Sample) -> tuple[float, int, str, str]:
    one = sample.exchange
    return one.started, one.id or 0, one.session, one.request.target


def kind_of(media: str, value: Json, raw: bytes) -> DocumentKind:
    """Return how a body was written, told from what `bodies.document` made of it."""
    if value is None:
        is_null = raw.strip() == b"null" and "json" in media
        return "json" if is_null else "binary"
    if isinstance(value, str):
        return "json" if "json" in media and not is_lines(media) else "text"
    if isinstance(value, list) and is_lines(media):
        return "lines"
    if not isinstance(value, dict):
        return "json"
    if media.startswith("multipart/"):
        return "multipart"
    if media == FORM and raw.lstrip()[:1] != b"{":
        return "form"
    is_xml = xml.is_named(media) or (len(value) == 1 and _begins_as_xml(media, raw))
    return "xml" if is_xml else "json"


def _begins_as_xml(media: str, raw: bytes) -> bool:
    return "json" not in media and raw[:1] not in (b"{", b" ", b"\n", b"\r", b"\t")
