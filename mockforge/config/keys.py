"""The keys there are, what each may hold, and the nearest one to a wrong one."""

from __future__ import annotations

import types
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mockforge.config.model import Config
from mockforge.config.values import Path, dotted
from mockforge.options import Options


def later() -> type[Options]:
    """Return the blocks that are not yet in this version.

    Imported when asked for: a start with no mistake in its settings needs none.
    """
    from mockforge.config.later import Later

    return Later


def names(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the keys of *model* as they are written, with their fields."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def field_at(path: Path) -> FieldInfo | None:
    """Return what is known of the setting at *path*; None where it has no field.

    A value inside a list or a mapping with free keys has none of its own.
    """
    return _field(whole(path), path)


def model_at(path: Path) -> type[BaseModel] | None:
    """Return the block at *path*, or None where no block is."""
    model: type[BaseModel] | None = whole(path)
    rest = path
    while rest and model is not None:
        field = names(model).get(str(rest[0]))
        if field is None:
            return None
        model, used = _inside(field.annotation, rest[1:])
        rest = rest[1 + used :]
    return model


def whole(path: Path) -> type[Options]:
    """Return the model whose block *path* is in: of this version, or of a later."""
    if path and path[0] not in Config.model_fields and path[0] in later().model_fields:
        return later()
    return Config


def is_known(path: Path) -> bool:
    """Whether there may be a value at *path*: a setting, a block, or a part of one."""
    model: type[BaseModel] | None = whole(path)
    rest = path
    while rest:
        field = names(model).get(str(rest[0])) if model is not None else None
        if field is None:
            return False
        model, used = _inside(field.annotation, rest[1:])
        if model is None:
            # Below a list or free keys anything may be, below a number nothing.
            return len(rest) == 1 or _is_open(field.annotation)
        rest = rest[1 + used :]
    return True


def is_later(path: Path) -> bool:
    """Whether *path* is in a block that is not yet in this version."""
    return bool(path) and whole(path) is not Config


def nearest(path: Path, *, is_whole: bool = False) -> str:
    """Return a hint at the right key for *path*, which is not one.

    Args:
        path: What was written.
        is_whole: Name the key from the top, not from its block.
    """
    *above, last = path
    block = model_at(tuple(above))
    known = list(names(block)) if block is not None else []
    if not above:
        known += list(later().model_fields)
    if near := get_close_matches(str(last), known, n=1, cutoff=0.6):
        found = dotted((*above, near[0])) if is_whole else near[0]
        return f"did you mean {found!r}?"
    elsewhere = [dotted(other) for other in every() if other[-1] == last]
    if elsewhere:
        return f"did you mean {elsewhere[0]!r}?"
    return f"known here: {', '.join(known)}" if known else ""


def is_block(path: Path) -> bool:
    """Whether *path* is a block of settings with names of their own."""
    field = field_at(path)
    return field is not None and block_of(field) is not None and not is_several(field)


def block_of(field: FieldInfo) -> type[BaseModel] | None:
    """Return the block that *field* holds, alone or several times."""
    return _inside(field.annotation, ())[0]


def is_several(field: FieldInfo) -> bool:
    """Whether *field* holds a list of blocks, or blocks under free keys."""
    return _inside(field.annotation, ())[1] > 0


def every(*, with_later: bool = False) -> Iterator[Path]:
    """Yield the path of every setting that has a name of its own."""
    yield from _below(Config, ())
    if with_later:
        yield from _below(later(), ())


def _field(model: type[BaseModel] | None, path: Path) -> FieldInfo | None:
    field = names(model).get(str(path[0])) if model is not None and path else None
    if field is None or len(path) == 1:
        return field
    inner, used = _inside(field.annotation, path[1:])
    return _field(inner, path[1 + used :])


def _below(model: type[BaseModel], path: Path) -> Iterator[Path]:
    for name, field in names(model).items():
        yield (*path, name)
        inner, used = _inside(field.annotation, ())
        if inner is not None and not used:
            yield from _below(inner, (*path, name))


def _inside(annotation: Any, path: Path) -> tuple[type[BaseModel] | None, int]:
    """Return the block that *annotation* holds, and the steps of *path* that lead in.

    A list of blocks takes one step more, its index; a mapping its free key.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _inside(arguments[0], path)
    if origin in (Union, types.UnionType):
        found = (_inside(one, path) for one in arguments)
        return next((pair for pair in found if pair[0] is not None), (None, 0))
    if origin in (list, tuple) and arguments:
        inner, used = _inside(arguments[0], path[1:])
        return inner, used + 1
    if origin is dict:
        inner, used = _inside(arguments[1], path[1:])
        return inner, used + 1
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, 0
    return None, 0


def _is_open(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return any(_is_open(one) for one in get_args(annotation))
    return annotation is Any or origin in (list, tuple, dict)
