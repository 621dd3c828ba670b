"""What a filter of templates is, and the list of them all."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from mockforge.arithmetic import LONGEST, Unfit
from mockforge.options import Json
from mockforge.templates.running import MISSING, item, texted

GLANCING = frozenset(["length", "count", "size", "default", "d", "get"])
"""Filters that do not look through what they are given, however long it is."""

Filter = Callable[..., Json]

FILTERS: dict[str, Filter] = {}
"""Name to what takes the run, the value and the arguments."""


def named(*names: str) -> Callable[[Filter], Filter]:
    """Make a function a filter by each of *names*; its docstring says what it does."""

    def made(call: Filter) -> Filter:
        FILTERS.update(dict.fromkeys(names, call))
        return call

    return made


def text_of(value: Json) -> str:
    """Return the text of what is there.

    Raises:
        Unfit: If there is nothing.
    """
    if value is MISSING or value is None:
        raise Unfit
    return texted(value)


def list_of(value: Json) -> list[Json]:
    """Return the items of a list, or the keys of an object.

    Raises:
        Unfit: If it is neither.
    """
    if isinstance(value, Mapping):
        return list(value)
    if not isinstance(value, list):
        raise Unfit
    return value


def fitting(text: str) -> str:
    """Return a text that was made, if it is not too long.

    Raises:
        Unfit: If it is.
    """
    if len(text) > LONGEST:
        raise Unfit
    return text


def column(items: list[Json], attribute: Json) -> list[Json]:
    """Return one key of each item; without one, the items."""
    return items if attribute is None else [at(each, attribute) for each in items]


def at(value: Json, attribute: Json) -> Json:
    """Return what is at a path of keys: `customer.name`."""
    for key in str(attribute).split("."):
        value = item(value, int(key) if key.isdecimal() and len(key) < 9 else key)
    return value


def signature(call: Callable[..., Any], taken: int) -> inspect.Signature:
    """Return what is left to be given to *call* when *taken* arguments are."""
    whole = inspect.signature(call)
    return whole.replace(parameters=list(whole.parameters.values())[taken:])
