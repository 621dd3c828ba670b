"""Who learns: the switches by endpoint and by persona."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from mockforge.endpoint import Endpoint


class Pattern:
    """What endpoints are named by: `/api/users/*`, `GET /orders/{id}`, `/api/**`.

    It is held against the template of an endpoint, segment by segment: `*`, `:id` and
    `{id}` stand for one, whatever its name, `**` for any number. A `*` at the end
    stands for everything below. A whole key stands for that endpoint alone.
    """

    def __init__(self, text: str) -> None:
        """Read *text*.

        Raises:
            ValueError: If it is no pattern.
        """
        self.text = text
        # The key of an endpoint may end with what tells it from others at its URL.
        parsed = Endpoint.parse(text.partition(" [")[0])
        template = parsed.template
        if template.endswith("/*"):
            template += "/**"
        self._endpoint = Endpoint(parsed.method, template)

    def matches(self, key: str) -> bool:
        """Tell whether the endpoint of *key* is meant."""
        if key == self.text:
            return True
        if self.text.endswith("]"):
            return False
        method, _, template = key.partition(" [")[0].rpartition(" ")
        endpoint = self._endpoint
        return endpoint.match(method or endpoint.method or "*", template) is not None

    @property
    def special(self) -> tuple[int, bool, bool]:
        """How special it is: of two that match, the greater decides."""
        endpoint = self._endpoint
        segments = endpoint.template.split("/")[1:]
        words = sum(not set(segment) & set("*{:") for segment in segments)
        return words, endpoint.method is not None, "**" not in segments


class Selection:
    """Which endpoints learn, and which personas.

    What is not named learns, unless something else is named to.
    """

    def __init__(
        self, endpoints: Mapping[str, bool], personas: Mapping[str, bool] | None
    ) -> None:
        """Take the switches.

        Args:
            endpoints: Whether those of a pattern learn.
            personas: Whether one learns; None if none does.

        Raises:
            ValueError: If a pattern is none.
        """
        self._endpoints = [(Pattern(text), on) for text, on in endpoints.items()]
        self._endpoints.sort(key=lambda pair: pair[0].special, reverse=True)
        self._rest = not any(endpoints.values())
        self._personas = personas
        self._known: dict[str, bool] = {}

    def learns(self, endpoint: str) -> bool:
        """Tell whether the endpoint of this key learns."""
        known = self._known.get(endpoint)
        if known is None:
            known = self._known[endpoint] = self._decided(endpoint)
        return known

    def persona_learns(self, persona: str) -> bool:
        """Tell whether *persona* has patterns of its own."""
        if self._personas is None:
            return False
        return self._personas.get(persona, not any(self._personas.values()))

    def _decided(self, endpoint: str) -> bool:
        for pattern, on in self._endpoints:
            if pattern.matches(endpoint):
                return on
        return self._rest


@lru_cache(maxsize=1024)
def pattern_of(text: str) -> Pattern:
    """Return the pattern that *text* is, once for each text.

    Raises:
        ValueError: If it is none.
    """
    return Pattern(text)


def among(texts: Iterable[str], key: str) -> bool:
    """Tell whether the endpoint of *key* is meant by one of *texts*."""
    return any(pattern_of(text).matches(key) for text in texts)
