"""What providers' own variables say: OPENAI_API_KEY, ANTHROPIC_API_KEY, OLLAMA_HOST.

They stand in only for what nobody wrote, and only where that provider is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from mockforge.config.values import Node, Path, Place, at

_VARIABLES = {
    "openai": ("api_key", "OPENAI_API_KEY"),
    "anthropic": ("api_key", "ANTHROPIC_API_KEY"),
    "ollama": ("api_endpoint", "OLLAMA_HOST"),
}


def supplied(root: Node, environ: Mapping[str, str]) -> Node:
    """Return *root* with what the variables of *environ* say of its providers."""
    for path in list(_blocks(root)):
        key, name = _VARIABLES.get(_text(root, (*path, "provider")), ("", ""))
        value = environ.get(name, "").strip()
        if value and not _text(root, (*path, key)):
            root = _put(root, (*path, key), _node(value, name))
    return _with_embedder(root, environ)


def _blocks(root: Node) -> Iterator[Path]:
    """Yield where providers are named."""
    yield ("rag",)
    endpoints = at(root, ("endpoints",))
    items = endpoints.value if endpoints is not None else None
    for number, item in enumerate(items if isinstance(items, list) else []):
        yield ("endpoints", number, "response", "rag_config")
        several = at(item, ("responses",))
        count = len(several.value) if several and isinstance(several.value, list) else 0
        for each in range(count):
            yield ("endpoints", number, "responses", each, "rag_config")


def _with_embedder(root: Node, environ: Mapping[str, str]) -> Node:
    """Return *root* with the embedder of recall as `rag` has it, where it has one."""
    provider = at(root, ("rag", "embedding_provider"))
    name = _text(root, ("rag", "embedding_provider")).replace("_", "-")
    if provider is None or at(root, ("recall", "embedder")) is not None:
        return root
    if name not in ("openai", "openai-compatible", "ollama"):
        return root
    embedder = "ollama" if name == "ollama" else "openai"
    found: dict[str, Node | None] = {
        "embedder": replace(provider, value=embedder, text=embedder),
        "model": at(root, ("rag", "embedding_model")),
    }
    if name == _text(root, ("rag", "provider")).replace("_", "-"):
        # A key is told to nobody but whom it is from.
        found["api_key"] = at(root, ("rag", "api_key"))
        found["base_url"] = at(root, ("rag", "api_endpoint"))
    elif name == "openai" and environ.get("OPENAI_API_KEY"):
        found["api_key"] = _node(environ["OPENAI_API_KEY"], "OPENAI_API_KEY")
    for key, node in found.items():
        path = ("recall", key)
        if node is not None and node.value not in (None, "") and at(root, path) is None:
            root = _put(root, path, node)
    return root


def _text(root: Node, path: Path) -> str:
    node = at(root, path)
    return node.value if node is not None and isinstance(node.value, str) else ""


def _node(value: str, name: str) -> Node:
    place = Place(name, kind="environment")
    return Node(
        value, place, key_place=place, text=value, is_plain=False, is_expanded=True
    )


def _put(root: Node, path: Path, node: Node) -> Node:
    """Return *root* with *node* at *path*; mappings that are missing are made."""
    if not path:
        return node
    name, *rest = path
    below = at(root, (name,))
    if below is None or below.value is None:
        below = Node({}, node.place, key_place=node.key_place)
    put = _put(below, tuple(rest), node)
    value: Any = root.value
    if isinstance(value, list) and isinstance(name, int):
        return replace(root, value=[*value[:name], put, *value[name + 1 :]])
    if isinstance(value, dict):
        return replace(root, value={**value, str(name): put})
    return root
