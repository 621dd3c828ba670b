"""A turn: one answer that moves, value by value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from random import Random  # noqa: TID251 - the type alone; chance.rng makes them
from typing import TYPE_CHECKING, Any

from mockforge.chance import rng
from mockforge.options import Json
from mockforge.stages.drift.fields import MOST, Field, Place
from mockforge.stages.drift.machine import SINGLE
from mockforge.stages.drift.names import Names, as_json
from mockforge.stages.drift.strategies import Span, Strategy, Told

if TYPE_CHECKING:
    from mockforge.bodies.document import Path
    from mockforge.conditions import Condition

State = dict[str, Any]
"""How far the values of one thing have moved: JSON, empty at first."""

_SHOWN = 60
"""Characters of a first value that are kept, to know it again."""

_COUNTING = frozenset({"value", "count", "chance"})


@dataclass(frozen=True, slots=True)
class Rule:
    """How the values of one field move."""

    field: Field
    name: str
    """Of the strategy."""
    strategy: Strategy
    condition: Condition | None = None
    mark: str = ""
    """What two rules share that move a value alike, whatever its field is called."""


@dataclass(slots=True)
class Thing:
    """A thing of an answer."""

    known: dict[str, Json]
    """What is held of each value, by its key."""
    steps: int
    """The number of the step that is due."""
    is_written: bool
    count: int
    """Answers before this one."""
    since: float
    seen: dict[str, Json] = field(default_factory=dict)

    def state(self) -> State:
        """Return its state after this answer; of values not those seen long ago."""
        rest = {key: one for key, one in self.known.items() if key not in self.seen}
        excess = len(rest) + len(self.seen) - MOST
        for name in list(rest)[: max(0, excess)]:
            del rest[name]
        return {
            "count": self.count + 1,
            "since": self.since,
            "steps": self.steps,
            "values": rest | self.seen,
        }


@dataclass(slots=True)
class Turn:
    """One answer that moves."""

    body: Json
    key: str
    seed: int
    names: Mapping[str, Json]
    things: dict[str, Thing] = field(default_factory=dict)
    changes: dict[Path, Told] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def apply(self, rule: Rule, values: Sequence[tuple[Place, str, str]]) -> None:
        """Move *values*, those of *rule*, on to the step that is due for each."""
        for place, name, key in values:
            thing = self.things[name]
            try:
                entry = self._entry(rule, place, thing, key)
                if entry is None:
                    continue
                entry = self._advanced(rule, place, entry, thing.steps, f"{name}{key}")
                told = rule.strategy.shown(entry[1], entry[3])
            except (ValueError, ArithmeticError, TypeError, LookupError) as problem:
                self.said.append(f"{place} stays as it is: {problem}")
                continue
            thing.seen[key] = entry
            if _is_other(told, place.value):
                self.changes[place.path] = told

    def _entry(
        self, rule: Rule, place: Place, thing: Thing, key: str
    ) -> list[Any] | None:
        """Return strategy, what is held, steps seen and taken, and the first value."""
        known = thing.known.get(key)
        first = str(place.value)[:_SHOWN]
        if known is not None and known[0] == rule.name:
            is_anew = thing.is_written and known[4] != first
            if not is_anew:
                return list(known)
        held = rule.strategy.begun(place.value)
        if held is not None:
            return [rule.name, held, thing.steps, 0, first]
        if place.value is not None:
            self.said.append(f"{place} is not {rule.strategy.wants}: it stays")
        return None

    def _advanced(
        self, rule: Rule, place: Place, entry: list[Any], steps: int, key: str
    ) -> list[Any]:
        name, held, at, taken, first = entry
        due = steps - at
        if due <= 0:
            return entry
        draw = partial(self._chance, key)
        names = partial(self._names, place, key)
        condition = rule.condition
        if condition is None or not (_COUNTING & set(condition.names)):
            if condition is None or _holds(rule, names, held, taken):
                span = Span(taken, taken + due, draw, names)
                held, taken = rule.strategy.moved(held, span), taken + due
            return [name, held, steps, taken, first]
        for _ in range(min(due, SINGLE)):
            if not _holds(rule, names, held, taken):
                break
            span = Span(taken, taken + 1, draw, names)
            held, taken = rule.strategy.moved(held, span), taken + 1
        return [name, held, steps, taken, first]

    def _chance(self, key: str, step: int) -> Random:
        return rng(self.seed, self.key, key, step, "drift")

    def _names(
        self, place: Place, key: str, value: Told, count: int
    ) -> Mapping[str, Json]:
        return Names(
            place,
            as_json(value),
            body=self.body,
            changes=self.changes,
            names=self.names,
            count=count,
            chance=partial(self._chance, f"{key} chance", count),
        )


def _holds(
    rule: Rule,
    names: Callable[[Told, int], Mapping[str, Json]],
    held: Json,
    taken: int,
) -> bool:
    assert rule.condition is not None
    return rule.condition.holds(names(rule.strategy.shown(held, taken), taken + 1))


def _is_other(told: Told, value: Json) -> bool:
    if isinstance(value, float):
        told = as_json(told)
    return told != value or isinstance(told, bool) is not isinstance(value, bool)
