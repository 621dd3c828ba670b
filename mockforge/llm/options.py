"""Settings of the language model."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mockforge.options import Duration, Options

Provider = Literal[
    "none", "openai", "anthropic", "ollama", "openai-compatible", "openai_compatible"
]
"""Whose language model; `openai-compatible` is any server that speaks like it."""

Temperature = Annotated[float, Field(ge=0.0, le=2.0)]
"""0 is the likeliest words only; more is more varied."""


class RagOptions(Options):
    """A language model, and the embeddings for search by meaning."""

    enabled: bool = True
    """Whether the model may be asked at all."""
    provider: Provider = "none"
    """Whose model; `none` asks nobody."""
    api_key: str | None = None
    """The provider's key; better as `${OPENAI_API_KEY}` than as text."""
    api_endpoint: str | None = None
    """The provider's address, where it is not the usual one."""
    model: str | None = None
    """The model's name."""
    temperature: Temperature = 0.7
    """How varied its words are."""
    max_tokens: Annotated[int, Field(ge=1)] = 1024
    """The longest answer, in tokens."""
    embedding_provider: Provider = "none"
    """Who turns text into vectors; `none` does it here, without a model."""
    embedding_model: str | None = None
    """The embedding model's name."""
    caching: bool = True
    """Whether an answer is kept and used again for the same question."""
    cache_ttl_secs: Duration = 3600.0
    """How long it is kept."""
    timeout_secs: Duration = 30.0
    """How long to wait for the provider."""
    max_retries: Annotated[int, Field(ge=0)] = 3
    """How often a question is asked again when the provider fails."""
