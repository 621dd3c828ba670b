"""Strategies: how a value moves on, step after step.

What a strategy holds of a value is JSON, so that it can be kept; what it shows is the
value as it then is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random  # noqa: TID251 - the type alone; chance.rng makes them
from typing import TYPE_CHECKING, Protocol

from mockforge.options import Json
from mockforge.stages.drift.machine import SINGLE, Machine
from mockforge.stages.drift.numbers import EXACT, Amount, Bounds, Number

if TYPE_CHECKING:
    from mockforge.conditions import Expression

Told = str | int | float | bool | Decimal | None
"""A value as it is shown; a number with a point has its decimals."""


@dataclass(frozen=True, slots=True)
class Span:
    """Steps that are taken at once."""

    first: int
    """The number of the step before."""
    last: int
    draw: Callable[[int], Random]
    """Gives the chance of a step."""
    names: Callable[[Told, int], Mapping[str, Json]]
    """Gives what an expression may name, for a value and the number of its step."""


class Strategy(Protocol):
    """How a value moves."""

    wants: str
    """Which values it moves, for people."""

    def begun(self, value: Json) -> Json:
        """Return what is held of a first *value*; None if it cannot move."""

    def moved(self, held: Json, span: Span) -> Json:
        """Return what is held after the steps of *span*.

        Raises:
            ValueError: If an expression has no value, with the reason.
        """

    def shown(self, held: Json, taken: int) -> Told:
        """Return the value after *taken* steps."""


@dataclass(frozen=True, slots=True)
class _Numeric:
    """What moves numbers."""

    rate: Amount
    low: Amount | None = None
    high: Amount | None = None
    wants = "a number"

    def begun(self, value: Json) -> Json:
        """Return what is held of a first *value*; None if it is no number."""
        number = Number.read(value)
        return None if number is None else number.to_json()

    def bounds(self, number: Number) -> Bounds:
        """Return what *number* stays within."""
        return Bounds.of(self.low, self.high, number.value)


@dataclass(frozen=True, slots=True)
class Linear(_Numeric):
    """By the same amount at every step, or at every so many."""

    every: int = 1
    """Steps from one change to the next."""

    def moved(self, held: Json, span: Span) -> Json:
        """Return *held*: the number of steps tells the rest."""
        return held

    def shown(self, held: Json, taken: int) -> Told:
        """Return the value after *taken* steps."""
        number, bounds = Number.from_json(held), Bounds()
        bounds = self.bounds(number)
        way = EXACT.multiply(self.rate.at(number.value), Decimal(taken // self.every))
        if not way:
            return number.like(number.value, Bounds())
        return number.like(bounds.clamped(EXACT.add(number.value, way)), bounds)


@dataclass(frozen=True, slots=True)
class Walk(_Numeric):
    """By chance, up to so much either way; it turns back at its bounds."""

    def begun(self, value: Json) -> Json:
        """Return what is held of a first *value*; None if it is no number."""
        number = Number.read(value)
        return None if number is None else [number.to_json(), format(number.value, "f")]

    def moved(self, held: Json, span: Span) -> Json:
        """Return what is held after the steps of *span*."""
        number, value = Number.from_json(held[0]), Decimal(held[1])
        bounds, rate = self.bounds(number), abs(float(self.rate.at(number.value)))
        value = bounds.clamped(value)
        last = min(span.last, span.first + SINGLE)
        for step in range(span.first + 1, last + 1):
            way = Decimal(repr(span.draw(step).uniform(-rate, rate)))
            value = bounds.reflected(EXACT.add(value, round(way, number.decimals + 4)))
        if span.last > last:
            # So many draws add up to a normal one.
            spread = rate * ((span.last - last) / 3.0) ** 0.5
            way = Decimal(repr(span.draw(span.last).gauss(0.0, spread)))
            value = bounds.reflected(EXACT.add(value, round(way, number.decimals + 4)))
            value = bounds.clamped(value)
        return [held[0], format(value, "f")]

    def shown(self, held: Json, taken: int) -> Told:
        """Return the value after *taken* steps."""
        number = Number.from_json(held[0])
        if not taken:
            return number.like(number.value, Bounds())
        return number.like(Decimal(held[1]), self.bounds(number))


@dataclass(frozen=True, slots=True)
class Stepped:
    """From one of some values to the next."""

    values: tuple[Told, ...]
    begins: tuple[int, ...]
    """The step at which each begins."""
    every: int = 0
    """The steps of one round, if they begin again; else 0."""
    wants = "a text, a number, true, false or null"

    def begun(self, value: Json) -> Json:
        """Return what is held of a first *value*.

        One of the values goes on from there, any other before the first.
        """
        if isinstance(value, dict | list):
            return None
        plain = float(value) if isinstance(value, Decimal) else value
        for at, one in enumerate(self.values):
            if one == plain and isinstance(one, bool) is isinstance(plain, bool):
                return [self.begins[at], plain]
        return [0, plain]

    def moved(self, held: Json, span: Span) -> Json:
        """Return *held*: the number of steps tells the rest."""
        return held

    def shown(self, held: Json, taken: int) -> Told:
        """Return the value after *taken* steps."""
        start, first = held
        now = start + taken
        if self.every and now >= self.begins[0]:
            now = self.begins[0] + (now - self.begins[0]) % self.every
        found: Told = first
        for begin, value in zip(self.begins, self.values, strict=True):
            if begin <= now and taken:
                found = value
        return found


@dataclass(frozen=True, slots=True)
class Stateful:
    """From state to state, by chance."""

    machine: Machine
    wants = "one of its states"

    def begun(self, value: Json) -> Json:
        """Return what is held of a first *value*; None if it is no state."""
        if isinstance(value, bool):
            text = "true" if value else "false"
            return [text, "bool"] if text in self.machine.ways else None
        if not isinstance(value, str | int) or str(value) not in self.machine.ways:
            return None
        return [str(value), "text" if isinstance(value, str) else "int"]

    def moved(self, held: Json, span: Span) -> Json:
        """Return what is held after the steps of *span*."""
        state = self.machine.moved(held[0], span.first, span.last, span.draw)
        return [state, held[1]]

    def shown(self, held: Json, taken: int) -> Told:
        """Return the state, of the type that the first one had."""
        state, kind = held
        if kind == "bool" and state in ("true", "false"):
            return bool(state == "true")
        if kind == "int" and state.removeprefix("-").isdecimal():
            return int(state)
        return str(state)


@dataclass(frozen=True, slots=True)
class Custom:
    """To what an expression makes of it."""

    expression: Expression
    low: Amount | None = None
    high: Amount | None = None
    wants = "a text, a number, true, false or null"

    def begun(self, value: Json) -> Json:
        """Return what is held of a first *value*; None if it holds others."""
        if isinstance(value, dict | list):
            return None
        number = Number.read(value) if not isinstance(value, str) else None
        if number is not None:
            return [number.to_json(), format(number.value, "f")]
        return None if isinstance(value, Decimal) else [None, value]

    def moved(self, held: Json, span: Span) -> Json:
        """Return what is held after the steps of *span*; no more than so many."""
        again = {"count", "chance"} & set(self.expression.names)
        for step in range(span.first + 1, min(span.last, span.first + SINGLE) + 1):
            before = held
            held = self._one(held, span.names(self._exact(held), step))
            if held == before and not again:
                break
        return held

    def shown(self, held: Json, taken: int) -> Told:
        """Return the value after *taken* steps."""
        if held[0] is None:
            told: Told = held[1]
            return told
        number = Number.from_json(held[0])
        bounds = Bounds.of(self.low, self.high, number.value)
        return number.like(Decimal(held[1]), bounds if taken else Bounds())

    def _exact(self, held: Json) -> Told:
        if held[0] is None:
            told: Told = held[1]
            return told
        value = Decimal(held[1])
        return int(value) if value == value.to_integral_value() else float(value)

    def _one(self, held: Json, names: Mapping[str, Json]) -> Json:
        value = self.expression.value(names)
        if held[0] is None:
            if value is None or isinstance(value, dict | list):
                raise ValueError(f"{self.expression.text!r} gives {value!r}")
            return [None, value]
        number = Number.read(value)
        if number is None or number.kind == "text":
            raise ValueError(f"{self.expression.text!r} gives {value!r}, no number")
        first = Number.from_json(held[0])
        bounds = Bounds.of(self.low, self.high, first.value)
        return [held[0], format(bounds.clamped(number.value), "f")]
