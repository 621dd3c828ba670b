"""What a model is asked, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - the type alone
from typing import Literal

from mockforge.http import Request
from mockforge.llm.options import RagOptions
from mockforge.options import Json

Source = Literal["model", "cache", "template"]
"""Asked now, kept from the same question, or varied from what was said earlier."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question to a model."""

    endpoint: str
    """Its key: `GET /orders/{id}`."""
    mode: str
    """What it is for: `intelligent`, `hybrid`, `drift`, …"""
    prompt: str
    """The config's words. Nothing that a client sent may be put into them."""
    context: str = ""
    """More of the config's words."""
    schema: Json = None
    """The JSON Schema of one answer; None if any object will do."""
    base: Json = None
    """What is given already, with what the client sent filled in."""
    request: Request | None = None
    """What is answered; told to the model as data."""
    count: int | None = None
    """How many; 2 and more make a list."""
    options: RagOptions = field(default_factory=RagOptions)
    """Those of the endpoint, see `merged`."""
    state: str = ""
    """The version of the session's state that the answer depends on."""
    written: Json = None
    """`base` as the config has it, nothing filled in: what tells questions apart. If
    None, `base` does."""
    params: Mapping[str, Json] = field(default_factory=dict)
    """The parameters of the path."""
    query: Mapping[str, Json] = field(default_factory=dict)
    """Those of the query."""
    rng: Random | None = None
    """Draws what is varied; without, an earlier answer is given as it is."""
    now: float = 0.0
    """The time that made-up dates are near to."""

    @property
    def given(self) -> Json:
        """What is given already, as far as it tells questions apart."""
        return self.base if self.written is None else self.written


@dataclass(frozen=True, slots=True)
class Told:
    """An answer."""

    value: Json
    """Valid against the schema, and a list if several were asked for."""
    source: Source
    model: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None
    """What it cost now; None if the model's price is not known."""
    took: float = 0.0
    """Seconds."""
    repaired: bool = False
    """Whether what the model said had to be mended."""
    samples: Sequence[Json] = ()
    """What the model said for this endpoint, single answers, this one among them."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """No answer, which is no failure of the request."""

    reason: str
    """Why, for `why` and the log: no secret is in it."""
    partial: Json = None
    """What was said as far as it can be used, but is not valid."""
