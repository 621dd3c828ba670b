"""Keys kept out of what a provider says: it may quote them back."""

from __future__ import annotations

from collections.abc import Iterable

from mockforge.options import Json

MASK = "***"

SHORTEST = 8
"""Characters of a key, and of a piece of one, that are looked for."""


class Hidden:
    """Texts that are not to be seen, not even a piece of one."""

    def __init__(self, secrets: Iterable[str | None]) -> None:
        self._pieces: set[str] = set()
        for secret in secrets:
            if secret and len(secret) >= SHORTEST:
                starts = range(len(secret) - SHORTEST + 1)
                self._pieces |= {secret[at : at + SHORTEST] for at in starts}

    def text(self, text: str) -> str:
        """Return *text* with a mask for every piece of a secret."""
        if not self._pieces or not any(piece in text for piece in self._pieces):
            return text
        made: list[str] = []
        at = 0
        while at < len(text):
            end = at
            while text[end : end + SHORTEST] in self._pieces:
                end += 1
            if end == at:
                made.append(text[at])
                at += 1
            else:
                made.append(MASK)
                at = end + SHORTEST - 1
        return "".join(made)

    def value(self, value: Json) -> Json:
        """Return *value* with all texts in it masked, names too."""
        if not self._pieces:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {self.text(name): self.value(item) for name, item in value.items()}
        return value
