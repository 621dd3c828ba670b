"""All that is known of where values come from, by endpoint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mockforge.bodies.document import Path
from mockforge.learning.bindings.binding import Binding
from mockforge.learning.bindings.pins import Pin, Pins
from mockforge.learning.bindings.timeline import Timeline
from mockforge.learning.bindings.volatile import Source, Volatile, volatile
from mockforge.learning.bindings.whence import whence
from mockforge.learning.sample import Sample
from mockforge.options import Json

NOTHING: Mapping[Path, Binding] = {}


@dataclass(frozen=True, slots=True)
class Bindings:
    """Where values of answers come from, and which values of requests are new."""

    places: Mapping[tuple[str, int], Mapping[Path, Binding]] = field(
        default_factory=dict
    )
    """By endpoint and status."""
    fields: Mapping[str, Mapping[Path, Volatile]] = field(default_factory=dict)
    """Volatile places of requests, by endpoint."""

    def of(self, key: str, status: int) -> Mapping[Path, Binding]:
        """Return the bindings of the answers of *key* with *status*."""
        return self.places.get((key, status), NOTHING)

    def volatile(self, key: str) -> frozenset[Path]:
        """Return the places of the requests of *key* that are new in every run."""
        return frozenset(self.fields.get(key, ()))

    def minted_by_client(self, key: str) -> frozenset[Path]:
        """Return those that the client makes anew: they are left out of matching."""
        return self._of_kind(key, "made")

    def carried(self, key: str) -> frozenset[Path]:
        """Return those with what an earlier message told: matched when renamed."""
        return self._of_kind(key, "carried")

    def _of_kind(self, key: str, kind: str) -> frozenset[Path]:
        found = self.fields.get(key, {})
        return frozenset(path for path, one in found.items() if one.kind == kind)

    def pinned(self, pins: Pins, keys: Iterable[str]) -> Bindings:
        """Return this with what *pins* say of the endpoints *keys*."""
        fields = {key: dict(found) for key, found in self.fields.items()}
        for key in {*keys, *fields}:
            for path, pin in pins.of(key).items():
                known = fields.setdefault(key, {})
                before = known.pop(path, None)
                if pin.verb == "ignore":
                    known[path] = _pinned(pin, key, before)
        return Bindings(self.places, {key: fields[key] for key in sorted(fields)})

    def to_json(self) -> Json:
        """Return all of it as JSON."""
        return {
            "answers": [
                [key, status, [[list(path), one.to_json()] for path, one in of.items()]]
                for (key, status), of in self.places.items()
            ],
            "volatile": [
                _volatile_json(one)
                for of in self.fields.values()
                for one in of.values()
            ],
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Json]) -> Bindings:
        """Return what `to_json` wrote."""
        return cls(
            {
                (key, status): {tuple(path): Binding.from_json(one) for path, one in of}
                for key, status, of in told.get("answers", ())
            },
            _by_endpoint(_volatile_of(one) for one in told.get("volatile", ())),
        )


def learn_bindings(samples: Sequence[Sample]) -> Bindings:
    """Return where the values of *samples* come from, whatever their order."""
    timeline = Timeline(samples)
    return Bindings(whence(timeline), _by_endpoint(volatile(timeline)))


def _pinned(pin: Pin, key: str, before: Volatile | None) -> Volatile:
    found = before or Volatile(key, pin.path, "made", "text", 0, 0, "", 0.0, ())
    return replace(found, kind="made", origin=None, why=(f"pinned: {pin}",))


def _by_endpoint(found: Iterable[Volatile]) -> dict[str, dict[Path, Volatile]]:
    fields: dict[str, dict[Path, Volatile]] = {}
    for one in found:
        fields.setdefault(one.endpoint, {})[one.path] = one
    return fields


def _volatile_json(one: Volatile) -> Json:
    told: dict[str, Json] = {
        "endpoint": one.endpoint,
        "path": list(one.path),
        "kind": one.kind,
        "format": one.format,
        "samples": one.samples,
        "distinct": one.distinct,
        "example": one.example,
        "bits": one.bits,
        "why": list(one.why),
    }
    if one.origin is not None:
        origin = one.origin
        told["origin"] = [origin.endpoint, origin.told, list(origin.path)]
    return told


def _volatile_of(told: Mapping[str, Json]) -> Volatile:
    origin = told.get("origin")
    return Volatile(
        told["endpoint"],
        tuple(told["path"]),
        told["kind"],
        told["format"],
        told["samples"],
        told["distinct"],
        told["example"],
        told["bits"],
        tuple(told["why"]),
        None if origin is None else Source(origin[0], origin[1], tuple(origin[2])),
    )
