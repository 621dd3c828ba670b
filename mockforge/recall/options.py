"""Settings of recall: what makes vectors, and how near is near enough."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from mockforge.options import Duration, Options


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


class RecallOptions(Options):
    """How the recorded exchange is found that is nearest in meaning."""

    embedder: Annotated[
        Literal["hashed", "openai", "ollama", "model2vec"], BeforeValidator(_lower)
    ] = "hashed"
    """What turns requests into vectors: `hashed` needs nothing and nobody, `openai`
    asks an API of that form, `ollama` one of Ollama's, `model2vec` reads a model from a
    directory."""
    model: str = ""
    """The model's name; empty for `text-embedding-3-small` of `openai` and
    `nomic-embed-text` of `ollama`."""
    base_url: str = ""
    """Where the API is; empty for `https://api.openai.com/v1` or
    `http://127.0.0.1:11434`."""
    api_key: str | None = None
    """The key of the API; write `${OPENAI_API_KEY}` to take it from the environment."""
    path: str | None = None
    """The directory of the model of `model2vec`."""
    threshold: Annotated[float, Field(ge=0.0, le=1.0)] = 0.8
    """The likeness, 0 to 1, from which on a recorded answer is given."""
    timeout: Duration = 30.0
    """Seconds to wait for the API."""
