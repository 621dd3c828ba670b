"""The form of Ollama's chat."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import ClassVar

from mockforge.llm.wires.form import Dialect, Saying, Spoken, count, member
from mockforge.llm.wires.strict import demanding
from mockforge.options import Json


class Ollama:
    """`POST /api/chat`."""

    address: ClassVar[str] = "http://127.0.0.1:11434"
    model: ClassVar[str] = "llama3.2"
    base: ClassVar[str] = "/api"
    place: ClassVar[str] = "/chat"

    @staticmethod
    def headers(key: str | None) -> Mapping[str, str]:
        """Return the header fields that say who asks, where something wants one."""
        return {"Authorization": f"Bearer {key}"} if key else {}

    @staticmethod
    def payload(spoken: Spoken, dialect: Dialect) -> dict[str, Json]:
        """Return the body of the request."""
        options: dict[str, Json] = {}
        if dialect.has_temperature:
            options["temperature"] = spoken.temperature
        if dialect.tokens:
            options["num_predict"] = spoken.max_tokens
        told: dict[str, Json] = {
            "model": spoken.model,
            "messages": [
                {"role": "system", "content": spoken.instructions},
                *({"role": role, "content": text} for role, text in spoken.messages),
            ],
            "stream": False,
            "options": options,
        }
        if dialect.structure in ("strict", "schema") and spoken.schema is not None:
            told["format"] = demanding(spoken.schema)
        elif dialect.structure != "text":
            told["format"] = "json"
        return told

    @staticmethod
    def saying(body: Json) -> Saying:
        """Return what the body of an answer says.

        Raises:
            ValueError: If it is not of this form.
        """
        text = member(body, "message", "content")
        if not isinstance(text, str):
            raise ValueError("no message is in it")
        used = member(body, "message", "tool_calls", 0, "function", "arguments")
        if not text and used is not None:
            text = used if isinstance(used, str) else json.dumps(used)
        return Saying(
            text,
            count(member(body, "prompt_eval_count")),
            count(member(body, "eval_count")),
            member(body, "done_reason") == "length",
        )
