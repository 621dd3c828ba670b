"""Effects: whether an endpoint only reads, makes or changes something, or ends it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import Literal

Effect = Literal["read", "write", "end"]

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

# What operations are called in English, whoever calls them so; the rest is learned.
_READS = (
    *("get", "list", "describe", "read", "search", "query", "find", "fetch", "show"),
    *("head", "lookup", "scan", "check", "count", "status", "view", "batchget"),
    *("validate", "verify", "test", "ping", "whoami", "info"),
)
_ENDS = (
    *("delete", "remove", "destroy", "revoke", "drop", "purge", "terminate", "unset"),
    *("unpublish", "deregister", "detach", "clear", "erase", "discard", "del"),
    *("logout", "logoff", "signout", "signoff"),
)
_GRAPHQL = re.compile(r"\b(query|mutation)\b")


def named_effect(endpoint: str) -> Effect | None:
    """Return the effect of *endpoint* as its method or its name tells it.

    Args:
        endpoint: Its key: method, template, and what tells operations apart.
    """
    method, _, rest = endpoint.partition(" ")
    template, _, chosen = rest.partition(" [")
    if not chosen and method in ("GET", "HEAD", "OPTIONS"):
        return "read"
    if not chosen and method == "DELETE":
        return "end"
    if "mutation" not in chosen and "query" in _GRAPHQL.findall(chosen):
        return "read"
    name = chosen.rpartition("=")[2].rpartition(".")[2].rstrip("]") if chosen else ""
    said = _effect_of_words(name or _last_literal(template))
    if said is not None or chosen or method == "POST":
        return said
    return "write"


def _last_literal(template: str) -> str:
    literal = [each for each in template.split("/") if each and "{" not in each]
    return literal[-1] if literal else ""


def _effect_of_words(name: str) -> Effect | None:
    parts = [word.lower() for word in _WORD.findall(name)]
    if not parts:
        return None
    # The verb is the first word of a name, or all of it.
    if parts[0].startswith(_ENDS[:2]) or {parts[0], "".join(parts[:2])} & {*_ENDS}:
        return "end"
    if parts[0] in _READS:
        return "read"
    return None


class Effects:
    """The effects of endpoints: named, else learned."""

    def __init__(
        self,
        writing: Mapping[str, Set[str]] | None = None,
        seen: Mapping[str, Set[str]] | None = None,
    ) -> None:
        """Know which endpoints were seen, and which of them bring something new.

        Args:
            writing: The outcomes, by endpoint, after which other answers told what
                the request had said first.
            seen: All good outcomes of endpoints with more than one exchange.
        """
        self._writing = writing or {}
        self._seen = seen or {}
        self._known: dict[str, Effect] = {}

    def changes(self, endpoint: str, outcome: str) -> bool:
        """Whether something is other than before after *outcome*.

        An outcome that never showed an effect has none, if another one showed it.
        """
        if self.of(endpoint) != "write":
            return False
        brought = self._writing.get(endpoint, frozenset())
        if not brought or outcome in brought:
            return True
        return outcome not in self._seen.get(endpoint, frozenset())

    def of(self, endpoint: str) -> Effect:
        """Return the effect of *endpoint*."""
        known = self._known.get(endpoint)
        if known is None:
            known = self._known[endpoint] = self._decided(endpoint)
        return known

    def _decided(self, endpoint: str) -> Effect:
        named = named_effect(endpoint)
        if named is not None:
            return named
        if endpoint in self._seen and endpoint not in self._writing:
            return "read"
        return "write"
