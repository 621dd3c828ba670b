"""Settings of streams that send by themselves: read, and not yet in use."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mockforge.options import Duration, Json, Options


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
