"""One run of a simulation: what is opened, and what is said meanwhile."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from mockforge.cli import output
from mockforge.cli.aiming import target_of, until_left
from mockforge.cli.carrying import counted
from mockforge.cli.live import Progress, progress_bar
from mockforge.config import Config
from mockforge.config.expand import expand
from mockforge.config.values import Node, Place
from mockforge.errors import ConfigError, NothingVerified
from mockforge.http import Headers
from mockforge.learning.sequences.states import states_of
from mockforge.recordings.files import Recording, open_recording
from mockforge.recordings.learning import learned_of
from mockforge.recordings.matchers import Matcher
from mockforge.recordings.patterns import patterns_of
from mockforge.server.run import until_told
from mockforge.simulation.chain import LearnedChain
from mockforge.simulation.outcome import Outcome, Setting
from mockforge.simulation.run import Manner, Simulation
from mockforge.simulation.stories import UNTIMED, Stories, read_stories
from mockforge.sources.remedies import place

_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:\s*([^\r\n\0]*)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for."""

    config: Config
    recording: str
    url: str
    manner: Manner
    is_mine: bool = False
    insecure: bool = False


def fields(given: Sequence[str]) -> Headers:
    """Return the header fields of *given*, with variables of the environment.

    Raises:
        ConfigError: If one is no field, or names a variable that is not there.
    """
    found = []
    for text in given:
        match = _FIELD.fullmatch(text.strip())
        if match is None:
            # What it was may be a secret.
            raise ConfigError(
                "that is no header field",
                where="--header",
                next_step="write 'Authorization: Bearer ${TOKEN}'",
            )
        name, value = match.groups()
        node, problems = expand(
            Node(value, Place("--header"), is_plain=False), os.environ
        )
        if problems:
            raise ConfigError(problems[0].what, where=f"--header {name}")
        try:
            found.append((name.encode("ascii"), str(node.value).encode("latin-1")))
        except UnicodeEncodeError:
            raise ConfigError(
                "a header field holds letters beyond latin-1", where=f"--header {name}"
            ) from None
    return tuple(found)


async def run(asked: Asked) -> Outcome:
    """Simulate until it is over, or a signal ends it.

    Raises:
        ConfigError: If the server is not one that may be sent to.
        NothingVerified: If there is nothing to send.
        RecordingError: If the recording cannot be read.
        UpstreamError: If the server cannot be reached.
    """
    async with AsyncExitStack() as stack:
        told = await stack.enter_async_context(until_told())
        stack.enter_context(until_left(told))
        recording = await open_recording(
            asked.recording,
            matcher=Matcher(asked.config.matching),
            redact=asked.config.redact,
        )
        stack.push_async_callback(recording.close)
        for note in recording.notes:
            output.say(f"note: {note}")
        target = await target_of(
            asked.config, asked.url, is_mine=asked.is_mine, insecure=asked.insecure
        )
        learned = await learned_of(recording, asked.config.learning)
        patterns = await patterns_of(recording, asked.config)
        stories = await read_stories(recording, learned, states_of(learned))
        _check(stories, recording)
        chain = LearnedChain(patterns.sequences, patterns.law, stories)
        simulation = Simulation(stories, chain, target, asked.manner)
        setting = Setting(
            place(recording.location),
            str(target.origin),
            chain.share,
            patterns.law.min_samples,
            recording.redactor.text,
        )
        _introduce(asked.manner, stories, setting)
        await _simulate(simulation, told)
        return Outcome(setting, simulation)


def _check(stories: Stories, recording: Recording) -> None:
    if stories.takes:
        return
    why = _reasons(stories)
    raise NothingVerified(
        f"nobody can be simulated: {place(recording.location)} holds no request that"
        " can be sent",
        nearest=f"left out: {why}" if why else None,
        next_step=f"mockforge recordings show {recording.location}",
    )


def _reasons(stories: Stories) -> str:
    told = stories.left_out.most_common()
    return ", ".join(f"{count:,} of {why}" for why, count in told)


def _introduce(manner: Manner, stories: Stories, setting: Setting) -> None:
    until = "one session each"
    if manner.duration:
        until = f"for {manner.duration:g} s"
    output.say(
        f"{counted(manner.users, 'user')} of {setting.recording} on {setting.url},"
        f" {until}, at {manner.speed:g} times the recorded speed"
    )
    output.say(
        f"{counted(len(stories.stories), 'session')} of"
        f" {counted(len(stories.takes), 'request')};"
        f" {setting.order}"
    )
    if not stories.is_timed:
        output.say(
            "the recording does not tell when things happened: users wait"
            f" {UNTIMED:g} s between two requests, divided by --speed"
        )
    if stories.left_out:
        output.say(f"left out: {_reasons(stories)}")


async def _simulate(simulation: Simulation, told: asyncio.Event) -> None:
    if not output.is_live():
        await simulation.run(told)
        return
    async with progress_bar(lambda: _progress(simulation)):
        await simulation.run(told)


def _progress(simulation: Simulation) -> Progress:
    tally, manner = simulation.tally, simulation.manner
    elapsed = simulation.elapsed
    done = tally.sessions / manner.users
    if manner.duration:
        done = elapsed / manner.duration
    rate = tally.requests / elapsed if elapsed else 0.0
    return Progress(
        min(done, 1.0),
        f"{elapsed:.0f} s  {tally.requests:,} requests  {rate:,.1f}/s"
        f"  {tally.sessions:,} sessions  not as recorded {tally.differing:,}",
    )
