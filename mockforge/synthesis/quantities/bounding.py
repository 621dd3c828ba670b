"""What is usual, within the bounds that a schema has."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone

from mockforge.learning.fields.composing import exact
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json

Spot = tuple[float, float, int, float]
"""Least, most, decimals, skew."""
INFINITE = float("inf")
LOOSE = 1.3
"""The skew from which on a quantity has no usual size of its own."""


def bounded(
    schema: Schema, kind: str, rng: Random, spot: Spot, share: float | None = None
) -> Json:
    """Return a number of *kind* as *spot* tells, within the bounds of *schema*.

    Args:
        schema: Of the field.
        kind: `integer` or `number`.
        rng: What is drawn from.
        spot: What is usual.
        share: Where in what is usual it is, from 0 to 1; else that is drawn.
    """
    low, high, decimals, skew = spot
    least, most = bounds_of(schema)
    fitted = _span(low, high, skew, (least, most))
    if fitted is None:
        return MISSING
    low, high = fitted
    share = rng.random() if share is None else share
    made = low + (high - low) * share**skew
    if "multipleOf" in schema:
        return _stepped(made, schema, kind, (least, most))
    if kind == "integer":
        decimals = min(decimals, 0)
    elif 0 < high - low <= 2 and decimals <= 0 and fitted != (spot[0], spot[1]):
        decimals = 2
    made = _inside(round(made, decimals), made, least, most)
    if kind == "integer" or decimals <= 0:
        return int(made) if made == int(made) else round(made)
    return made


def _inside(rounded: float, made: float, least: float, most: float) -> float:
    """Return *rounded*, or what is next to it where that is out of bounds."""
    if least <= rounded <= most:
        return rounded
    return min(max(float(round(made)), least), most)


def _span(
    low: float, high: float, skew: float, bounds: tuple[float, float]
) -> tuple[float, float] | None:
    """Return the part of what is usual that is within *bounds*, or what stands for it.

    What has no usual size of its own, as money has none, is taken from all that is
    allowed where hardly anything of what is usual is.
    """
    least, most = bounds
    first, last = max(low, least), min(high, most)
    if skew < LOOSE:
        return (first, last) if first <= last else None
    floor = max(least, min(low, 0.0))
    if most < INFINITE and last - first < (most - floor) / 6 and most < high:
        return max(floor, floor + (most - floor) * 0.08), floor + (most - floor) * 0.92
    if first <= last and last - first >= (high - low) / 20:
        return first, last
    if least > low and most == INFINITE:
        return least, least * 3 + 1
    return (least, most) if -INFINITE < least <= most < INFINITE else None


def _stepped(
    made: float, schema: Schema, kind: str, bounds: tuple[float, float]
) -> Json:
    """Return the multiple next to *made* that is within *bounds*."""
    step = exact(schema["multipleOf"])
    if kind == "integer" and step.denominator != 1:
        step = exact(step.numerator)
    count = round(exact(made) / step)
    while count * step < bounds[0]:
        count += 1
    while count * step > bounds[1]:
        count -= 1
    told = count * step
    return int(told) if told.denominator == 1 else float(told)


def bounds_of(schema: Schema) -> tuple[float, float]:
    """Return what *schema* allows at least and at most."""
    if BOUNDS.isdisjoint(schema):
        return -INFINITE, INFINITE
    least = max(_told(schema, "minimum"), _told(schema, "exclusiveMinimum"))
    most = min(_told(schema, "maximum", 1), _told(schema, "exclusiveMaximum", 1))
    return least, most


BOUNDS = frozenset(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"))


def _told(schema: Schema, name: str, sign: int = -1) -> float:
    found = schema.get(name)
    return found if isinstance(found, int | float) else sign * INFINITE
