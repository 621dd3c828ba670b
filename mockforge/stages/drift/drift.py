"""Drift: the values of an answer that move on, one thing's independent of another's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from mockforge.bodies.document import replaced
from mockforge.stages.drift.fields import Field, Place, lacking, places
from mockforge.stages.drift.names import as_json
from mockforge.stages.drift.turn import Rule, State, Thing, Turn

if TYPE_CHECKING:
    from mockforge.bodies.document import Path
    from mockforge.options import Json
    from mockforge.stages.drift.strategies import Told

__all__ = ["Drift", "Located", "Moved", "Rule", "State", "as_json"]


@dataclass(frozen=True, slots=True)
class Moved:
    """What has become of a document."""

    changes: Mapping[Path, Told]
    """The values that are others now; a number with a point has its decimals."""
    states: Mapping[str, State]
    """Of each thing in it."""
    said: tuple[str, ...] = ()
    """What could not be done, for people."""

    @property
    def state(self) -> State:
        """That of the document, where it is one thing."""
        return self.states[""]

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that are others now."""
        return tuple(str(Field(path)) for path in self.changes)


Whose = Callable[[Place, Rule], tuple[str, str]]
"""Tells the thing that a value is of, and what the value is known by within it."""


def _one(place: Place, rule: Rule) -> tuple[str, str]:
    """Take the document for one thing."""
    return "", place.key


@dataclass(frozen=True, slots=True)
class Located:
    """The values of a document that may move."""

    body: Json
    values: Sequence[tuple[Rule, Sequence[tuple[Place, str, str]]]]
    """By rule: where each is, whose, and what it is known by there."""
    said: tuple[str, ...]

    @property
    def things(self) -> list[str]:
        """Those that they are of."""
        each = (thing for _, values in self.values for _, thing, _ in values)
        return [*dict.fromkeys(each)]


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

    @property
    def cadence(self) -> str:
        """What two drifts share whose steps come alike."""
        return f"{self.interval:g}{'' if self.request_based else 's'}"

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
        """Return what has become of *body*, which is one thing.

        The arguments are those of `moved`.

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
        states = {"": state or {}}
        written = [""] if is_written else []
        located = self.located(body)
        return self.advanced(
            located, states, now=now, key=key, seed=seed, names=names, written=written
        )

    def located(self, body: Json, whose: Whose = _one) -> Located:
        """Return the values of *body* that may move, each with its thing."""
        said: list[str] = []
        values = []
        for rule in self.rules:
            found = list(places(body, rule.field))
            if not found and (why := lacking(body, rule.field)):
                said.append(why)
            values.append((rule, [(each, *whose(each, rule)) for each in found]))
        return Located(body, values, tuple(said))

    def advanced(  # noqa: PLR0913 - all but two by name
        self,
        located: Located,
        states: Mapping[str, State],
        *,
        now: float,
        key: str,
        seed: int,
        names: Mapping[str, Json],
        written: Collection[str] = (),
    ) -> Moved:
        """Return what has become of a document of several things.

        Args:
            located: Its values.
            states: Those of *things* from last time, and of others that are shown.
            now: Seconds since the epoch.
            key: What chances depend on, beside the things.
            seed: What draws depend on.
            names: What conditions and expressions may name.
            written: The things that somebody may have changed since last time.
        """
        turn = Turn(located.body, key, seed, names, said=[*located.said])
        for thing in dict.fromkeys([*states, *located.things]):
            state = states.get(thing)
            before = state if _is_sound(state) else {}
            count, since = int(before.get("count", 0)), float(before.get("since", now))
            turn.things[thing] = Thing(
                before.get("values") or {},
                max(int(before.get("steps", 0)), self._steps(count, now - since)),
                thing in written,
                count,
                since,
            )
        for rule, values in located.values:
            turn.apply(rule, values)
        after = {name: thing.state() for name, thing in turn.things.items()}
        return Moved(turn.changes, after, tuple(dict.fromkeys(turn.said)))

    def _steps(self, count: int, passed: float) -> int:
        """Return the number of the step that is due."""
        if self.request_based:
            return int(count // self.interval)
        # What is due at this very moment is due, however a float is rounded.
        return max(0, int((passed + 1e-6 * min(1.0, self.interval)) // self.interval))


def _is_sound(state: State | None) -> TypeGuard[State]:
    """Whether *state* is one; what was kept may have been spoilt."""
    if not isinstance(state, dict) or not isinstance(state.get("values", {}), dict):
        return False
    numbers = (state.get(name, 0) for name in ("count", "since", "steps"))
    return all(type(each) in (int, float) for each in numbers)
