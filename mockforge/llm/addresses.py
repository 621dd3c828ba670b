"""Where a model is, and whether enough is known to ask it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from mockforge.errors import ConfigError
from mockforge.http import Origin
from mockforge.llm.options import RagOptions
from mockforge.llm.wires import WIRES

_PLACES = ("/chat/completions", "/completions", "/messages", "/chat", "/generate")
_HEADER = re.compile(r"[!-~]+")
_KEYS = {"openai": "OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY"}


@dataclass(frozen=True, slots=True)
class Address:
    """Which model, and where."""

    kind: str
    """The provider."""
    url: str
    """To send questions to."""
    model: str

    @property
    def origin(self) -> str:
        """The server, without a user or password."""
        return str(Origin.parse(self.url))


def address(options: RagOptions, *, where: str = "rag") -> Address:
    """Return where the model of *options* is.

    Raises:
        ConfigError: If that cannot be told from them.
    """
    wire = WIRES[options.kind]
    is_own = options.kind != "openai-compatible"
    given = options.api_endpoint or (wire.address if is_own else "")
    if not given:
        raise ConfigError(
            f"{where}.provider is {options.provider!r}, and its address is not set",
            where=f"{where}.api_endpoint",
            next_step="write it: api_endpoint: http://127.0.0.1:8080/v1",
        )
    model = options.model or (wire.model if is_own else "")
    if not model:
        raise ConfigError(
            f"{where}.provider is {options.provider!r}, and its model is not named",
            where=f"{where}.model",
            next_step="name it: model: NAME",
        )
    return Address(options.kind, _url(given, options.kind, where), model)


def require_key(
    options: RagOptions, *, offline: bool = False, where: str = "rag"
) -> None:
    """Check that there is a key where one is needed, and that it may be one.

    Raises:
        ConfigError: If the provider wants one and there is none, or it is unusable.
    """
    if options.api_key and not _HEADER.fullmatch(options.api_key.strip()):
        raise ConfigError(
            "the API key has a character that none has: a space or one beyond ASCII",
            where=f"{where}.api_key",
            next_step="copy it again, without quotes around it",
        )
    name = _KEYS.get(options.kind)
    is_asked = options.calls == "live" and options.when != "never" and not offline
    # Another server than the provider's own may not want any.
    if name is None or not is_asked or options.api_key or options.api_endpoint:
        return
    raise ConfigError(
        "RAG is enabled but no API key is configured",
        where=f"{where}.api_key, provider {options.provider!r}",
        next_step=f"export {name}=...\n"
        "  or give it by the flag --rag-api-key\n"
        "  or answer without a model: --llm none",
    )


def _url(given: str, kind: str, where: str) -> str:
    text = given if "://" in given else f"http://{given}"
    try:
        Origin.parse(text)
        parts = urlsplit(text)
        port = parts.port
    except ValueError as problem:
        raise ConfigError(str(problem), where=f"{where}.api_endpoint") from None
    host = parts.hostname or ""
    if kind == "ollama":
        # As OLLAMA_HOST is written for the server: where it listens.
        host = "127.0.0.1" if host in ("0.0.0.0", "::") else host
        port = port or (11434 if parts.scheme == "http" else None)
    authority = f"[{host}]" if ":" in host else host
    authority += f":{port}" if port else ""
    user = parts.netloc.rpartition("@")[0]
    authority = f"{user}@{authority}" if user else authority
    path = parts.path.rstrip("/")
    for place in _PLACES:
        path = path.removesuffix(place)
    wire = WIRES[kind]
    # OpenAI's form is also spoken below other paths, as /openai/v1beta.
    is_open = path and kind in ("openai", "openai-compatible")
    if not is_open and not path.endswith(wire.base):
        path += wire.base
    url = (parts.scheme, authority, path + wire.place, parts.query, "")
    return urlunsplit(url)
