"""Settings of the language model."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from mockforge.options import Duration, Options

Provider = Literal[
    "none", "openai", "anthropic", "ollama", "openai-compatible", "openai_compatible"
]
"""Whose language model; `openai-compatible` is any server that speaks like it."""

Temperature = Annotated[float, Field(ge=0.0, le=2.0)]
"""0 is the likeliest words only; more is more varied."""


class BudgetOptions(Options):
    """What a day may take, in UTC; what is under way when it is reached is ended."""

    calls: Annotated[int, Field(ge=0)] | None = None
    """Requests to the provider, those that are asked again included."""
    tokens: Annotated[int, Field(ge=0)] | None = None
    """Tokens, in and out."""
    cost: Annotated[float, Field(ge=0)] | None = None
    """Money, in the currency of the prices; US dollars where they are not set here."""


class PriceOptions(Options):
    """What a model costs, for a million tokens."""

    input: Annotated[float, Field(ge=0)]
    """Of what is asked."""
    output: Annotated[float, Field(ge=0)]
    """Of what is answered."""


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
    max_tokens: Annotated[int, Field(ge=1)] = 4096
    """The longest answer, in tokens."""
    calls: Literal["live", "frozen", "none"] = "live"
    """Whether the model is asked (`live`), only what is kept answers, however old it
    is (`frozen`), or neither (`none`)."""
    when: Literal["first", "always", "never"] = "first"
    """When an endpoint asks: the `first` time, after which its answers are varied from
    what the model said; `always`, for each new request; or `never`."""
    samples: Annotated[int, Field(ge=1, le=20)] = 3
    """How many answers are asked for the first time, to vary later ones from."""
    review: bool = False
    """Whether later ones are varied only from what `mockforge llm templates approve`
    was said of."""
    structured: bool = True
    """Whether the provider is asked to hold the model to the schema."""
    embedding_provider: Provider = "none"
    """Who turns text into vectors; `none` does it here, without a model."""
    embedding_model: str | None = None
    """The embedding model's name."""
    caching: bool = True
    """Whether an answer is kept and used again for the same question."""
    cache_ttl_secs: Duration = 3600.0
    """How long it is kept."""
    timeout_secs: Annotated[Duration, Field(gt=0)] = 30.0
    """How long to wait for the provider, each time it is asked."""
    max_retries: Annotated[int, Field(ge=0, le=20)] = 3
    """How often a question is asked again when the provider fails."""
    deadline_secs: Annotated[Duration, Field(gt=0)] = 120.0
    """How long a question may take with all of that, and with waiting for its turn."""
    concurrency: Annotated[int, Field(ge=1)] = 4
    """How many questions a model is asked at once."""
    rate_limit: Annotated[int, Field(ge=1)] | None = None
    """How many a minute, of one model."""
    budget: BudgetOptions = BudgetOptions()
    """What a day may take."""
    prices: dict[str, PriceOptions] = {}
    """Model to what it costs. One that is not here is looked up in the prices that
    `pip install 'mockforge[llm]'` brings."""
    proxy: str | None = None
    """The proxy to reach the provider by; those of the environment are not used."""

    @property
    def kind(self) -> str:
        """The provider, in its one spelling; `none` if nobody is to be asked."""
        return self.provider.replace("_", "-") if self.enabled else "none"


def merged(
    rag: RagOptions,
    own: RagOptions | None,
    *,
    temperature: float | None = None,
    caching: bool = True,
) -> RagOptions:
    """Return *rag* with what an endpoint says for itself in place.

    Args:
        rag: The block `rag`.
        own: The endpoint's `rag_config`.
        temperature: The endpoint's `temperature`; that of `rag_config` wins.
        caching: The endpoint's `cache_enabled`.
    """
    changed: dict[str, Any] = {}
    if temperature is not None:
        changed["temperature"] = temperature
    if own is not None:
        changed |= {name: getattr(own, name) for name in own.model_fields_set}
        elsewhere = {"provider", "api_endpoint"} & own.model_fields_set
        if any(getattr(own, name) != getattr(rag, name) for name in elsewhere):
            # A key is told to nobody but whom it is from, a name is known there alone.
            for name in ("api_key", "api_endpoint", "model"):
                changed.setdefault(name, None)
    if not caching:
        changed["caching"] = False
    return rag.model_copy(update=changed) if changed else rag
