"""The patterns of a recording: kept where they can be, else learned when needed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

from mockforge.learning.learned import Learned
from mockforge.learning.options import LearningOptions
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.patterns import Patterns, Reset
from mockforge.recordings.files import Recording


class Settings(Protocol):
    """The settings that patterns are learned by; `Config` has them."""

    @property
    def drift_learning(self) -> DriftLearningOptions:
        """How patterns are learned."""

    @property
    def learning(self) -> LearningOptions:
        """What is known of the API before."""


async def patterns_of(recording: Recording, config: Settings) -> Patterns:
    """Return the patterns of *recording*, settled: to be read, not to be changed.

    Their subjects' keys are those of `Patterns.endpoints`: a request is located by it.
    If learning is switched off they are empty.

    Raises:
        RecordingError: If it cannot be read.
        ConfigError: If the OpenAPI document that is known before cannot be.
    """
    raise NotImplementedError


async def patterns_to_keep(
    recording: Recording, config: Settings, *, again: bool = False
) -> tuple[Patterns, bool]:
    """Return the patterns of *recording*, settled, and whether they are kept in it.

    Args:
        recording: Where the exchanges are; only a database keeps them.
        config: The settings.
        again: Learn, even if what was kept is of the recording as it is.

    Raises:
        RecordingError: If it cannot be read, or the database not be written.
    """
    raise NotImplementedError


async def reset_patterns(
    recording: Recording,
    config: Settings,
    *,
    endpoint: str | None = None,
    kind: str | None = None,
    persona: str | None = None,
) -> Reset:
    """Forget the patterns of *recording* that fit, also for whoever learns again.

    Raises:
        RecordingError: If it is none that keeps them, or cannot be written.
        ValueError: If *kind* is none, or *endpoint* no pattern.
    """
    raise NotImplementedError


def observations_of(
    recording: Recording,
    learned: Learned,
    options: DriftLearningOptions,
    *,
    after: int = 0,
) -> AsyncIterator[list[Observation]]:
    """Yield what *recording* holds as observations, in order of number, in batches.

    Args:
        recording: Where the exchanges are.
        learned: What is known of the API.
        options: Says who the personas are.
        after: The exchange to begin behind.

    Raises:
        RecordingError: If it cannot be read.
    """
    raise NotImplementedError
