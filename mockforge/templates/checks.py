"""The tests of templates: what `is` is followed by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mockforge import arithmetic
from mockforge.arithmetic import is_number
from mockforge.options import Json
from mockforge.templates.filtering import text_of
from mockforge.templates.running import MISSING


def _whole(value: Json) -> bool:
    return isinstance(value, int) and is_number(value)


TESTS: dict[str, Callable[..., bool]] = {
    "defined": lambda value: value is not MISSING,
    "undefined": lambda value: value is MISSING,
    "none": lambda value: value is None,
    "null": lambda value: value is None,
    "true": lambda value: value is True,
    "false": lambda value: value is False,
    "boolean": lambda value: isinstance(value, bool),
    "number": is_number,
    "integer": _whole,
    "float": lambda value: isinstance(value, float),
    "string": lambda value: isinstance(value, str),
    "mapping": lambda value: isinstance(value, Mapping),
    "sequence": lambda value: isinstance(value, (list, str)),
    "iterable": lambda value: isinstance(value, (list, str, Mapping)),
    "empty": lambda value: value in (MISSING, None, "", [], {}),
    "even": lambda value: _whole(value) and value % 2 == 0,
    "odd": lambda value: _whole(value) and value % 2 == 1,
    "divisibleby": lambda value, by: arithmetic.modulo(value, by) == 0,
    "in": arithmetic.within,
    "contains": lambda whole, part: arithmetic.within(part, whole),
    "eq": arithmetic.same,
    "equalto": arithmetic.same,
    "ne": lambda left, right: not arithmetic.same(left, right),
    "lt": arithmetic.below,
    "gt": lambda left, right: arithmetic.below(right, left),
    "le": lambda left, right: not arithmetic.below(right, left),
    "ge": lambda left, right: not arithmetic.below(left, right),
    "startswith": lambda text, start: text.startswith(text_of(start)),
    "endswith": lambda text, end: text.endswith(text_of(end)),
}
"""Name to what takes the value and the arguments."""
TESTS |= {"==": TESTS["eq"], "!=": TESTS["ne"], "<": TESTS["lt"], ">": TESTS["gt"]}
TESTS |= {"<=": TESTS["le"], ">=": TESTS["ge"]}
