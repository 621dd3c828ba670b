"""What a proxy learns while it records: to be shown, switched and forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockforge.options import Json
from mockforge.server.patterns import Known

if TYPE_CHECKING:
    from mockforge.clock import Clock
    from mockforge.learning.patterns.options import DriftLearningOptions
    from mockforge.learning.patterns.telling import Filter, Told
    from mockforge.recordings.online import Online


class Proxied:
    """What is learned of the recording that a proxy makes."""

    def __init__(
        self,
        online: Online,
        options: DriftLearningOptions,
        *,
        name: str,
        clock: Clock,
        told: Told,
    ) -> None:
        """Speak of what *online* learns.

        Args:
            online: Runs as long as this.
            options: How it learns.
            name: Of the recording.
            clock: Where time comes from.
            told: Replaces secrets in a text.
        """
        self._online = online
        self._name = name
        self._clock = clock
        self._told = told
        self.options = options

    @property
    def applied(self) -> dict[str, Json]:
        """Nothing: whatever a proxy answers comes from the upstream."""
        return {}

    @property
    def is_enabled(self) -> bool:
        """Whether anything is learned."""
        return self._online.is_enabled

    def now(self) -> float:
        """Return seconds since the epoch."""
        return self._clock.now()

    async def switch(self, on: bool) -> None:
        """Learn, or do not; what is recorded meanwhile is learned when it is on."""
        self._online.is_enabled = on

    async def known(self) -> list[Known]:
        """Return what is learned of all that is recorded by now.

        Raises:
            RecordingError: If that cannot be read.
        """
        return [Known(self._name, await self._online.patterns(), self._told)]

    async def reset(self, chosen: Filter) -> None:
        """Forget what is *chosen*, now and whenever the recording is learned.

        Raises:
            RecordingError: If that cannot be kept.
        """
        await self._online.reset(**chosen._asdict())
