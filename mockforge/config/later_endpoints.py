"""Settings of endpoints and streams that answer by themselves: not yet in use."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mockforge.options import Duration, Json, Options

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


class DriftRuleOptions(Options):
    """How one field of an answer moves on."""

    field: str
    """The field: `status`, `items[0].quantity`, `orders[*].status`."""
    strategy: Literal["linear", "stepped", "state_machine", "random_walk", "custom"] = (
        "linear"
    )
    """How it moves."""
    rate: float = 1.0
    """By how much at each step; negative goes down."""
    min_value: float | None = None
    """It stops here going down."""
    max_value: float | None = None
    """It stops here going up."""
    states: list[str] = []
    """The states of a `state_machine`, the first one first."""
    transitions: dict[str, list[tuple[str, float]]] = {}
    """State to the states it may become, each with its probability."""
    expression: str | None = None
    """The next value of a `custom` rule, from the value, other fields and the count."""


class DriftOptions(Options):
    """How an answer moves on from request to request, or with time."""

    enabled: bool = True
    """Whether it moves."""
    request_based: bool = True
    """Whether steps are counted in requests; else in time."""
    interval: Duration = 1.0
    """Requests, or a time, from one step to the next."""
    scenario: str | None = None
    """A preset: order_status, stock_depletion, price_fluctuation, activity_score."""
    rules: list[DriftRuleOptions] = []
    """What moves."""


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


class ConditionOptions(Options):
    """Something that happens in a stream when a condition holds."""

    name: str
    """A name, for the log."""
    expression: str
    """The condition: `price_change > 5%`."""
    action: Literal["generate_event", "stop", "change_rate", "transition_scenario"]
    """What happens then."""


class StreamReplayOptions(Options):
    """What a stream sends."""

    mode: Literal["static", "augmented", "generated"] = "static"
    """Events as recorded, recorded ones with more, or invented ones."""
    events_file: str | None = None
    """Recorded events."""
    narrative: str | None = None
    """What happens, in words."""
    event_type: str | None = None
    """The `type` of each event."""
    event_schema: Json = None
    """The JSON Schema each event's data follows."""
    strategy: Literal["time_based", "count_based", "conditional_based"] = "time_based"
    """What ends the stream: a time, a count, or a condition."""
    duration_secs: Duration | None = None
    """How long it lasts."""
    event_count: Annotated[int, Field(ge=0)] | None = None
    """How many events it has."""
    event_rate: Annotated[float, Field(gt=0)] = 1.0
    """Events a second."""
    conditions: list[ConditionOptions] = []
    """What happens when."""
    progressive_evolution: bool = False
    """Whether each event continues from the ones before."""


class WebsocketOptions(Options):
    """A stream that is answered without an upstream."""

    path: str
    """The path: `/chat/:room_id`."""
    replay: StreamReplayOptions = StreamReplayOptions()
    """What it sends."""
