"""Bindings: where a value of an answer comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from mockforge.bodies.document import Path, Scalar, shown, text_of
from mockforge.options import Json


class Kind(StrEnum):
    """Where a value comes from."""

    CONSTANT = "constant"
    """It is always the same."""
    REQUEST = "request"
    """Copied from the request it answers."""
    EARLIER = "earlier"
    """Copied from an earlier request of the session, or its answer."""
    DERIVED = "derived"
    """Made from other values, or of the time, by a rule."""
    MINTED = "minted"
    """Made by the upstream: an id, a token."""
    UNKNOWN = "unknown"
    """It varies, and nothing tells why."""


@dataclass(frozen=True, slots=True)
class Link:
    """How an earlier exchange is found: both hold one value."""

    here: Path
    """In the exchange with the bound value, with `*` for items."""
    here_told: bool
    """In the answer, beside the bound value; else in the request."""
    there: Path
    """In the earlier exchange."""
    there_told: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """The place that a value is copied or made from."""

    told: bool
    """In an answer; else in a request."""
    path: Path
    """Into `asked_of` or `told_of`; `*` for items, the same item for each `*`."""
    endpoint: str = ""
    """Of the earlier exchange; empty for the exchange with the bound value."""
    link: Link | None = None
    """Which of the earlier exchanges; None is the latest."""

    def __str__(self) -> str:
        message = "answer" if self.told else "request"
        text = f"{message} {shown(self.path)}"
        if self.endpoint:
            text = f"{self.endpoint}, {text}"
        if self.link is not None:
            side = "answer's " if self.link.here_told else ""
            text += f" where {shown(self.link.there)} is {side}{shown(self.link.here)}"
        return text


@dataclass(frozen=True, slots=True)
class Binding:
    """Where the values at one place of an endpoint's answers come from."""

    kind: Kind
    support: int = 0
    """The values that it explains, of those seen."""
    seen: int = 0
    """The values seen."""
    confidence: float = 0.0
    """The least share of values it explains, by Wilson's interval at 90 %."""
    format: str | None = None
    """What the values look like."""
    origin: Origin | None = None
    via: tuple[str, ...] = ()
    """What is done to the source's value in turn: `lower`, `base64`, `sha256 hex`."""
    rule: str = ""
    """Of what is derived: `count`, `sum`, `length`, `now`, `later`, `next`, `same`."""
    value: Scalar = None
    """The constant; what stands if the request does not say; seconds for `later`."""
    parts: tuple[str | Binding, ...] = ()
    """Of a longer text: what always stands there, and bindings between."""

    @property
    def is_copied(self) -> bool:
        """Tell whether the value stands elsewhere already."""
        return self.kind in (Kind.REQUEST, Kind.EARLIER) or self.rule == "same"

    def __str__(self) -> str:
        return f"{self._what()} ({self.support} of {self.seen})"

    def _what(self) -> str:
        if self.parts:
            inner = (
                part if isinstance(part, str) else f"{{{part._what()}}}"
                for part in self.parts
            )
            return f'"{"".join(inner)}"'
        if self.kind is Kind.CONSTANT:
            return f"always {text_of(self.value)[:60]!r}"
        if self.kind is Kind.MINTED:
            return f"minted, {self.format or 'text'}"
        return "varies" if self.kind is Kind.UNKNOWN else self._whence()

    def _whence(self) -> str:
        text = _RULES.get(self.rule, self.rule)
        if self.rule == "next" and self.origin is None:
            return f"{text} the one before"
        if self.rule == "later":
            text = f"{text_of(self.value)} s from now"
        if self.origin is not None:
            text = f"{text} {self.origin}".strip()
        if self.via:
            text += f", as {' of '.join(reversed(self.via))}"
        if self.value is not None and self.kind is Kind.REQUEST:
            text += f", else {text_of(self.value)[:40]!r}"
        return text

    def to_json(self) -> Json:
        """Return this binding as JSON; what is not so is left out."""
        told: dict[str, Json] = {
            "kind": self.kind.value,
            "support": self.support,
            "seen": self.seen,
            "confidence": self.confidence,
        }
        if self.origin is not None:
            told["origin"] = _origin_json(self.origin)
        if self.value is not None or self.kind is Kind.CONSTANT:
            told["value"] = self.value
        if self.format:
            told["format"] = self.format
        if self.rule:
            told["rule"] = self.rule
        if self.via:
            told["via"] = list(self.via)
        if self.parts:
            told["parts"] = [
                part if isinstance(part, str) else part.to_json() for part in self.parts
            ]
        return told

    @classmethod
    def from_json(cls, told: Mapping[str, Json]) -> Binding:
        """Return the binding that `to_json` wrote."""
        origin = told.get("origin")
        return cls(
            Kind(told["kind"]),
            told["support"],
            told["seen"],
            told["confidence"],
            told.get("format"),
            None if origin is None else _origin_of(origin),
            tuple(told.get("via", ())),
            told.get("rule", ""),
            told.get("value"),
            tuple(
                part if isinstance(part, str) else cls.from_json(part)
                for part in told.get("parts", ())
            ),
        )


_RULES = {
    "count": "the number of",
    "sum": "the sum of",
    "length": "the bytes of",
    "now": "the time of answering",
    "next": "one more than",
    "same": "the same as",
    "digest": "a digest of",
}


def _origin_json(origin: Origin) -> Json:
    told: dict[str, Json] = {"told": origin.told, "path": list(origin.path)}
    if origin.endpoint:
        told["endpoint"] = origin.endpoint
    if origin.link is not None:
        link = origin.link
        told["link"] = [
            *(list(link.here), link.here_told, list(link.there), link.there_told)
        ]
    return told


def _origin_of(told: Mapping[str, Json]) -> Origin:
    link = told.get("link")
    return Origin(
        told["told"],
        tuple(told["path"]),
        told.get("endpoint", ""),
        None
        if link is None
        else Link(tuple(link[0]), link[1], tuple(link[2]), link[3]),
    )


def wilson(support: int, seen: int, z: float = 1.645) -> float:
    """Return the lower end of Wilson's interval for *support* of *seen*."""
    if seen == 0:
        return 0.0
    share = support / seen
    middle = share + z * z / (2 * seen)
    spread = z * sqrt(share * (1 - share) / seen + z * z / (4 * seen * seen))
    return round(max(0.0, (middle - spread) / (1 + z * z / seen)), 4)
