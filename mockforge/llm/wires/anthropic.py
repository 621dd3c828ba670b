"""The form of Anthropic's messages; a schema is that of a tool that has to be used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import ClassVar

from mockforge.llm.wires.form import Dialect, Saying, Spoken, count, member
from mockforge.llm.wires.strict import demanding
from mockforge.options import Json

TOOL = "answer"


class Anthropic:
    """`POST /v1/messages`."""

    address: ClassVar[str] = "https://api.anthropic.com"
    model: ClassVar[str] = "claude-3-5-haiku-latest"
    base: ClassVar[str] = "/v1"
    place: ClassVar[str] = "/messages"

    @staticmethod
    def headers(key: str | None) -> Mapping[str, str]:
        """Return the header fields that say who asks, and in which form."""
        version = {"anthropic-version": "2023-06-01"}
        return {"x-api-key": key, **version} if key else version

    @staticmethod
    def payload(spoken: Spoken, dialect: Dialect) -> dict[str, Json]:
        """Return the body of the request."""
        told: dict[str, Json] = {
            "model": spoken.model,
            "system": spoken.instructions,
            "messages": [
                {"role": role, "content": text} for role, text in spoken.messages
            ],
            # Never left out: there is no default.
            "max_tokens": spoken.max_tokens,
        }
        if dialect.has_temperature:
            told["temperature"] = min(spoken.temperature, 1.0)
        if dialect.structure in ("strict", "schema") and spoken.schema is not None:
            told["tools"] = [
                {
                    "name": TOOL,
                    "description": "Gives the answer of the mock.",
                    "input_schema": demanding(spoken.schema),
                }
            ]
            told["tool_choice"] = {"type": "tool", "name": TOOL}
        return told

    @staticmethod
    def saying(body: Json) -> Saying:
        """Return what the body of an answer says.

        Raises:
            ValueError: If it is not of this form.
        """
        blocks = member(body, "content")
        if not isinstance(blocks, list):
            raise ValueError("no content is in it")
        used = [one for one in blocks if member(one, "type") == "tool_use"]
        if used:
            text = json.dumps(member(used[0], "input"))
        else:
            text = "".join(str(member(one, "text") or "") for one in blocks)
        return Saying(
            text,
            count(member(body, "usage", "input_tokens")),
            count(member(body, "usage", "output_tokens")),
            member(body, "stop_reason") == "max_tokens",
        )
