"""New documents in the image of those that were seen or declared."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random  # noqa: TID251 - the type alone

from mockforge.bodies.document import Path, Scalar
from mockforge.learning.fields.drawing import drawn
from mockforge.learning.fields.model import Body
from mockforge.learning.fields.node import Node
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import from_seen
from mockforge.options import Json


def generate(
    source: Body | Node | Schema,
    rng: Random,
    *,
    known: Mapping[Path, Scalar] | None = None,
    now: float | None = None,
) -> Json:
    """Return a new document that is valid against the schema of *source*.

    Args:
        source: Bodies or a place that was seen, or a schema that stands for itself.
        rng: What everything is drawn with.
        known: Values by their path, general or not, that are not drawn. One of a type
            that was never there is turned into one that was, or else left out, and so
            is one at a path that was never there.
        now: Seconds since 1970. With it, ids, tokens and times are made anew in their
            look; without, they are drawn from those that were seen.
    """
    if isinstance(source, dict):
        return drawn(source, rng, known=known)
    if isinstance(source, Node):
        return from_seen(source, rng, known=known, now=now)
    if source.declared is None:
        return from_seen(source.node, rng, known=known, now=now)
    return drawn(source.declared, rng, known=known, seen=source.node)
