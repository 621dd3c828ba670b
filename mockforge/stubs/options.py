"""Settings of endpoints that are answered as the config says."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mockforge.llm.options import RagOptions, Temperature
from mockforge.options import Json, Options
from mockforge.stages.drift.options import DriftOptions


class FallbackOptions(Options):
    """What is answered where inventing gave nothing usable."""

    body: Json = None
    """The body."""


class ResponseOptions(Options):
    """What an endpoint answers."""

    mode: Literal["static", "intelligent", "hybrid"] = "static"
    """The body as written, an invented one, or the written one with more invented."""
    body: Json = None
    """The body; `{{...}}` in it is filled in."""
    prompt: str | None = None
    """What to invent, in words."""
    context: str | None = None
    """What else to know for it."""
    json_schema: Annotated[Json, Field(alias="schema")] = None
    """The JSON Schema an invented body follows."""
    temperature: Temperature | None = None
    """How varied, in place of the one in `rag`."""
    cache_enabled: bool = True
    """Whether an invented body is used again for the same request."""
    count: Annotated[int, Field(ge=0)] = 1
    """How many to invent; more than one makes a list."""
    fallback: FallbackOptions | None = None
    """What to answer where inventing failed."""
    rag_config: RagOptions | None = None
    """Settings of `rag` for this endpoint alone."""
    drift: DriftOptions | None = None
    """How the answer moves on."""


class EndpointOptions(Options):
    """An endpoint that is answered without an upstream."""

    path: str
    """The path: `/orders/:id` or `/orders/{id}`."""
    method: str = "GET"
    """The method."""
    response: ResponseOptions = ResponseOptions()
    """What it answers."""
