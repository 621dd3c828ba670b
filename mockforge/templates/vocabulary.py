"""What a word of templates is, and the list of them all."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from mockforge.options import Json


@dataclass(frozen=True)
class Word:
    """Something that a template may say."""

    name: str
    example: str
    about: str
    reads: str
    """What it depends on: time, chance, request, session, persona, names or nothing."""
    call: Callable[..., Json]
    """Takes the run, and what is written after the word."""
    is_open: bool = False
    """Whether anything may follow after a dot."""

    @cached_property
    def signature(self) -> inspect.Signature:
        """What may be written after the word."""
        signature = inspect.signature(self.call)
        return signature.replace(parameters=list(signature.parameters.values())[1:])

    @cached_property
    def is_needy(self) -> bool:
        """Whether it is nothing without arguments."""
        kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
        return any(
            parameter.default is inspect.Parameter.empty and parameter.kind not in kinds
            for parameter in self.signature.parameters.values()
        )


WORDS: dict[str, Word] = {}
"""Every word by its name, `rand.int` too; those of Faker are in `faking`."""


def word(
    example: str, reads: str, *names: str, is_open: bool = False
) -> Callable[[Callable[..., Json]], Callable[..., Json]]:
    """Make a function a word by each of *names*; its docstring says what it is."""

    def made(call: Callable[..., Json]) -> Callable[..., Json]:
        about = inspect.cleandoc(call.__doc__ or "")
        for name in names:
            shown = example if name == names[0] else example.replace(names[0], name, 1)
            WORDS[name] = Word(name, shown, about, reads, call, is_open)
        return call

    return made
