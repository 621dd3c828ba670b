"""What a replay has learned: to be shown, switched and forgotten while it runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from mockforge.applying import learned_patterns, renew
from mockforge.options import Json
from mockforge.recordings.files import TextRecording
from mockforge.server.patterns import Known

if TYPE_CHECKING:
    from mockforge.config import Config
    from mockforge.engine import Engine
    from mockforge.learning.patterns.telling import Filter

Tell = Callable[[Mapping[str, Json]], Awaitable[None]]
"""Tells other processes what was done."""


async def _nobody(message: Mapping[str, Json]) -> None:
    """Tell *message* to nobody."""


class Replayed:
    """What was learned of the recordings of a replay."""

    def __init__(
        self,
        engine: Engine,
        config: Config,
        *,
        tell: Tell = _nobody,
    ) -> None:
        """Speak of the recordings of *engine*.

        Args:
            engine: That answers.
            config: Its settings.
            tell: Has every other process on the port `hear` of it.
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
        learned = self._config.pace.latency, self._config.errors
        latency, errors = (
            each.value if each != "learned" or mirrors else "recorded"
            for each in learned
        )
        sequences = mirrors and self.options.mirrors_behavior
        return {"latency": latency, "errors": errors, "sequences": sequences}

    @property
    def is_enabled(self) -> bool:
        """Whether anything learned is applied."""
        return self._enabled

    def now(self) -> float:
        """Return seconds since the epoch."""
        return self._engine.clock.now()

    async def switch(self, on: bool) -> None:
        """Apply what was learned, or answer as recorded, from the next request on."""
        self._switch(on)
        await self._tell({"do": "enable" if on else "disable"})

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
            RecordingError: If that cannot be kept in one that is a database.
        """
        await self._forget(chosen, is_first=True)
        await self._tell({"do": "reset", **chosen._asdict()})

    async def hear(self, message: Mapping[str, Json]) -> None:
        """Do what another process that answers on the same port was asked to do.

        Args:
            message: What that one told.
        """
        from mockforge.learning.patterns.telling import FILTERS, Filter

        if message["do"] == "reset":
            chosen = Filter(**{name: message[name] for name in FILTERS})
            await self._forget(chosen, is_first=False)
        else:
            self._switch(message["do"] == "enable")

    def _switch(self, on: bool) -> None:
        self._enabled = on
        if self._engine.mirroring is not None:
            self._engine.mirroring.enabled = on

    async def _forget(self, chosen: Filter, *, is_first: bool) -> None:
        from mockforge.recordings.patterns import outdate, reset_patterns

        recorded, mirroring = self._engine.recorded, self._engine.mirroring
        assert recorded is not None
        for shelf in recorded.shelves:
            # A database remembers for every process; of a text each has its own.
            if is_first or isinstance(shelf.recording, TextRecording):
                given = chosen._asdict()
                await reset_patterns(shelf.recording, self._config, **given)
            else:
                outdate(shelf.recording)
        if mirroring is not None:
            await renew(mirroring, self._config, recorded)
