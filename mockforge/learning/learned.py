"""All that was learned of an API."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mockforge.exchange import Exchange
from mockforge.learning.bindings import Bindings
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.fields import Fields
from mockforge.learning.options import VERSION
from mockforge.learning.resources import Resources
from mockforge.learning.sample import Sample
from mockforge.learning.threads import joined

PARTS = ("endpoints", "bindings", "fields", "resources")
"""What there is of it, each told on its own."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What an API is, as far as exchanges told."""

    endpoints: EndpointMap = field(default_factory=lambda: EndpointMap(()))
    bindings: Bindings = field(default_factory=Bindings)
    fields: Fields = field(default_factory=Fields)
    resources: Resources = field(default_factory=Resources)
    samples: Sequence[Sample] = ()
    """Exchanges at hand, in order of start."""
    notes: tuple[str, ...] = ()
    """What could not be learned, in sentences."""
    count: int = 0
    """The exchanges it was learned from."""

    def loader(self) -> Callable[[Sequence[int]], list[Exchange]]:
        """Return what gives the exchanges at hand by their numbers, as asked."""
        known = {sample.exchange.id: sample.exchange for sample in self.samples}
        return lambda ids: [known[number] for number in ids if number in known]

    def to_json(self) -> dict[str, Any]:
        """Return this as JSON; of the samples their numbers alone."""
        return {
            "version": VERSION,
            "count": self.count,
            "notes": list(self.notes),
            "samples": [sample.exchange.id for sample in self.samples],
            **{name: getattr(self, name).to_json() for name in PARTS},
        }

    @classmethod
    def from_json(
        cls, told: Mapping[str, Any], exchanges: Sequence[Exchange] = ()
    ) -> Learned:
        """Return what `to_json` told.

        Args:
            told: The JSON.
            exchanges: Those of the numbers it names, as samples.

        Raises:
            ValueError: If it is of another version or shape.
        """
        if told.get("version") != VERSION:
            raise ValueError(f"learned by version {told.get('version')!r}")
        try:
            endpoints = EndpointMap.from_json(told["endpoints"])
            return cls(
                endpoints,
                Bindings.from_json(told["bindings"]),
                Fields.from_json(told["fields"]),
                Resources.from_json(told["resources"]),
                samples_of(exchanges, endpoints),
                tuple(told["notes"]),
                told["count"],
            )
        except (KeyError, TypeError, IndexError, AttributeError) as error:
            raise ValueError(f"not what was learned: {error!r}") from error


def samples_of(
    exchanges: Sequence[Exchange], endpoints: EndpointMap
) -> tuple[Sample, ...]:
    """Return *exchanges* as samples; those of no endpoint are left out.

    Sessions of one client are one there.
    """
    found = []
    for exchange in joined(exchanges):
        located = endpoints.located(exchange.request)
        if located is not None:
            found.append(Sample.of(exchange, located.key, located.params))
    return tuple(found)
