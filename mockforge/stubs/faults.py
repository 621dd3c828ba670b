"""Faults: endpoints that fail as networks and servers do, always or now and then."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from mockforge.http import Response, problem
from mockforge.options import Options

Kind = Literal["status", "reset", "empty", "truncated", "garbage", "silent"]

_OTHERS = {
    "abort": "reset",
    "close": "empty",
    "connection_reset_by_peer": "reset",
    "empty_response": "empty",
    "hang": "silent",
    "malformed": "garbage",
    "malformed_response_chunk": "truncated",
    "random_data_then_close": "garbage",
    "timeout": "silent",
    "truncate": "truncated",
}
"""What else they are called, here and elsewhere."""

_SHARE = re.compile(r"\s*(\d+\.?\d*|\.\d+)\s*%\s*")

GARBAGE = bytes(range(0x80, 0x100, 3)) + b"\r\n\x00\xff no HTTP at all \x00\r\n"
"""What is sent that is no answer."""


def _kind(value: object) -> object:
    if not isinstance(value, str):
        return value
    word = value.strip().lower().replace("-", "_").replace(" ", "_")
    return _OTHERS.get(word, word)


def _share(value: object) -> object:
    if isinstance(value, str):
        found = _SHARE.fullmatch(value)
        return float(found[1]) / 100 if found else value
    return value


def _is_share(value: float) -> float:
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{value:g} is no share; write 0.1, or 10%")
    return value


Share = Annotated[
    float,
    BeforeValidator(_share, json_schema_input_type=float | str),
    AfterValidator(_is_share),
]
"""A share from 0 to 1, or as `10%`."""


class FaultOptions(Options):
    """How an endpoint fails: `reset`, a status such as 503, or the keys below."""

    kind: Annotated[Kind, BeforeValidator(_kind)] = "status"
    """`status`: an error is answered; `reset`: the connection breaks; `empty`: it
    ends without an answer; `truncated`: it breaks within the body; `garbage`: what is
    sent is no HTTP; `silent`: nothing comes."""
    status: Annotated[int, Field(ge=400, le=599)] | None = None
    """The status that is answered; 500 if not given."""
    rate: Share = 1.0
    """How many of the requests fail: 0.1, or `10%`."""
    times: Annotated[int, Field(ge=1)] | None = None
    """Only the first so many requests of a session for a path fail."""

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: object) -> object:
        """Take `reset` and 503 for the mappings that have only these."""
        if isinstance(value, bool):
            return value
        if isinstance(value, int) or (isinstance(value, str) and value.isdecimal()):
            return {"status": value}
        return {"kind": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _is_one(self) -> FaultOptions:
        if self.status is not None and self.kind != "status":
            raise ValueError(f"{self.kind!r} has no status; leave one of them out")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> Any:
        return {"anyOf": [handler(core_schema), {"type": ["string", "integer"]}]}

    @property
    def is_certain(self) -> bool:
        """Whether every request fails."""
        return self.rate >= 1.0 and self.times is None

    def falls(self, turn: int, chance: Callable[[], float]) -> bool:
        """Whether request number *turn* of a session fails.

        Args:
            turn: Its number for this path, from 0.
            chance: Draws for it.
        """
        if self.times is not None and turn >= self.times:
            return False
        return self.rate >= 1.0 or chance() < self.rate


def failing(fault: FaultOptions, response: Response) -> Response:
    """Return what is sent in place of *response*, as far as it comes."""
    if fault.kind == "status":
        status = fault.status or 500
        return problem(status, "this endpoint fails", "as the settings say: fault")
    if fault.kind == "truncated":
        half = response.body[: len(response.body) // 2]
        return replace(response, body=half, chunks=())
    if fault.kind == "garbage":
        return replace(response, body=GARBAGE, headers=(), chunks=())
    return replace(response, body=b"", headers=(), chunks=())
