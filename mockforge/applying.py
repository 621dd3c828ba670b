"""Applying: what a replay takes over from what was learned, opened as settings say."""

from __future__ import annotations

import logging
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
    from mockforge.clock import Clock
    from mockforge.engine.drifting import Drifts
    from mockforge.learning.patterns.patterns import Patterns
    from mockforge.recordings.files import Recording
    from mockforge.sources.failing import Failing
    from mockforge.stages.drift.options import DriftRuleOptions
    from mockforge.store.kept import Kept
    from mockforge.stubs.moving import Learned, Number

log = logging.getLogger(__name__)


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


async def drifts_in(
    config: Config,
    recordings: Sequence[Recording],
    *,
    kept: Kept | None = None,
    clock: Clock | None = None,
) -> Drifts | None:
    """Return what has answers move on; None if no endpoint of the settings does.

    Args:
        config: The settings.
        recordings: What rules are learned from, where that is asked for.
        kept: Where states are kept; in memory alone if None.
        clock: The system's if None.

    Raises:
        ConfigError: If a rule cannot be read.
        RecordingError: If a recording cannot be read.
    """
    from mockforge.engine.drifting import Drifts
    from mockforge.stubs.moving import movings_of

    learned = await _learned_rules(config, recordings)
    movings = movings_of(config.endpoints, learned)
    if movings is None:
        return None
    for warning in movings.warnings:
        log.warning("%s", warning)
    for stub, _ in movings.others if not recordings else ():
        why = "no recording is replayed that would answer there"
        log.warning("%s: drift of %s moves nothing: %s", stub.place, stub.name, why)
    return Drifts(movings, clock=clock, seed=config.seed, kept=kept)


async def _learned_rules(config: Config, recordings: Sequence[Recording]) -> Learned:
    """Return the rules of drift that *recordings* teach, where they are wanted."""
    from mockforge.recordings.rereads import reads_of
    from mockforge.stages.drift.learned import derived, repeated
    from mockforge.stubs.moving import drifting, matching

    wanted = [
        (number, options, given.drift)
        for number, options, given in drifting(config.endpoints)
        if given.drift is not None and given.drift.learned
    ]
    if not wanted:
        return {}
    points = [matching(number[0], options) for number, options, _ in wanted]
    found = await reads_of(recordings, points)
    least = config.drift_learning.min_samples
    rules: dict[Number, Sequence[DriftRuleOptions]] = {}
    for (number, options, drift), reads in zip(wanted, found, strict=True):
        interval = None if drift.request_based else drift.interval
        rules[number] = derived(reads, least=least, interval=interval)
        told = ", ".join(f"{each.field} {each.strategy}" for each in rules[number])
        log.info(
            "drift of %s, learned from %d repeated reads: %s",
            *(options.path, repeated(reads), told or "nothing moved often enough"),
        )
    return rules


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
