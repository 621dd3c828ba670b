"""What does not go together in the settings of an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mockforge.stubs.writing import BODILESS, OWN_FIELDS

if TYPE_CHECKING:
    from mockforge.stubs.options import ResponseOptions

Where = tuple[str | int, ...]
"""Keys and indexes that lead to a value, from the top of the settings."""

INVENTING = {
    "prompt": "prompt",
    "context": "context",
    "json_schema": "schema",
    "temperature": "temperature",
    "count": "count",
    "cache_enabled": "cache_enabled",
    "fallback": "fallback",
    "rag_config": "rag_config",
}
"""What only an answer with an invented body has: its field, and how it is written."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something in the settings of an endpoint that cannot be meant."""

    where: Where
    what: str
    nearest: str = ""
    is_key: bool = False
    """It is about the key, and not about its value."""
    at: tuple[int, int] | None = None
    """Line and column within a text, from 1."""
    is_between: bool = False
    """It is about what several keys say, each of which may be right."""

    def __str__(self) -> str:
        where = dotted(self.where)
        return f"{where}: {self.what}" + (f"; {self.nearest}" if self.nearest else "")


def dotted(where: Where) -> str:
    """Return *where* as people write it: `endpoints[0].path`."""
    return "".join(
        f"[{each}]" if isinstance(each, int) else f".{each}" for each in where
    ).lstrip(".")


def disagreements(options: ResponseOptions, where: Where) -> Iterator[Wrong]:
    """Yield what does not go together in *options*, which stand at *where*."""
    if options.mode == "static":
        yield from _of_static(options, where)
    else:
        yield from _of_invented(options, where)
    given = options.model_fields_set
    if {"body", "body_file"} <= given:
        yield Wrong((*where, "body_file"), "stands beside body", "write one", True)
    if options.status in BODILESS and (
        options.mode != "static" or options.body is not None or options.body_file
    ):
        told = f"an answer with status {options.status} has no body"
        yield Wrong((*where, "status"), told, "leave the body out")
    for name in options.headers:
        here = (*where, "headers", name)
        if name.lower() in OWN_FIELDS:
            yield Wrong(here, "mockforge says itself what is true of it", _LEAVE, True)
        elif not _is_token(name):
            yield Wrong(here, "this is no name of a header field", "", True)


_LEAVE = "leave it out"
_MODES = "mode: intelligent invents a body, mode: hybrid adds to the written one"


def _of_static(options: ResponseOptions, where: Where) -> Iterator[Wrong]:
    if "mode" in options.model_fields_set:
        given = options.model_fields_set & {"prompt", "json_schema", "fallback"}
        given |= options.model_fields_set & {"temperature", "rag_config"}
    else:
        # Of no effect, and no reason to think that another mode was meant.
        given = options.model_fields_set & {"prompt", "json_schema", "fallback"}
    for field in sorted(given):
        yield Wrong(
            (*where, INVENTING[field]), "is of no use to mode: static", _MODES, True
        )


def _of_invented(options: ResponseOptions, where: Where) -> Iterator[Wrong]:
    here = (*where, "mode")
    if options.mode == "hybrid" and not options.has_body:
        yield Wrong(here, "'hybrid' needs a body to add to", "intelligent needs none")
    elif options.mode == "intelligent" and options.has_body:
        key = "body" if "body" in options.model_fields_set else "body_file"
        told = "is of no use to mode: intelligent"
        yield Wrong((*where, key), told, "mode: hybrid keeps it", True)
    if not (options.prompt or options.json_schema is not None or options.has_body):
        told = f"{options.mode!r} needs a prompt or a schema"
        yield Wrong(here, told, "say in words what is wanted: prompt")


def _is_token(name: str) -> bool:
    # RFC 9110, 5.6.2.
    return bool(name) and all(
        sign.isascii() and (sign.isalnum() or sign in "!#$%&'*+-.^_`|~")
        for sign in name
    )
