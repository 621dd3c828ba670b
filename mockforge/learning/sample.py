"""Samples: exchanges read once, as learning looks at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mockforge.bodies.messages import asked_of, told_of
from mockforge.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Sample:
    """An exchange with its endpoint, as documents."""

    exchange: Exchange
    endpoint: str
    """The key of its endpoint; empty where it has none."""
    params: Mapping[str, str]
    """The parameters of the path, decoded, by name."""
    asked: dict[str, Any]
    """As `bodies.messages.asked_of` returns it."""
    told: dict[str, Any] | None
    """As `bodies.messages.told_of` returns it; None if no answer came."""

    @classmethod
    def of(cls, exchange: Exchange, endpoint: str, params: Mapping[str, str]) -> Sample:
        """Read *exchange*, whose endpoint is known."""
        told = None if exchange.response is None else told_of(exchange.response)
        return cls(exchange, endpoint, params, asked_of(exchange.request), told)

    @property
    def session(self) -> str:
        """Whose request it was."""
        return self.exchange.session

    @property
    def started(self) -> float:
        """Seconds since the epoch."""
        return self.exchange.started

    @property
    def status(self) -> int | None:
        """What was answered; None if no answer came."""
        return None if self.told is None else int(self.told["status"])
