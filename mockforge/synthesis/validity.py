"""Whether a document is valid against a JSON Schema, and where it is not."""

from __future__ import annotations

import json
from collections import OrderedDict
from typing import Any

from mockforge.errors import ConfigError
from mockforge.options import Json
from mockforge.synthesis.dialects import normal

MOST = 20
"""Problems that are told."""
_KEPT = 256
"""Schemas that are kept compiled."""


class Validator:
    """A JSON Schema, ready to check documents; formats are checked as well."""

    __slots__ = ("_checks", "schema")

    def __init__(self, schema: dict[str, Any], checks: Any) -> None:
        self.schema = schema
        """The schema in the notation of draft 2020-12, standing for itself."""
        self._checks = checks

    def is_valid(self, value: Json) -> bool:
        """Return whether *value* is valid."""
        try:
            return bool(self._checks.is_valid(value))
        except (ValueError, TypeError, RecursionError):
            # NaN, a name that is no text, nested too deep: no JSON.
            return False

    def problems(self, value: Json) -> list[str]:
        """Return what is wrong with *value*, each with its place; none if valid."""
        try:
            found = []
            for error in self._checks.iter_errors(value):
                place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}"
                                for step in error.instance_path)  # fmt: skip
                found.append(f"${place}: {error.message}")
                if len(found) == MOST:
                    break
        except (ValueError, TypeError, RecursionError) as error:
            return [f"$: no JSON: {error}"]
        return found


_known: OrderedDict[tuple[str, str], Validator] = OrderedDict()


def validated(schema: Json, *, where: str = "schema") -> Validator:
    """Return the validator of *schema*, of any draft from 4 on or of OpenAPI 3.0.

    Args:
        schema: The schema, as it was written.
        where: The place it was written at, for errors.

    Raises:
        ConfigError: If it is no JSON Schema, refers to what is not there, or nothing
            at all can be valid against it.
    """
    try:
        key = (json.dumps(schema), where)
    except (TypeError, ValueError, RecursionError) as error:
        raise ConfigError(f"the schema is no JSON: {error}", where=where) from None
    found = _known.get(key)
    if found is None:
        found = _known[key] = _compiled(schema, where)
        if len(_known) > _KEPT:
            _known.popitem(last=False)
    else:
        _known.move_to_end(key)
    return found


def _compiled(schema: Json, where: str) -> Validator:
    import jsonschema_rs

    plain = normal(schema, where=where)
    try:
        checks = jsonschema_rs.Draft202012Validator(
            plain, validate_formats=True, offline=True
        )
    except (jsonschema_rs.ValidationError, ValueError, RecursionError) as error:
        raise _unreadable(error, where) from None
    _refuse_contradictions(plain, where)
    return Validator(plain, checks)


def _unreadable(error: Exception, where: str) -> ConfigError:
    steps = getattr(error, "instance_path", ())
    place = "".join(f"/{step}" for step in steps)
    what = getattr(error, "message", str(error)).partition("\n")[0]
    return ConfigError(f"not a JSON Schema: {what}", where=_at(where, place))


def _at(where: str, pointer: str) -> str:
    return f"{where}: {pointer}" if pointer else where


def _refuse_contradictions(schema: dict[str, Any], where: str) -> None:
    """Raise if nothing can be valid, naming the innermost places that see to it."""
    import jsonschema_rs

    answer = jsonschema_rs.canonicalize(schema, offline=True).satisfiability()
    if answer != jsonschema_rs.canonical.Satisfiability.NO:
        return
    found = jsonschema_rs.canonical.find_unsatisfiable(schema, offline=True)
    places = sorted(dict(found), key=lambda place: (-place.count("/"), place))
    told = places[0] if places else ""
    part = _part(schema, told)
    text = json.dumps(part, ensure_ascii=False)
    shown = text if len(text) <= 120 else text[:117] + "..."
    raise ConfigError(
        f"nothing can be valid against {shown}",
        where=_at(where, told),
        next_step="change what contradicts itself, or make it optional",
    )


def _part(schema: Json, pointer: str) -> Json:
    part: Any = schema
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        part = part[int(name)] if isinstance(part, list) else part[name]
    return part
