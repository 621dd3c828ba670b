"""Drift: the values of an answer that move on, one thing's independent of another's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from random import Random  # noqa: TID251 - the type alone; chance.rng makes them
from typing import TYPE_CHECKING, Any, TypeGuard

from mockforge.bodies.document import Path, replaced
from mockforge.chance import rng
from mockforge.options import Json
from mockforge.stages.drift.fields import MOST, Field, Place, lacking, places
from mockforge.stages.drift.machine import SINGLE
from mockforge.stages.drift.strategies import Span, Strategy, Told

if TYPE_CHECKING:
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


@dataclass(frozen=True, slots=True)
class Moved:
    """What has become of a document."""

    changes: Mapping[Path, Told]
    """The values that are others now; a number with a point has its decimals."""
    state: State
    said: tuple[str, ...] = ()
    """What could not be done, for people."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that are others now."""
        return tuple(str(Field(path)) for path in self.changes)


@dataclass(frozen=True, slots=True)
class Drift:
    """How the answers of one endpoint move on."""

    rules: Sequence[Rule]
    interval: float = 1.0
    """Requests, or seconds, from one step to the next."""
    request_based: bool = True
    resource: tuple[str, ...] | None = None
    """Parameters that tell one thing from another; None for the usual ones."""
    warnings: tuple[str, ...] = ()
    """What is most likely not meant as it is written."""

    def moved(  # noqa: PLR0913 - all but two by name
        self,
        body: Json,
        state: State | None,
        *,
        now: float,
        key: str,
        seed: int,
        names: Mapping[str, Json],
    ) -> tuple[Json, State]:
        """Return *body* as it is by now, and the state to give next time.

        Args:
            body: The document as it is without drift.
            state: From last time; None for the first answer, which is the base.
            now: Seconds since the epoch.
            key: Of the thing, for its chances: session, endpoint and resource.
            seed: What draws depend on.
            names: What conditions and expressions may name of the request.
        """
        found = self.step(body, state, now=now, key=key, seed=seed, names=names)
        plain = {path: as_json(value) for path, value in found.changes.items()}
        return replaced(body, plain), found.state

    def step(  # noqa: PLR0913 - all but two by name
        self,
        body: Json,
        state: State | None,
        *,
        now: float,
        key: str,
        seed: int,
        names: Mapping[str, Json],
        is_written: bool = False,
    ) -> Moved:
        """Return what has become of *body*; the arguments are those of `moved`.

        Args:
            body: The document as it is without drift.
            state: From last time.
            now: Seconds since the epoch.
            key: Of the thing.
            seed: What draws depend on.
            names: What conditions and expressions may name.
            is_written: Whether somebody may have changed the thing since last time:
                a value that is not the first one any more is a first one then.
        """
        before = state if _is_sound(state) else {}
        known = before.get("values") or {}
        turn = _Turn(body, key, seed, names, known, is_written)
        count, since = int(before.get("count", 0)), float(before.get("since", now))
        steps = max(int(before.get("steps", 0)), self._steps(count, now - since))
        for rule in self.rules:
            turn.apply(rule, steps)
        after: State = {
            "count": count + 1,
            "since": since,
            "steps": steps,
            "values": turn.kept(),
        }
        return Moved(turn.changes, after, tuple(dict.fromkeys(turn.said)))

    def _steps(self, count: int, passed: float) -> int:
        """Return the number of the step that is due."""
        if self.request_based:
            return int(count // self.interval)
        # What is due at this very moment is due, however a float is rounded.
        return max(0, int((passed + 1e-6 * min(1.0, self.interval)) // self.interval))


@dataclass(slots=True)
class _Turn:
    """One answer that moves."""

    body: Json
    key: str
    seed: int
    names: Mapping[str, Json]
    known: dict[str, Json]
    """What is held of each value, by its key."""
    is_written: bool
    changes: dict[Path, Told] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    seen: dict[str, Json] = field(default_factory=dict)

    def apply(self, rule: Rule, steps: int) -> None:
        """Move every value of *rule* on to step number *steps*."""
        found = list(places(self.body, rule.field))
        if not found and (why := lacking(self.body, rule.field)):
            self.said.append(why)
        for place in found:
            try:
                entry = self._entry(rule, place, steps)
                if entry is None:
                    continue
                entry = self._advanced(rule, place, entry, steps)
                told = rule.strategy.shown(entry[1], entry[3])
            except (ValueError, ArithmeticError, TypeError, LookupError) as problem:
                self.said.append(f"{place} stays as it is: {problem}")
                continue
            self.seen[place.key] = entry
            if _is_other(told, place.value):
                self.changes[place.path] = told

    def kept(self) -> dict[str, Json]:
        """Return what is held of all values, those not seen for longest left out."""
        rest = {key: one for key, one in self.known.items() if key not in self.seen}
        excess = len(rest) + len(self.seen) - MOST
        for name in list(rest)[: max(0, excess)]:
            del rest[name]
        return rest | self.seen

    def _entry(self, rule: Rule, place: Place, steps: int) -> list[Any] | None:
        """Return strategy, what is held, steps seen and taken, and the first value."""
        known = self.known.get(place.key)
        first = str(place.value)[:_SHOWN]
        if known is not None and known[0] == rule.name:
            is_anew = self.is_written and known[4] != first
            if not is_anew:
                return list(known)
        held = rule.strategy.begun(place.value)
        if held is not None:
            return [rule.name, held, steps, 0, first]
        if place.value is not None:
            self.said.append(f"{place} is not {rule.strategy.wants}: it stays")
        return None

    def _advanced(
        self, rule: Rule, place: Place, entry: list[Any], steps: int
    ) -> list[Any]:
        name, held, at, taken, first = entry
        due = steps - at
        if due <= 0:
            return entry
        draw = partial(self._chance, place.key)
        names = partial(self._names, place)
        condition = rule.condition
        if condition is None or not (_COUNTING & set(condition.names)):
            if condition is None or self._holds(rule, place, held, taken):
                span = Span(taken, taken + due, draw, names)
                held, taken = rule.strategy.moved(held, span), taken + due
            return [name, held, steps, taken, first]
        for _ in range(min(due, SINGLE)):
            if not self._holds(rule, place, held, taken):
                break
            span = Span(taken, taken + 1, draw, names)
            held, taken = rule.strategy.moved(held, span), taken + 1
        return [name, held, steps, taken, first]

    def _holds(self, rule: Rule, place: Place, held: Json, taken: int) -> bool:
        assert rule.condition is not None
        value = rule.strategy.shown(held, taken)
        return bool(rule.condition.holds(self._names(place, value, taken + 1)))

    def _chance(self, key: str, step: int) -> Random:
        return rng(self.seed, self.key, key, step, "drift")

    def _names(self, place: Place, value: Told, count: int) -> Mapping[str, Json]:
        chance = partial(self._chance, f"{place.key} chance", count)
        return Names(self, place, as_json(value), count, chance)


class Names(Mapping[str, Json]):
    """What an expression may name: a value, its request, the fields around it."""

    OWN = ("value", "count", "chance", "answer")

    def __init__(
        self,
        turn: _Turn,
        place: Place,
        value: Json,
        count: int,
        chance: Callable[[], Random],
    ) -> None:
        """Name the *value* of *place*, and the rest as it is in *turn* so far."""
        self._turn = turn
        self._place = place
        self._value = value
        self._count = count
        self._chance = chance

    def __getitem__(self, name: str) -> Json:
        if name == "value":
            return self._value
        if name == "count":
            return self._count
        if name == "chance":
            return self._chance().random()
        turn, place = self._turn, self._place
        if name == "answer":
            changes = {path: as_json(told) for path, told in turn.changes.items()}
            return _plain(replaced(turn.body, changes))
        if name in turn.names:
            return turn.names[name]
        for path, inside in ((place.path[:-1], place.inside), ((), turn.body)):
            if isinstance(inside, dict) and name in inside:
                return _plain(turn.changes.get((*path, name), inside[name]))
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        names = [*self.OWN, *self._turn.names]
        for inside in (self._place.inside, self._turn.body):
            names += inside if isinstance(inside, dict) else ()
        return iter(dict.fromkeys(names))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _is_sound(state: State | None) -> TypeGuard[State]:
    """Whether *state* is one; what was kept may have been spoilt."""
    if not isinstance(state, dict) or not isinstance(state.get("values", {}), dict):
        return False
    numbers = (state.get(name, 0) for name in ("count", "since", "steps"))
    return all(type(each) in (int, float) for each in numbers)


def as_json(value: Told) -> str | int | float | bool | None:
    """Return *value* as JSON has it: a number with decimals is a float."""
    return float(value) if isinstance(value, Decimal) else value


def _is_other(told: Told, value: Json) -> bool:
    if isinstance(value, float):
        told = as_json(told)
    return told != value or isinstance(told, bool) is not isinstance(value, bool)


def _plain(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return as_json(value) if isinstance(value, Decimal) else value
