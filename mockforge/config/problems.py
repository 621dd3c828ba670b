"""What the models refuse, said in our words, at the place where it was written."""

from __future__ import annotations

import re
import types
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mockforge.config import keys
from mockforge.config.values import (
    MASK,
    Node,
    Path,
    Problem,
    deepest,
    dotted,
    shown,
    undotted,
)
from mockforge.errors import ConfigError
from mockforge.options import Options
from mockforge.recordings.redact.options import RedactOptions, checked_patterns

NOT_YET = "not yet in this version"

_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "string": "a text",
    "list": "a list",
    "tuple": "a list",
    "dict": "keys with values",
    "mapping": "keys with values",
    "model": "keys with values",
}
_QUOTED = re.compile(r"'([^']*)'")
_LIMITS = {
    "greater_than_equal": ("at least", "ge"),
    "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}


def check(model: type[Options], root: Node, values: Any) -> tuple[Any, list[Problem]]:
    """Return *values* as a *model*, and what is wrong with them.

    Args:
        model: The block to check against.
        root: Where the values were written.
        values: The same without places.

    Returns:
        The model, or None where anything is wrong.
    """
    try:
        return model.model_validate(values), []
    except ValidationError as failure:
        errors = _of_one_kind(failure.errors(include_url=False), root)
        found = [_problem(error, root) for error in errors]
        return None, [problem for problem in found if problem is not None]


def _of_one_kind(errors: list[ErrorDetails], root: Node) -> list[ErrorDetails]:
    """Return *errors* without those of kinds of values that were not meant.

    Where a value may be of several kinds each says what is wrong with it as such.
    """
    told: list[ErrorDetails] = []
    kinds: dict[Path, dict[object, list[ErrorDetails]]] = {}
    for error in errors:
        loc: Path = error["loc"]
        at = _kind_at(error, root)
        if at is None:
            told.append(error)
            continue
        plain: ErrorDetails = {**error, "loc": loc[:at] + loc[at + 1 :]}
        kinds.setdefault(loc[:at], {}).setdefault(loc[at], []).append(plain)
    for path, each in kinds.items():
        meant = [some for some in each.values() if not _is_of_another(some, path)]
        if meant:
            told += _of_one_kind(meant[0], root)
        else:
            told.append(next(iter(each.values()))[0])
    return told


def _kind_at(error: ErrorDetails, root: Node) -> int | None:
    """Return where the path of *error* names a kind of value, which nobody wrote."""
    loc: Path = error["loc"]
    steps = deepest(root, loc)[1]
    is_key = error["type"] in ("missing", "extra_forbidden") and steps == len(loc) - 1
    return None if steps == len(loc) or is_key else steps


def _is_of_another(errors: list[ErrorDetails], path: Path) -> bool:
    """Whether *errors* say that what is at *path* is of another kind altogether."""
    return any(
        error["loc"] == path and error["type"].endswith("_type") for error in errors
    )


def _problem(error: ErrorDetails, root: Node) -> Problem | None:
    path: Path = error["loc"]
    node, steps = deepest(root, path)
    if node.is_unset:
        return None
    kind = error["type"]
    if kind == "extra_forbidden":
        place = node.key_place or node.place
        return Problem(place, path, "unknown key", keys.nearest(path))
    if kind == "missing":
        # The block lacks it: that is where a reader has to write it.
        place = node.key_place or node.place
        return Problem(place, path[: steps + 1], "the key is missing")
    what, nearest = _said(error, node, path[:steps])
    return Problem(node.place, path[:steps], what, nearest)


def _said(error: ErrorDetails, node: Node, path: Path) -> tuple[str, str]:
    kind = error["type"]
    value = _value(error["input"], node, path)
    if kind in ("literal_error", "enum"):
        # One word may stand for a block whose first key it is.
        choices = _QUOTED.findall(error.get("ctx", {}).get("expected", ""))
        return f"{value} is none of its values", _nearest(node, path, choices)
    if kind in _LIMITS:
        word, key = _LIMITS[kind]
        return f"{value} must be {word} {error['ctx'][key]:g}", ""
    if kind == "value_error":
        return _own_words(str(error["ctx"]["error"]), error["input"], value), ""
    if kind == "string_type" and node.is_plain and isinstance(node.value, int | float):
        return f"{value} is not a text", f"write it in quotes: {_quoted(node)}"
    expected = _KINDS.get(kind.partition("_")[0])
    if expected:
        return f"{value} is not {expected}", ""
    return f"{value}: {error['msg'][:1].lower()}{error['msg'][1:]}", ""


def _value(value: Any, node: Node, path: Path) -> str:
    if isinstance(value, dict | list):
        return "what stands here"
    value = shown(value, path, is_expanded=node.is_expanded)
    # As it is written in YAML, not as Python has it.
    is_word = value is None or isinstance(value, bool)
    text = str(value).lower().replace("none", "null") if is_word else repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def _own_words(message: str, value: Any, as_shown: str) -> str:
    # A validator of ours quotes the value, or a part, and knows nothing of secrets.
    message = message.replace(repr(value), as_shown)
    if MASK in as_shown and str(value):
        message = message.replace(str(value), MASK)
    return str(shown(message, ()))


def _quoted(node: Node) -> str:
    return f'"{node.text}"' if node.text and not node.is_expanded else "with quotes"


def _nearest(node: Node, path: Path, known: list[str]) -> str:
    field = keys.field_at(path)
    choices = list(_values_of(field.annotation)) if field is not None else []
    choices = choices or known
    if not choices:
        return ""
    if near := get_close_matches(str(node.value), choices, n=1, cutoff=0.6):
        return f"did you mean {near[0]!r}?"
    return f"valid are {', '.join(repr(choice) for choice in choices)}"


def _values_of(annotation: Any) -> list[str]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return [str(value) for value in arguments]
    if origin is Annotated:
        return _values_of(arguments[0])
    if origin in (Union, types.UnionType):
        return [value for one in arguments for value in _values_of(one)]
    members = getattr(annotation, "__members__", None)
    return [str(member.value) for member in members.values()] if members else []


def redaction(options: RedactOptions, root: Node) -> list[Problem]:
    """Return what is wrong with settings of redaction that no type can tell."""
    try:
        checked_patterns(options)
    except ConfigError as failure:
        path = undotted(failure.where or "redact")
        node, _ = deepest(root, path)
        return [Problem(node.place, path, failure.what, failure.next_step or "")]
    return []


def not_yet(path: Path, node: Node) -> Problem:
    """Return the refusal of a block that a later version will have."""
    return Problem(node.key_place or node.place, path, NOT_YET)


def ordered(problems: list[Problem]) -> list[Problem]:
    """Return *problems*, each once, in the order they stand in their sources."""
    return sorted(
        dict.fromkeys(problems),
        key=lambda problem: (
            problem.place.source,
            problem.place.line or 0,
            problem.place.column or 0,
            dotted(problem.path),
        ),
    )


def told(problems: list[Problem]) -> str:
    """Return *problems* as lines."""
    return "\n".join(str(problem) for problem in ordered(problems))
