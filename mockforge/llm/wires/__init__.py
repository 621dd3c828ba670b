"""The forms that providers speak: a question as a request, an answer as text."""

from mockforge.llm.wires.anthropic import Anthropic
from mockforge.llm.wires.form import Dialect, Messages, Saying, Spoken, Wire, adapted
from mockforge.llm.wires.ollama import Ollama
from mockforge.llm.wires.openai import OpenAI

__all__ = [
    "Anthropic",
    "Dialect",
    "Messages",
    "Ollama",
    "OpenAI",
    "Saying",
    "Spoken",
    "Wire",
    "adapted",
]

WIRES: dict[str, type[Wire]] = {
    "openai": OpenAI,
    "openai-compatible": OpenAI,
    "anthropic": Anthropic,
    "ollama": Ollama,
}
"""Provider to the form it speaks."""
