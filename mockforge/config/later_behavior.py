"""Settings of state, rules and memory behind invented answers: not yet in use."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from mockforge.llm.options import Provider, Temperature
from mockforge.options import Duration, Json, Options


class TrackingOptions(Options):
    """How a client is recognised from one request to the next."""

    method: Literal["cookie", "header", "query_param"] = "cookie"
    """Where the session's id stands."""
    cookie_name: str = "mockforge_session"
    """The cookie."""
    header_name: str = "X-Session-ID"
    """The header field."""
    query_param: str = "session_id"
    """The name in the query."""
    auto_create: bool = True
    """Whether a client without an id is given one."""

    @model_validator(mode="before")
    @classmethod
    def _from_method(cls, value: object) -> object:
        """Take the method alone for the mapping that has only it."""
        return {"method": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        methods = ["cookie", "header", "query_param"]
        return {"anyOf": [handler(core_schema), {"enum": methods}]}


class ErrorOptions(Options):
    """An error to answer with."""

    status: Annotated[int, Field(ge=100, le=599)] = 400
    """The status."""
    message: str = ""
    """What it says."""


class ActionOptions(Options):
    """What a rule does: one of the keys, or a `type` with what it needs."""

    error: ErrorOptions | None = None
    """Answer with an error."""
    transform: str | None = None
    """Change state and answer as this sentence says."""
    execute_chain: str | None = None
    """Run the chain of this name."""
    type: (
        Literal[
            "error", "require_auth", "transform", "execute_chain", "state_transition"
        ]
        | None
    ) = None
    """The kind of action, where it is written as one."""
    status: Annotated[int, Field(ge=100, le=599)] | None = None
    """The status of an `error` or a `require_auth`."""
    message: str | None = None
    """What it says."""


class RuleOptions(Options):
    """Something that must hold, and what happens where it does not."""

    name: str
    """A name, for the log."""
    condition: str
    """When it applies: `method == 'POST' AND path starts_with '/api/cart'`."""
    action: ActionOptions
    """What it does."""


class TransitionOptions(Options):
    """A step of a state machine."""

    from_state: Annotated[str, Field(alias="from")]
    """The state before."""
    to: str
    """The state after."""
    probability: Annotated[float, Field(ge=0.0, le=1.0)] = 1.0
    """How likely the step is."""


class MachineOptions(Options):
    """The states of a resource."""

    states: list[str] = []
    """Every state."""
    initial: str | None = None
    """The first one."""
    initial_state: str | None = None
    """The same, as it is also spelled."""
    transitions: list[TransitionOptions] = []
    """The steps between them."""


class RulesOptions(Options):
    """What the API is, and what must hold in it."""

    system_prompt: str | None = None
    """What the API is, in words."""
    schemas: dict[str, Json] = {}
    """Resource to the JSON Schema of one."""
    consistency_rules: list[RuleOptions] = []
    """What must hold."""
    state_transitions: dict[str, MachineOptions] = {}
    """Name to a state machine."""


class ModelOptions(RulesOptions):
    """The model that invents answers; its rules stand here or under `rules`."""

    llm_provider: Provider = "none"
    """Whose model; `none` asks nobody."""
    model: str | None = None
    """The model's name."""
    api_key: str | None = None
    """The provider's key; better as `${OPENAI_API_KEY}` than as text."""
    api_endpoint: str | None = None
    """The provider's address, where it is not the usual one."""
    temperature: Temperature = 0.7
    """How varied its words are."""
    max_tokens: Annotated[int, Field(ge=1)] = 1024
    """The longest answer, in tokens."""
    rules: RulesOptions | None = None
    """What the API is, and what must hold in it."""


class MemoryOptions(Options):
    """What is kept of a session for search by meaning."""

    enabled: bool = False
    """Whether it is kept."""
    embedding_provider: Provider = "none"
    """Who turns text into vectors; `none` does it here, without a model."""
    embedding_model: str | None = None
    """The embedding model's name."""
    storage_path: str | None = None
    """Where it is kept; in memory if not given."""
    semantic_search_limit: Annotated[int, Field(ge=1)] = 10
    """How many exchanges are recalled."""
    similarity_threshold: Annotated[float, Field(ge=0.0, le=1.0)] = 0.7
    """How alike an exchange must be to be recalled."""


class PerformanceOptions(Options):
    """How much is kept, and for how long."""

    cache_ttl_seconds: Duration = 300.0
    """How long an invented answer is used again."""
    enable_response_cache: bool = True
    """Whether it is used again at all."""
    max_history_length: Annotated[int, Field(ge=0)] = 50
    """Exchanges of a session kept for prompts."""
    session_timeout_seconds: Duration = 3600.0
    """A session unused for this long is forgotten."""
    semantic_search_limit: Annotated[int, Field(ge=1)] = 10
    """How many exchanges are recalled."""


class BehaviorOptions(Options):
    """State, rules and memory behind invented answers."""

    enabled: bool = True
    """Whether they are used."""
    session_tracking: TrackingOptions = TrackingOptions()
    """How a client is recognised: `cookie`, `header`, `query_param`, or the mapping."""
    behavior_model: ModelOptions = ModelOptions()
    """What invents answers."""
    vector_store: MemoryOptions = MemoryOptions()
    """What is kept for search by meaning."""
    performance: PerformanceOptions = PerformanceOptions()
    """How much is kept."""
