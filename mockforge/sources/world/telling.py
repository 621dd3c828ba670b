"""Answers put together from a recorded one and what is so now."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random  # noqa: TID251 - as a type

from mockforge.bodies.document import Path, Scalar, read, text_of
from mockforge.bodies.messages import with_body, with_told
from mockforge.exchange import Exchange
from mockforge.http import Response
from mockforge.http import without as without_fields
from mockforge.learning.formats import mint
from mockforge.learning.resources.model import Operation, Origin, Outcome
from mockforge.learning.resources.origins import number, tail, written
from mockforge.learning.resources.readings import (
    Record,
    Sources,
    dressed,
    flat,
    is_scalar,
    is_xml,
    plain,
)
from mockforge.learning.resources.texts import assembled
from mockforge.options import Json

Load = Callable[[Sequence[int]], list[Exchange]]


@dataclass(slots=True)
class Moment:
    """What is needed to make values up."""

    sources: Sources
    now: float
    rng: Random
    counters: Callable[[Path, Origin], Json] | None = None


def value_of(origin: Origin, path: Path, moment: Moment, before: Json = None) -> Json:
    """Return the value that *origin* gives now; None if it gives none."""
    if origin.kind == "copied":
        if origin.source not in moment.sources:
            return origin.value
        return written(moment.sources[origin.source], origin.via)
    if origin.kind == "text":
        return assembled(origin.parts, moment.sources)
    if origin.kind in ("now", "minted"):
        return mint(origin.value, moment.rng, moment.now + origin.step)
    if origin.kind in ("steps", "plus"):
        return _following(origin, before)
    if origin.kind == "counter" and moment.counters is not None:
        return moment.counters(path, origin)
    if origin.kind == "count":
        value = moment.sources.get(origin.source)
        return len(value) if isinstance(value, list) else 0
    return copy.deepcopy(origin.value)


def _following(origin: Origin, before: Json) -> Json:
    """Return the value after *before*."""
    if origin.kind == "plus":
        return added(before, origin.step, origin.value)
    follows = {repr(one): after for one, after in origin.value}
    return follows.get(repr(before), before)


def added(before: Json, step: float, example: Json) -> Json:
    """Return *before* and *step* more, written as *example* is."""
    old = number(before)
    if old is None:
        return example
    new = old + step
    whole = int(new) if float(new).is_integer() else new
    return text_of(whole) if isinstance(before, str) else whole


def counted(example: Json, step: float, last: int | None) -> Json:
    """Return the next number of a counter, behind the prefix of *example*."""
    start = tail(example)
    if start is None:
        return example
    prefix, first = start
    value = first if last is None else last + int(step)
    if isinstance(example, int):
        return value
    width = len(str(example)) - len(prefix)
    return (
        f"{prefix}{value:0{width}d}"
        if str(example)[len(prefix)] == "0"
        else (f"{prefix}{value}")
    )


def like(value: Json, example: Json) -> Json:
    """Return *value* as the type that *example* is of, if that can be."""
    if isinstance(example, str) and is_scalar(value) and not isinstance(value, str):
        return None if value is None else text_of(value)
    if isinstance(value, str) and not isinstance(example, str | bool | None):
        return number(value) if isinstance(number(value), int | float) else value
    if isinstance(value, str) and isinstance(example, bool):
        return {"true": True, "false": False}.get(value.lower(), value)
    return value


class Template:
    """A recorded answer that others are made from."""

    def __init__(self, exchange: Exchange, operation: Operation) -> None:
        assert exchange.response is not None
        self.response: Response = exchange.response
        self.target = exchange.request.target
        self.document = read(self.response.headers, self.response.body)
        self.is_xml = self.document.kind == "xml" or is_xml(self.response.headers)
        self.body = plain(self.document.value, self.is_xml, operation.repeated)

    def response_with(
        self, body: Json, header: Mapping[Path, Scalar], status: int
    ) -> Response:
        """Return the answer with another body and other fields of the head."""
        told = {("header", *path): value for path, value in header.items()}
        response = with_told(self.response, {**told, ("status",): status})
        gone = [str(path[0]) for path, value in header.items() if value == ""]
        if gone:
            response = replace(
                response, headers=without_fields(response.headers, *gone)
            )
        if body == self.body and type(body) is type(self.body):
            return response
        return with_body(response, dressed(body, self.is_xml))


def fill(body: Json, path: Path, value: Json) -> Json:
    """Return *body* with *value* at *path*; objects on the way are made."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(body, list) and isinstance(step, int):
        if step < len(body):
            body[step] = fill(body[step], rest, value)
        return body
    if not isinstance(body, dict):
        body = {}
    body[step] = fill(body.get(step), rest, value)
    return body


def without(body: Json, path: Path) -> Json:
    """Return *body* less what is at *path*."""
    inner = body
    for step in path[:-1]:
        if not isinstance(inner, dict) or step not in inner:
            return body
        inner = inner[step]
    if isinstance(inner, dict):
        inner.pop(path[-1], None)
    return body


def enveloped(
    template: Template, outcome: Outcome, moment: Moment
) -> tuple[Json, dict[Path, Scalar]] | None:
    """Return the body and the head of *template* with what varies beside entities.

    None if something of it cannot be known.
    """
    body = copy.deepcopy(template.body)
    header: dict[Path, Scalar] = {}
    for path, origin in outcome.envelope.items():
        value = value_of(origin, path, moment)
        if value is None and origin.kind == "text":
            return None
        if path[0] == "header":
            if value is not None and is_scalar(value):
                header[path[1:]] = value
        elif origin.kind not in ("constant", "seen"):
            body = fill(body, path[1:], value)
    return body, header


def rendered(
    record: Record,
    example: Json,
    outcome: Outcome,
    *,
    extra: Sequence[Path] = (),
    wholes: frozenset[Path] = frozenset(),
) -> Record:
    """Return *record* in the shape of *example*, an entity in a recorded answer.

    Args:
        record: The fields as they are now.
        example: The entity that was recorded.
        outcome: Which fields such an answer has always, and which ever.
        extra: Fields beyond those, which it has too.
        wholes: Fields that are objects and values at once.
    """
    own = flat(record, wholes=wholes)
    shown: Record = {}
    template = flat(example if isinstance(example, dict) else {}, wholes=wholes)
    for path, old in template.items():
        if path in outcome.blind:
            fill(shown, path, copy.deepcopy(old))
        elif path in own:
            fill(shown, path, copy.deepcopy(like(own[path], old)))
        elif path in outcome.always and not _is_split(path, own):
            fill(shown, path, copy.deepcopy(old))
    for path, value in own.items():
        if path not in template and (path in outcome.ever or path in extra):
            fill(shown, path, copy.deepcopy(value))
    return shown


def _is_split(path: Path, own: Mapping[Path, Json]) -> bool:
    """Whether the record has something else on the way to *path*."""
    return any(path[:end] in own for end in range(1, len(path))) or any(
        each[: len(path)] == path for each in own
    )
