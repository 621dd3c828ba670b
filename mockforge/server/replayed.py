"""What a replay has learned: to be shown, switched and forgotten while it runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from mockforge.app import learned_patterns
from mockforge.options import Json
from mockforge.server.patterns import Known

if TYPE_CHECKING:
    from mockforge.config import Config
    from mockforge.engine import Engine
    from mockforge.learning.patterns.telling import Filter


class Replayed:
    """What was learned of the recordings of a replay."""

    def __init__(
        self,
        engine: Engine,
        config: Config,
        *,
        tell: Callable[[str], Awaitable[None]] | None = None,
    ) -> None:
        """Speak of the recordings of *engine*.

        Args:
            engine: That answers.
            config: Its settings.
            tell: Has every process that answers on the port `hear` the same.
        """
        self._engine = engine
        self._config = config
        self._tell = tell
        self._enabled = config.drift_learning.enabled
        self.options = config.drift_learning

    @property
    def applied(self) -> dict[str, Json]:
        """What answers take over now."""
        mirrors = self._engine.mirroring is not None and self.is_enabled
        return {
            "latency": self._config.pace.latency.value if self.is_enabled else "none",
            "sequences": mirrors and self.options.mirrors_behavior,
        }

    @property
    def is_enabled(self) -> bool:
        """Whether anything learned is applied."""
        return self._enabled

    def now(self) -> float:
        """Return seconds since the epoch."""
        return self._engine.clock.now()

    async def switch(self, on: bool) -> None:
        """Apply what was learned, or answer as recorded, from the next request on."""
        word = "enable" if on else "disable"
        await self.hear(word)
        if self._tell is not None:
            await self._tell(word)

    async def known(self) -> list[Known]:
        """Return what was learned of each recording.

        Raises:
            RecordingError: If one cannot be read.
        """
        assert self._engine.recorded is not None
        found = []
        for shelf in self._engine.recorded.shelves:
            patterns = await learned_patterns(shelf.recording, self._config)
            told = shelf.recording.redactor.text
            found.append(Known(shelf.name, patterns, told))
        return found

    async def reset(self, chosen: Filter) -> None:
        """Forget what is *chosen*, here and whenever these recordings are learned.

        Raises:
            RecordingError: If one is a file that cannot keep that.
        """
        from mockforge.recordings.patterns import reset_patterns

        assert self._engine.recorded is not None
        for shelf in self._engine.recorded.shelves:
            await reset_patterns(shelf.recording, self._config, **chosen._asdict())
        await self.hear("reset")
        if self._tell is not None:
            await self._tell("reset")

    async def hear(self, word: str) -> None:
        """Do what this process, or another on the same port, was asked for.

        Args:
            word: `enable`, `disable` or `reset`.
        """
        mirroring, recorded = self._engine.mirroring, self._engine.recorded
        if word != "reset":
            self._enabled = word == "enable"
            if mirroring is not None:
                mirroring.enabled = self._enabled
        elif mirroring is not None and recorded is not None:
            for shelf in recorded.shelves:
                patterns = await learned_patterns(shelf.recording, self._config)
                mirroring.mirrors[shelf.name].patterns = patterns
