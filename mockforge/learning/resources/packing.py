"""Frozen dataclasses as JSON and back, by their annotations."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from mockforge.options import Json


def packed(value: Any) -> Json:
    """Return *value* as JSON; what is as by default is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            each.name: packed(getattr(value, each.name))
            for each in fields(value)
            if not _is_default(each, getattr(value, each.name))
        }
    if isinstance(value, Mapping):
        if all(isinstance(name, str) for name in value):
            return {name: packed(each) for name, each in value.items()}
        return [[packed(name), packed(each)] for name, each in value.items()]
    if isinstance(value, frozenset):
        return sorted((packed(each) for each in value), key=repr)
    if isinstance(value, tuple | list):
        return [packed(each) for each in value]
    return value


def _is_default(each: Any, value: Any) -> bool:
    if each.default is not MISSING:
        return bool(value == each.default and type(value) is type(each.default))
    return each.default_factory is not MISSING and value == each.default_factory()


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def unpacked(kind: Any, value: Json) -> Any:
    """Return the *kind* that `packed` made *value* of.

    Raises:
        ValueError: If it is not of this shape.
    """
    if is_dataclass(kind):
        return _object(kind, value)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _either(inner, value)
    if origin is tuple:
        return _tuple(inner, value)
    if origin is frozenset:
        return frozenset(unpacked(inner[0], each) for each in _list(value))
    if origin is Mapping:
        pairs = value.items() if isinstance(value, dict) else map(_list, _list(value))
        return {unpacked(inner[0], k): unpacked(inner[1], each) for k, each in pairs}
    if origin is Literal or kind is Any:
        return value
    return _scalar(kind, value)


def _either(inner: tuple[Any, ...], value: Json) -> Any:
    if value is None:
        return None
    options = [each for each in inner if each is not type(None)]
    # The step of a path is a text or a number, the piece of a text one or a path.
    deep = [each for each in options if get_origin(each) is tuple]
    if len(options) > 1:
        return unpacked(deep[0], value) if deep and isinstance(value, list) else value
    return unpacked(options[0], value)


def _scalar(kind: Any, value: Json) -> Json:
    wanted = (int, float) if kind is float else kind
    if isinstance(wanted, type | tuple) and not isinstance(value, wanted):
        raise ValueError(f"{value!r} is no {kind}")
    return value


def _object(kind: Any, value: Json) -> Any:
    if not isinstance(value, dict):
        raise ValueError(f"{value!r} is no {kind.__name__}")
    hints = _hints(kind)
    try:
        return kind(**{name: unpacked(hints[name], value[name]) for name in value})
    except (KeyError, TypeError) as problem:
        raise ValueError(f"no {kind.__name__}: {problem}") from None


def _tuple(inner: tuple[Any, ...], value: Json) -> tuple[Any, ...]:
    given = _list(value)
    if len(inner) == 2 and inner[1] is ...:
        return tuple(unpacked(inner[0], each) for each in given)
    if len(given) != len(inner):
        raise ValueError(f"{value!r} has not {len(inner)} items")
    return tuple(unpacked(kind, each) for kind, each in zip(inner, given, strict=True))


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is no list")
    return value
