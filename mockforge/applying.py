"""Applying: what a replay takes over from what was learned, opened as settings say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mockforge.config import Config
from mockforge.engine import Faults, Mirror, Mirroring, OnMiss
from mockforge.http import Request
from mockforge.recordings.redact import NoRedaction, Redactor
from mockforge.sources.recorded import Recorded
from mockforge.stages.faults import Errors
from mockforge.stages.pacing import Latency

if TYPE_CHECKING:
    from mockforge.learning.patterns.patterns import Patterns
    from mockforge.recordings.files import Recording
    from mockforge.sources.failing import Failing


async def mirroring_in(config: Config, recorded: Recorded) -> Mirroring | None:
    """Return what applies learned patterns; None if no setting asks for any."""
    drift = config.drift_learning
    is_errors = config.errors is Errors.LEARNED
    is_other = config.pace.latency is Latency.LEARNED or drift.traffic_mirroring
    if not is_errors and not is_other:
        return None
    mirroring = Mirroring({}, config.pace, enabled=drift.enabled, repeats=not is_other)
    await renew(mirroring, config, recorded)
    return mirroring


async def renew(mirroring: Mirroring, config: Config, recorded: Recorded) -> None:
    """Have *mirroring* apply what is learned of *recorded* now.

    Raises:
        RecordingError: If a recording cannot be read.
    """
    from mockforge.sources.mirrored import mirror

    known: dict[str, Patterns] = {}
    for shelf in recorded.shelves:
        known[shelf.name] = patterns = await learned_patterns(shelf.recording, config)
        if shelf.name in mirroring.mirrors:
            # Where its sessions are does not change.
            mirroring.mirrors[shelf.name].patterns = patterns
        else:
            who = _who(patterns, shelf.recording.redactor)
            mirroring.mirrors[shelf.name] = Mirror(
                patterns, patterns.endpoints, patterns.law, config.seed, who
            )
        for pool in shelf.pools():
            pool.course = None
    await mirror(recorded, config, known, lambda: mirroring.enabled)


def _who(
    patterns: Patterns, redactor: Redactor | NoRedaction
) -> Callable[[Request], str | None] | None:
    """Return what tells who asks, as it was told of what was recorded."""
    from mockforge.learning.patterns.personas import Personas

    options = patterns.options
    if not options.persona_adaptation or not options.persona_from:
        return None
    personas = Personas(options.persona_from)

    def who(asked: Request) -> str | None:
        shown = redactor.request(asked, keep_standins=True)
        return personas.of(shown.target, lambda: shown.headers)

    return who


async def failing_in(config: Config, recordings: Sequence[Recording]) -> list[Failing]:
    """Return what failed in each of *recordings*; nothing if it is as recorded."""
    if config.errors is Errors.RECORDED:
        return []
    from mockforge.sources.failing import failing_of

    alone = config.replay.on_miss is not OnMiss.INVENT
    given = config.learning, config.drift_learning
    is_drawn = config.errors is Errors.LEARNED
    return [
        await failing_of(
            *(each, *given),
            keeps_alone=alone,
            sequenced=await _sequenced(config, each),
            drawn=await learned_patterns(each, config) if is_drawn else None,
        )
        for each in recordings
    ]


async def _sequenced(config: Config, recording: Recording) -> list[tuple[str, str]]:
    """Return which failures of which endpoints come in the sequences of *recording*."""
    if not config.drift_learning.traffic_mirroring:
        return []
    patterns = await learned_patterns(recording, config)
    sequences, law = patterns.sequences, patterns.law
    return [
        (endpoint, str(status))
        for endpoint in sequences.courses()
        for status in sequences.course(endpoint).failing
        if sequences.course(endpoint).opens(status, law)
    ]


def faults_in(
    config: Config,
    recorded: Recorded,
    failing: Sequence[Failing],
    mirroring: Mirroring | None,
) -> Faults | None:
    """Return what draws failures; None if they are given as recorded, or never.

    Args:
        config: The settings.
        recorded: The recordings.
        failing: What failed in each of them.
        mirroring: What was learned of them.
    """
    if config.errors is not Errors.LEARNED or mirroring is None:
        return None
    on_miss = config.replay.on_miss
    return Faults(recorded, failing, mirroring, seed=config.seed, on_miss=on_miss)


async def learned_patterns(recording: Recording, config: Config) -> Patterns:
    """Return the patterns of *recording*, also if none are to be applied now.

    Raises:
        RecordingError: If it cannot be read.
    """
    from mockforge.recordings.patterns import patterns_of

    drift = config.drift_learning.model_copy(update={"enabled": True})
    return await patterns_of(
        recording, config.model_copy(update={"drift_learning": drift})
    )
