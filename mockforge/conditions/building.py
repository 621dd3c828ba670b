"""From what the grammar reads to functions of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from lark import Token, Transformer, v_args

from mockforge.arithmetic import Unfit
from mockforge.conditions.comparing import (
    ABSENT,
    SIGNS,
    WORDS,
    clock,
    is_true,
    number,
)
from mockforge.conditions.functions import FUNCTIONS, takes
from mockforge.conditions.looking import header, item
from mockforge.conditions.problems import Problem
from mockforge.conditions.reckoning import OPERATORS, negated, raised
from mockforge.options import Json

Names = Mapping[str, Json]
Give = Callable[[Names], Json]

DEEPEST = 50
"""How deep a condition may be nested."""


class Part(NamedTuple):
    """A part of an expression."""

    give: Give
    read: tuple[tuple[str, int], ...] = ()
    """The names in it, each with its column."""
    problems: tuple[Problem, ...] = ()
    depth: int = 1


def _joined(give: Give, *parts: Part, problem: Problem | None = None) -> Part:
    """Return the part that is made of others."""
    depth = 1 + max((part.depth for part in parts), default=0)
    problems = [each for part in parts for each in part.problems]
    if depth == DEEPEST + 1:
        problems.append(Problem(1, f"it is nested deeper than {DEEPEST}"))
    return Part(
        give if depth <= DEEPEST else _absent,
        tuple(name for part in parts for name in part.read),
        (*problems, *([problem] if problem else [])),
        depth,
    )


def _absent(names: Names) -> Json:
    return ABSENT


def _constant(value: Json) -> Part:
    return Part(lambda names: value)


def _careful(made: Callable[..., Json], gives: list[Give]) -> Give:
    """Return what gives nothing where an operator is given what it does not take."""

    def give(names: Names) -> Json:
        try:
            return made(*[each(names) for each in gives])
        except (Unfit, TypeError):
            return ABSENT

    return give


@v_args(inline=True)
class Building(Transformer[Token, Part]):
    """Makes a part of each thing that the grammar reads."""

    def start(self, part: Part) -> Part:
        """Return the whole."""
        return part

    def chosen(self, then: Part, _: Token, test: Part, __: Token, other: Part) -> Part:
        """Return what `a if b else c` is."""
        return self._choice(test, then, other)

    def if_called(self, _: Token, test: Part, then: Part, other: Part) -> Part:
        """Return what `if(b, a, c)` is."""
        return self._choice(test, then, other)

    def _choice(self, test: Part, then: Part, other: Part) -> Part:
        holds, yes, no = test.give, then.give, other.give
        return _joined(
            lambda names: yes(names) if is_true(holds(names)) else no(names),
            test,
            then,
            other,
        )

    def any_of(self, *parts: Any) -> Part:
        """Return what `a or b` is."""
        several = [part for part in parts if isinstance(part, Part)]
        gives = [part.give for part in several]
        return _joined(
            lambda names: any(is_true(each(names)) for each in gives), *several
        )

    def all_of(self, *parts: Any) -> Part:
        """Return what `a and b` is."""
        several = [part for part in parts if isinstance(part, Part)]
        gives = [part.give for part in several]
        return _joined(
            lambda names: all(is_true(each(names)) for each in gives), *several
        )

    def negated(self, _: Token, part: Part) -> Part:
        """Return what `not a` is."""
        give = part.give
        return _joined(lambda names: not is_true(give(names)), part)

    # --------------------------------------------------------------- comparing

    def compared(self, left: Part, sign: Token, right: Part) -> Part:
        """Return what `a < b` is."""
        return self._pair(SIGNS[sign], left, right)

    def is_same(self, left: Part, _: Token, right: Part) -> Part:
        """Return what `a is b` is."""
        return self._pair(SIGNS["=="], left, right)

    def is_other(self, left: Part, _: Token, __: Token, right: Part) -> Part:
        """Return what `a is not b` is."""
        return self._pair(SIGNS["!="], left, right)

    def worded(self, left: Part, word: Token, right: Part) -> Part:
        """Return what `a contains b` is."""
        return self._pair(WORDS[word.lower()], left, right)

    def not_worded(self, left: Part, _: Token, word: Token, right: Part) -> Part:
        """Return what `a not in b` is."""
        return self.negated(_, self.worded(left, word, right))

    def _pair(
        self, made: Callable[[Json, Json], bool], left: Part, right: Part
    ) -> Part:
        one, other = left.give, right.give

        def give(names: Names) -> Json:
            try:
                return made(one(names), other(names))
            except (Unfit, TypeError):
                return False

        return _joined(give, left, right)

    def there(self, part: Part, _: Token) -> Part:
        """Return what `a exists` is."""
        give = part.give
        return _joined(lambda names: give(names) is not ABSENT, part)

    def not_there(self, part: Part, _: Token, __: Token) -> Part:
        """Return what `a not exists` is."""
        give = part.give
        return _joined(lambda names: give(names) is ABSENT, part)

    def there_is(self, _: Token, part: Part) -> Part:
        """Return what `exists a` is."""
        return self.there(part, _)

    # --------------------------------------------------------------- reckoning

    def reckoned(self, *parts: Any) -> Part:
        """Return what `a + b - c` is."""
        first, *rest = [part.give for part in parts[::2]]
        steps = list(zip([OPERATORS[sign] for sign in parts[1::2]], rest, strict=True))

        def give(names: Names) -> Json:
            value = first(names)
            try:
                for made, each in steps:
                    value = made(value, each(names))
            except (Unfit, TypeError):
                return ABSENT
            return value

        return _joined(give, *parts[::2])

    def raised(self, left: Part, _: Token, right: Part) -> Part:
        """Return what `a ** b` is."""
        return _joined(_careful(raised, [left.give, right.give]), left, right)

    def minus(self, _: Token, part: Part) -> Part:
        """Return what `-a` is."""
        return _joined(_careful(negated, [part.give]), part)

    def called(self, name: Token, given: list[Part] | None) -> Part:
        """Return what `min(a, b)` is."""
        parts = given or []
        place, plain = name.column or 1, name.lower()
        if plain not in FUNCTIONS:
            near = get_close_matches(plain, [*FUNCTIONS, "if"], n=1, cutoff=0.5)
            nearest = f"did you mean {near[0]!r}?" if near else None
            problem = Problem(place, f"{str(name)!r} is nothing to call", nearest)
            return _joined(_absent, *parts, problem=problem)
        if wrong := takes(plain, len(parts)):
            return _joined(_absent, *parts, problem=Problem(place, wrong))
        return _joined(
            _careful(FUNCTIONS[plain], [part.give for part in parts]), *parts
        )

    def given(self, *parts: Part) -> list[Part]:
        """Return the values between commas."""
        return list(parts)

    def several(self, *parts: Any) -> Part:
        """Return what `[a, b]` is."""
        flat: list[Part] = []
        for part in parts:
            flat += part if isinstance(part, list) else [part] if part else []
        gives = [part.give for part in flat]
        return _joined(lambda names: [_whole(each(names)) for each in gives], *flat)

    # ------------------------------------------------------------------ values

    def number(self, token: Token) -> Part:
        """Return the number that is written."""
        value = number(str(token))
        if value is ABSENT:
            problem = Problem(token.column or 1, f"{token[:20]!r} is too long a number")
            return _joined(_absent, problem=problem)
        return _constant(value)

    def percent(self, token: Token) -> Part:
        """Return the share: 5% is 0.05."""
        return self.number(token)

    def span(self, token: Token) -> Part:
        """Return the seconds of a span of time."""
        amount, unit = re.fullmatch(r"([\d.]+)([a-z]+)", token).groups()  # type: ignore[union-attr]
        value = number(amount)
        seconds = ABSENT if value is ABSENT else value * _SECONDS[unit]
        if isinstance(seconds, float) and seconds == int(seconds):
            seconds = int(seconds)
        return _constant(seconds)

    def clock(self, token: Token) -> Part:
        """Return the time of day."""
        return _constant(clock(str(token)))

    def string(self, token: Token) -> Part:
        """Return the text between quotes."""
        return _constant(re.sub(r"\\(.)", r"\1", token[1:-1], flags=re.DOTALL))

    def true(self, _: Token) -> Part:
        """Return true."""
        return _constant(True)

    def false(self, _: Token) -> Part:
        """Return false."""
        return _constant(False)

    def null(self, _: Token) -> Part:
        """Return null."""
        return _constant(None)

    def header(self, token: Token) -> Part:
        """Return the value of a header."""
        return self._read(token, ["headers", token.rpartition(".")[2]])

    def name(self, token: Token) -> Part:
        """Return the value of a name."""
        keys: list[str | int] = []
        for found in _STEP.finditer(token):
            word, place, quoted = found[1], found[2], found[3]
            if place is not None:
                keys.append(int(place[:9]))
            else:
                keys.append(word if word is not None else quoted[1:-1])
        return self._read(token, keys)

    def _read(self, token: Token, keys: list[str | int]) -> Part:
        if keys[0] == "request" and len(keys) > 1:
            # As templates say it, where both are right.
            keys = keys[1:]
        said = str(token).removeprefix("request.")
        root, rest = str(keys[0]), keys[1:]
        reads = ((said, token.column or 1),)
        if root == "headers" and rest:
            wanted = str(rest[0]).lower()
            return Part(lambda names: header(names, wanted), reads)
        if not rest:
            return Part(
                lambda names: names.get(root, ABSENT),
                reads,
            )

        def give(names: Names) -> Json:
            value = names.get(root, ABSENT)
            for key in rest:
                value = item(value, key)
            return value

        return Part(give, reads)


_STEP = re.compile(r"(\w+)|\[\s*(-?\d+)\s*\]|\[\s*('[^']*'|\"[^\"]*\")\s*\]")
_SECONDS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}


def _whole(value: Json) -> Json:
    return None if value is ABSENT else value
