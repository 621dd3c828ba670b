"""The form of OpenAI's chat completions, which many servers speak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from mockforge.llm.wires.form import Dialect, Saying, Spoken, count, member
from mockforge.llm.wires.strict import demanding, is_strict
from mockforge.options import Json


class OpenAI:
    """`POST /v1/chat/completions`."""

    address: ClassVar[str] = "https://api.openai.com"
    model: ClassVar[str] = "gpt-4o-mini"
    base: ClassVar[str] = "/v1"
    place: ClassVar[str] = "/chat/completions"

    @staticmethod
    def headers(key: str | None) -> Mapping[str, str]:
        """Return the header fields that say who asks."""
        return {"Authorization": f"Bearer {key}"} if key else {}

    @staticmethod
    def payload(spoken: Spoken, dialect: Dialect) -> dict[str, Json]:
        """Return the body of the request."""
        told: dict[str, Json] = {
            "model": spoken.model,
            "messages": [
                {"role": "system", "content": spoken.instructions},
                *({"role": role, "content": text} for role, text in spoken.messages),
            ],
            "stream": False,
        }
        if dialect.has_temperature:
            told["temperature"] = spoken.temperature
        if dialect.tokens:
            told[dialect.tokens] = spoken.max_tokens
        if dialect.structure in ("strict", "schema") and spoken.schema is not None:
            schema = demanding(spoken.schema)
            form: dict[str, Json] = {"name": "answer", "schema": schema}
            form["strict"] = dialect.structure == "strict" and is_strict(schema)
            told["response_format"] = {"type": "json_schema", "json_schema": form}
        elif dialect.structure != "text":
            told["response_format"] = {"type": "json_object"}
        return told

    @staticmethod
    def saying(body: Json) -> Saying:
        """Return what the body of an answer says.

        Raises:
            ValueError: If it is not of this form.
        """
        message = member(body, "choices", 0, "message")
        if not isinstance(message, dict):
            raise ValueError("no message of a choice is in it")
        text = message.get("content")
        if isinstance(text, list):
            text = "".join(str(member(part, "text") or "") for part in text)
        if not text:
            text = member(message, "tool_calls", 0, "function", "arguments")
        if not isinstance(text, str):
            text = message.get("refusal")
        return Saying(
            text if isinstance(text, str) else "",
            count(member(body, "usage", "prompt_tokens")),
            count(member(body, "usage", "completion_tokens")),
            member(body, "choices", 0, "finish_reason") == "length",
        )
