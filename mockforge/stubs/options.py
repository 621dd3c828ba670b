"""Settings of endpoints that are answered as the config says."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator

from mockforge.llm.options import RagOptions, Temperature
from mockforge.options import Duration, Json, Options
from mockforge.stages.drift.options import DriftOptions
from mockforge.stubs.faults import FaultOptions

Status = Annotated[int, Field(ge=200, le=599)]
"""The status of an answer."""


def _words(value: object) -> object:
    if isinstance(value, str):
        return value.replace(",", " ").split()
    return value


def _scalar(value: object) -> object:
    # A header field is a text, whatever YAML takes it for.
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value


HeaderValue = Annotated[
    str, BeforeValidator(_scalar, json_schema_input_type=str | int | float | bool)
]


class FallbackOptions(Options):
    """What is answered where inventing gave nothing usable."""

    body: Json = None
    """The body."""
    status: Status = 200
    """Its status."""


class DelayOptions(Options):
    """A time that is another each time."""

    min: Duration = 0.0
    """The shortest."""
    max: Duration
    """The longest."""

    @model_validator(mode="after")
    def _is_span(self) -> DelayOptions:
        if self.max < self.min:
            raise ValueError(f"{self.max:g} s is shorter than min, {self.min:g} s")
        return self


class ResponseOptions(Options):
    """What an endpoint answers."""

    when: str | None = None
    """The condition under which it is this one: `query.page > 1`."""
    mode: Literal["static", "intelligent", "hybrid"] = "static"
    """The body as written, an invented one, or the written one with more invented."""
    status: Status = 200
    """The status."""
    headers: dict[str, HeaderValue | list[HeaderValue] | None] = {}
    """Header fields, several of one name as a list; `{{...}}` is filled in."""
    body: Json = None
    """The body; `{{...}}` in it is filled in."""
    body_file: str | None = None
    """A file beside the settings that is the body, in place of `body`."""
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
    count: Annotated[int, Field(ge=0, le=10_000)] = 1
    """How many to invent; more than one makes a list, 0 an empty one."""
    fallback: FallbackOptions | None = None
    """What to answer where inventing failed."""
    rag_config: RagOptions | None = None
    """Settings of `rag` for this endpoint alone."""
    delay: Duration | DelayOptions = 0.0
    """When the answer begins: after a time, or after one from `min` to `max`."""
    fault: FaultOptions | None = None
    """How it fails: `reset`, a status such as 503, or a kind with a rate."""
    drift: DriftOptions | None = None
    """How the answer moves on."""

    _file: bytes | None = PrivateAttr(default=None)

    @property
    def file(self) -> bytes | None:
        """The content of `body_file`, once that was read."""
        return self._file

    def reads(self, content: bytes) -> None:
        """Take *content* for what `body_file` holds."""
        self._file = content

    @property
    def has_body(self) -> bool:
        """Whether a body is written; one that is null is."""
        return "body" in self.model_fields_set or self.body_file is not None

    @property
    def answers(self) -> bool:
        """Whether it answers by itself, and does not only change other answers."""
        return bool(self.model_fields_set - {"drift", "when"}) or self.drift is None


class EndpointOptions(Options):
    """An endpoint that is answered without an upstream."""

    path: str
    """The path: `/orders/:id` or `/orders/{id}`; `/files/*` is all that is below."""
    method: Annotated[
        tuple[str, ...],
        BeforeValidator(_words, json_schema_input_type=str | list[str]),
    ] = ("GET",)
    """The method, or several; `ANY` is every one."""
    host: str | None = None
    """The host that is meant, as in `api.example.com` or `*.example.com`, where a
    proxy stands in front of several; every one if not given."""
    response: ResponseOptions | None = None
    """What it answers."""
    responses: tuple[ResponseOptions, ...] = ()
    """What it answers, by `when`: the first whose condition holds. One without a
    condition always does."""
    drift: DriftOptions | None = None
    """How its answers move on, of those without a `drift` of their own; alone, how
    answers move on that somebody else gives."""
    fault: FaultOptions | None = None
    """How its answers fail, those without a `fault` of their own; alone, how the
    endpoint fails where somebody else answers."""
    choose: Literal["first", "sequence", "cycle", "random"] = "first"
    """Which of those that hold is given: the `first`, one after the other to the last
    (`sequence`) or round and round (`cycle`), or one by chance (`random`)."""

    _place: str = PrivateAttr(default="")
    _compiled: Any = PrivateAttr(default=None)
    _given: tuple[ResponseOptions, ...] = PrivateAttr(default=())

    @property
    def place(self) -> str:
        """Where it is written, as `mockforge.yaml:12:5`; nothing if nobody said."""
        return self._place

    def stands(self, place: str) -> None:
        """Take *place* for where it is written."""
        self._place = place

    @property
    def compiled(self) -> Any:
        """What was made of it when it was read, for who made it; None if nothing."""
        return self._compiled

    def became(self, compiled: Any) -> None:
        """Take *compiled* for what was made of it: it is not to be made twice."""
        self._compiled = compiled

    @property
    def only_fails(self) -> bool:
        """Whether it answers where it fails, and leaves the rest to others."""
        return self.fault is not None and self.response is None and not self.responses

    @property
    def given(self) -> tuple[ResponseOptions, ...]:
        """Every answer it has, in order."""
        if not self._given:
            given = self.responses or (self.response or ResponseOptions(),)
            for name in ("drift", "fault"):
                own = getattr(self, name)
                if own is not None:
                    given = tuple(
                        each
                        if getattr(each, name) is not None
                        else each.model_copy(update={name: own})
                        for each in given
                    )
            self._given = given
        return self._given

    @model_validator(mode="after")
    def _is_one_of(self) -> EndpointOptions:
        if self.response is not None and self.responses:
            raise ValueError("both response and responses are given; write one")
        return self
