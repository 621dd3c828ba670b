"""One rendering: what it is filled in from, and how much it may still do."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from mockforge.arithmetic import Unfit
from mockforge.errors import MockforgeError
from mockforge.options import Json
from mockforge.templates.moments import Moment
from mockforge.templates.people import Person
from mockforge.templates.scope import Scope

STEPS = 200_000
"""What one rendering may do: a step is a turn of a loop, a call or 16 characters."""
OUTPUT = 8_000_000
"""Characters that one rendering may give."""
SECONDS = 2.0
"""How long one rendering may take."""
DEEPEST = 200
"""How deep values may be nested that a rendering gives."""


class TemplateError(MockforgeError):
    """A template went past what it may do when it was filled in."""


class _Missing:
    """What a request has not: nothing in a text, null where it is the whole."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "missing"


MISSING: Any = _Missing()


class Run:
    """The state of one rendering."""

    __slots__ = (
        "_headers",
        "end",
        "locals",
        "now",
        "output",
        "person",
        "scope",
        "steps",
    )

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.now = Moment(scope.now)
        self.steps = STEPS
        self.output = OUTPUT
        self.end = time.perf_counter() + SECONDS
        self.locals: dict[str, Json] = {}
        self.person: Person | None = None
        self._headers: Mapping[str, Json] | None = None

    def spend(self, steps: int = 1) -> None:
        """Take note of something done.

        Raises:
            TemplateError: If that was too much.
        """
        self.steps -= steps
        if self.steps < 0 or time.perf_counter() > self.end:
            raise TemplateError("the template does too much")

    def give(self, characters: int) -> None:
        """Take note of so much output.

        Raises:
            TemplateError: If that was too much.
        """
        self.output -= characters
        if self.output < 0:
            raise TemplateError(f"the template gives more than {OUTPUT} characters")

    @property
    def someone(self) -> Person:
        """Who the words for people are about."""
        if self.person is None:
            self.person = Person(self.scope.rng, self.scope.now)
        return self.person

    @property
    def headers(self) -> Mapping[str, Json]:
        """The headers, by their names in lower case."""
        if self._headers is None:
            given = self.scope.headers
            self._headers = {name.lower(): value for name, value in given.items()}
        return self._headers


def item(value: Json, key: Json) -> Json:
    """Return what is at *key* in an object, a list or a moment; else MISSING."""
    if isinstance(value, Mapping):
        return value.get(key, MISSING) if isinstance(key, str) else MISSING
    if isinstance(value, (list, str)) and isinstance(key, int):
        try:
            return value[key]
        except IndexError:
            return MISSING
    return MISSING


def plain(value: Json, run: Run, depth: int = 0) -> Json:
    """Return a fresh copy of *value* as JSON has it.

    Raises:
        TemplateError: If it is too long or too deep.
    """
    if value is None or value is MISSING:
        return None
    if isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        run.give(len(value))
        return value
    if depth > DEEPEST:
        raise TemplateError(f"the template nests deeper than {DEEPEST}")
    if isinstance(value, Mapping):
        run.give(2 * len(value))
        return {str(key): plain(held, run, depth + 1) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        run.give(2 * len(value))
        return [plain(held, run, depth + 1) for held in value]
    return str(value)


def texted(value: Json) -> str:
    """Return *value* as it stands within a text.

    Raises:
        Unfit: If it is nested too deep.
    """
    if isinstance(value, str):
        return value
    if value is None or value is MISSING:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (Mapping, list)):
        return as_json(value)
    return str(value)


def as_json(value: Json, indent: int | None = None) -> str:
    """Return *value* as JSON.

    Raises:
        Unfit: If it is nested too deep.
    """
    import json

    between = (",", ":") if indent is None else (",", ": ")
    try:
        return json.dumps(
            value, ensure_ascii=False, indent=indent, separators=between, default=_other
        )
    except (RecursionError, ValueError, TypeError) as refused:
        raise Unfit from refused


def _other(value: Json) -> Json:
    if isinstance(value, Mapping):
        return dict(value)
    return None if value is MISSING else str(value)
