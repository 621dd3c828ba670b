"""From a JSON-like value with `{{...}}` in its texts to a template of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mockforge.arithmetic import Unfit
from mockforge.errors import ConfigError
from mockforge.options import Json
from mockforge.templates.reading import Unreadable, is_template, parsed
from mockforge.templates.running import Run, TemplateError, plain, texted
from mockforge.templates.scope import Scope

if TYPE_CHECKING:
    from mockforge.templates.operating import Told

_Filled = Callable[[Run], Json]

DEEPEST = 100
"""How deep a body may be nested that is a template."""

Step = str | int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a text of a value."""

    path: tuple[Step, ...]
    """Where the text is within the value."""
    line: int
    column: int
    """Of the text, from 1."""
    what: str
    nearest: str | None = None

    def __str__(self) -> str:
        line = f"line {self.line}, " if self.line > 1 else ""
        text = f"{self.what} ({line}column {self.column})"
        return f"{text}; {self.nearest}" if self.nearest else text


class Template:
    """A value to be filled in; made by `compile_template`."""

    __slots__ = ("_filled", "_where", "is_constant", "reads", "words")

    def __init__(
        self, filled: _Filled, *, where: str, words: dict[str, str], is_constant: bool
    ) -> None:
        self._filled = filled
        self._where = where
        self.is_constant = is_constant
        """Whether there is nothing to fill in."""
        self.words = set(words)
        """What it reads: `uuid`, `params.id`, `faker.name`."""
        self.reads = {part for reads in words.values() for part in reads.split()}
        """What it depends on: time, chance, request, session, persona, names."""

    def render(self, scope: Scope) -> Json:
        """Return the value filled in, a fresh one each time.

        What a request has not is null, or nothing within a text.

        Raises:
            TemplateError: If it does too much, gives too much or takes too long.
        """
        try:
            return self._filled(Run(scope))
        except TemplateError as failure:
            raise TemplateError(failure.what, where=self._where) from None
        except RecursionError:
            raise TemplateError("the template is too deep", where=self._where) from None


def compile_template(
    value: Json, *, where: str, names: Collection[str] = ()
) -> Template:
    """Return the template of a JSON-like value; texts and keys may have `{{...}}`.

    Args:
        value: What the config says.
        where: The place of it, for errors.
        names: More words than templates have, given by `Scope.names`.

    Raises:
        ConfigError: With everything that is wrong.
    """
    template, problems = tried(value, where=where, names=names)
    if problems:
        raise refused(problems, where)
    return template


def find_problems(value: Json, *, names: Collection[str] = ()) -> list[Problem]:
    """Return what is wrong with a value as a template, with places within it."""
    return tried(value, where="", names=names)[1]


def tried(
    value: Json, *, where: str, names: Collection[str] = ()
) -> tuple[Template, list[Problem]]:
    """Return the template of a value, and what is wrong with it."""
    making = _Making(names)
    filled = making.value(value, ())
    template = Template(
        filled, where=where, words=making.read, is_constant=not making.is_filled
    )
    return template, making.problems


def refused(problems: list[Problem], where: str) -> ConfigError:
    """Return the error that tells all of *problems*."""
    if len(problems) == 1:
        one = problems[0]
        line = f"line {one.line}, " if one.line > 1 else ""
        place = f"{where}{_dotted(one.path)}, {line}column {one.column}"
        return ConfigError(one.what, where=place, nearest=one.nearest)
    lines = [f"{where}{_dotted(each.path)}: {each}" for each in problems]
    return ConfigError("\n".join(lines))


def _dotted(path: tuple[Step, ...]) -> str:
    return "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" for step in path
    )


class _Making:
    """Goes through a value and gathers what is read and what is wrong."""

    def __init__(self, names: Collection[str]) -> None:
        self.names = names
        self.read: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.is_filled = False

    def value(self, value: Json, path: tuple[Step, ...]) -> _Filled:
        if len(path) > DEEPEST:
            self._tell(path, Unreadable(f"it is nested deeper than {DEEPEST}"))
            return _constant(None)
        if isinstance(value, str):
            return self._text(value, path)
        if isinstance(value, dict):
            return self._object(value, path)
        if isinstance(value, (list, tuple)):
            return self._list(list(value), path)
        return _constant(value)

    def _object(self, value: dict[str, Json], path: tuple[Step, ...]) -> _Filled:
        pairs = []
        for key, held in value.items():
            inside = (*path, key if isinstance(key, (str, int)) else str(key))
            name = self._key(key, inside)
            pairs.append((name, self.value(held, inside)))
        if all(isinstance(name, str) for name, _ in pairs):
            fixed: list[tuple[str, _Filled]] = pairs  # type: ignore[assignment]
            return lambda run: {name: held(run) for name, held in fixed}

        def filled(run: Run) -> Json:
            return {
                name if isinstance(name, str) else texted(name(run)): held(run)
                for name, held in pairs
            }

        return filled

    def _key(self, key: Json, path: tuple[Step, ...]) -> str | _Filled:
        if isinstance(key, str) and is_template(key):
            return self._text(key, path)
        return texted(key)

    def _list(self, value: list[Json], path: tuple[Step, ...]) -> _Filled:
        parts = [
            _own(self.value(held, (*path, place)), isinstance(held, dict))
            for place, held in enumerate(value)
        ]
        return lambda run: [part(run) for part in parts]

    def _text(self, text: str, path: tuple[Step, ...]) -> _Filled:
        if not is_template(text):
            return _constant(text)
        from mockforge.templates.statements import Statements

        self.is_filled = True
        making = Statements(self.names)
        try:
            made = making.text(parsed(text))
        except Unreadable as failure:
            self._tell(path, failure)
            return _constant(None)
        self.read |= making.read
        self.problems += [_placed(each, text, path) for each in making.told]

        def filled(run: Run) -> Json:
            try:
                return plain(made(run), run)
            except Unfit:
                return None
            finally:
                run.locals = {}

        return filled

    def _tell(self, path: tuple[Step, ...], failure: Unreadable) -> None:
        self.problems.append(
            Problem(path, failure.line, 1, failure.what, failure.nearest)
        )


def _own(filled: _Filled, is_object: bool) -> _Filled:
    """Give an object of a list a person of its own."""
    if not is_object:
        return filled

    def alone(run: Run) -> Json:
        outer, run.person = run.person, None
        value = filled(run)
        run.person = outer
        return value

    return alone


def _constant(value: Json) -> _Filled:
    return lambda run: value


def _placed(told: Told, text: str, path: tuple[Step, ...]) -> Problem:
    lines = text.splitlines() or [""]
    line = min(told.line, len(lines))
    inside = lines[line - 1]
    words = re.escape(told.word.rpartition(".")[2])
    whole = re.escape(told.word)
    found = None
    for pattern in (rf"(?<![\w.]){whole}(?!\w)", rf"(?<!\w){words}(?!\w)", r"\{[{%]"):
        found = told.word and re.search(pattern, inside)
        if found:
            break
    column = found.start() + 1 if found else inside.find("{{") + 1 or 1
    return Problem(path, line, column, told.what, told.nearest)
