"""What the forms have in common, and how one that is refused gives way to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal, Protocol

from mockforge.options import Json

Messages = tuple[tuple[Literal["user", "assistant"], str], ...]
"""Who says what, in turn; the user is first."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said to a model."""

    model: str
    instructions: str
    messages: Messages
    schema: dict[str, Any] | None
    """What the answer is to be valid against; None if any JSON will do."""
    temperature: float
    max_tokens: int


@dataclass(frozen=True, slots=True)
class Saying:
    """What a model said."""

    text: str
    tokens_in: int | None = None
    """None if the provider does not tell."""
    tokens_out: int | None = None
    is_cut: bool = False
    """It was longer than it might be."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a server takes; narrowed by what it refuses."""

    structure: Literal["strict", "schema", "json", "text"] = "strict"
    """How it is made to keep to a schema."""
    tokens: str | None = "max_tokens"
    """The name of the limit."""
    has_temperature: bool = True


class Wire(Protocol):
    """A form."""

    address: ClassVar[str]
    """Where the provider usually is; empty if that has to be said."""
    model: ClassVar[str]
    """The model if none is named."""
    base: ClassVar[str]
    """The path that an address without one is given."""
    place: ClassVar[str]
    """The path that questions are sent to."""

    @staticmethod
    def headers(key: str | None) -> Mapping[str, str]:
        """Return the header fields that say who asks."""

    @staticmethod
    def payload(spoken: Spoken, dialect: Dialect) -> dict[str, Json]:
        """Return the body of the request."""

    @staticmethod
    def saying(body: Json) -> Saying:
        """Return what the body of an answer says.

        Raises:
            ValueError: If it is not of this form.
        """


_NEXT: dict[str, Literal["schema", "json", "text"]] = {
    "strict": "schema",
    "schema": "json",
    "json": "text",
}
_STRUCTURE = ("response_format", "schema", "strict", "grammar", "format", "tool")


def adapted(dialect: Dialect, refusal: str) -> Dialect | None:
    """Return what to try after a server refused, None if that is not why.

    Args:
        dialect: As it was tried.
        refusal: What the server said, which names the field it does not take.
    """
    said = refusal.lower()
    if "temperature" in said and dialect.has_temperature:
        return replace(dialect, has_temperature=False)
    if "max_tokens" in said or "max_completion_tokens" in said:
        if dialect.tokens == "max_tokens":
            return replace(dialect, tokens="max_completion_tokens")
        return replace(dialect, tokens=None) if dialect.tokens else None
    if dialect.structure == "text" or not (
        not said.strip() or any(word in said for word in _STRUCTURE)
    ):
        return None
    return replace(dialect, structure=_NEXT[dialect.structure])


def member(value: Json, *path: str | int) -> Json:
    """Return what is at *path* in *value*, None if nothing is."""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def count(value: Json) -> int | None:
    """Return *value* if it is a number of tokens."""
    is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if is_count else None
