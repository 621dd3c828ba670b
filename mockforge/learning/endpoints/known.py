"""Endpoints as they are known in the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mockforge.endpoint import Endpoint
from mockforge.learning.endpoints.trie import Place

Discriminator = tuple[Place, str]
"""A place of a request, and what stands there: the operation."""


@dataclass(frozen=True, slots=True)
class Known:
    """An endpoint that was seen or declared."""

    endpoint: Endpoint
    discriminator: Discriminator | None = None
    """What tells this operation from others at the same URL."""
    count: int = 0
    statuses: Mapping[int, int] = field(default_factory=dict)
    """How often each status was the answer; 0 is no answer."""
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Some values of each parameter."""
    host: str | None = None
    """The host, where several have the same endpoint."""
    declared: bool = False
    """It comes from a document and not from what was asked."""

    @property
    def key(self) -> str:
        """For people, and to look things up by."""
        return key_of(self.endpoint, self.discriminator, self.host)

    def to_json(self) -> dict[str, Any]:
        """Return this as a JSON document."""
        told: dict[str, Any] = {
            "method": self.endpoint.method,
            "template": self.endpoint.template,
            "count": self.count,
            "statuses": {str(each): self.statuses[each] for each in self.statuses},
            "samples": {name: list(some) for name, some in self.samples.items()},
        }
        if self.discriminator is not None:
            place, value = self.discriminator
            told["discriminator"] = [list(place), value]
        if self.host is not None:
            told["host"] = self.host
        if self.declared:
            told["declared"] = True
        return told

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Known:
        """Return what `to_json` told."""
        named = told.get("discriminator")
        return cls(
            Endpoint(told["method"], told["template"]),
            None if named is None else (tuple(named[0]), named[1]),
            told["count"],
            {int(status): count for status, count in told["statuses"].items()},
            {name: tuple(some) for name, some in told["samples"].items()},
            told.get("host"),
            told.get("declared", False),
        )


@dataclass(frozen=True, slots=True)
class Located:
    """The endpoint a request belongs to."""

    key: str
    endpoint: Endpoint
    params: dict[str, str]
    """The parameters of the path, decoded, by name."""


def key_of(
    endpoint: Endpoint, discriminator: Discriminator | None, host: str | None = None
) -> str:
    """Return `GET /orders/{id}` or `POST / [header.x-target=Put]`."""
    told = []
    if host is not None:
        told.append(f"host={host}")
    if discriminator is not None:
        place, value = discriminator
        told.append(f"{'.'.join(place)}={value}")
    return f"{endpoint} [{' '.join(told)}]" if told else str(endpoint)
