"""One run of a benchmark: what is opened and started, and what is said meanwhile."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from mockforge.chance import rng
from mockforge.cli import options, output
from mockforge.cli.aiming import target_of, until_left
from mockforge.cli.carrying import counted
from mockforge.cli.live import status_line
from mockforge.config import Config
from mockforge.errors import MockforgeError, NothingVerified
from mockforge.exchange import Exchange
from mockforge.load.drive import Drive, Manner
from mockforge.load.outcome import Outcome, Setting
from mockforge.load.prepared import Load, Prepared, prepare
from mockforge.recordings.files import Recording, open_recording
from mockforge.recordings.matchers import Matcher
from mockforge.server.run import until_told
from mockforge.sources.remedies import place

STARTING = 120.0
"""Seconds in which a replay must be ready."""
STOPPING = 5.0
_LOOK = 0.02
_READY = "ready.json"
_SAID = "said"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for."""

    config: Config
    recording: str
    manner: Manner
    chosen: Callable[[Exchange], bool]
    url: str | None = None
    """The server to measure; None for a replay of our own."""
    shuffle: bool = False
    is_mine: bool = False
    insecure: bool = False


async def run(asked: Asked) -> Outcome:
    """Measure until the time or number is up, or a signal ends it.

    Raises:
        ConfigError: If the server is not one that may be measured.
        NothingVerified: If there is nothing to send.
        RecordingError: If the recording cannot be read.
        UpstreamError: If the server cannot be reached.
    """
    async with AsyncExitStack() as stack:
        told = await stack.enter_async_context(until_told())
        stack.enter_context(until_left(told))
        matcher = Matcher(asked.config.matching)
        recording = await open_recording(
            asked.recording, matcher=matcher, redact=asked.config.redact
        )
        stack.push_async_callback(recording.close)
        url = asked.url
        if url is None:
            url = await stack.enter_async_context(_replaying(asked.recording))
            output.say(f"replaying {place(recording.location)} on {url} for this")
        target = await target_of(
            asked.config, url, is_mine=asked.is_mine, insecure=asked.insecure
        )
        load = await prepare(
            recording, target.origin, chosen=asked.chosen, verify=asked.manner.verify
        )
        _check(load, recording)
        seed = asked.config.seed if asked.shuffle else None
        drive = Drive(_ordered(load, seed), target, asked.manner)
        setting = Setting(
            place(recording.location),
            str(target.origin),
            own_replay=asked.url is None,
            seed=seed,
            load=_load(),
        )
        _introduce(asked, load, setting)
        await _drive(drive, told)
        return Outcome(setting, asked.manner, load, drive, was_stopped=told.is_set())


def _check(load: Load, recording: Recording) -> None:
    if load.requests:
        return
    why = _reasons(load.left_out)
    raise NothingVerified(
        f"nothing can be sent: {place(recording.location)} holds no such request",
        nearest=f"left out: {why}" if why else None,
        next_step=f"mockforge recordings show {recording.location}",
    )


def _ordered(load: Load, seed: int | None) -> Sequence[Prepared]:
    if seed is None:
        return load.requests
    order = list(load.requests)
    rng(seed, "bench").shuffle(order)
    return order


def _introduce(asked: Asked, load: Load, setting: Setting) -> None:
    manner, pacing = asked.manner, asked.manner.pacing
    rate = "as fast as answers come"
    if pacing.rate is not None:
        rate = f"at {pacing.rate:,.6g}/s"
    until = f"for {pacing.duration:g} s"
    if pacing.requests is not None:
        until = f"{pacing.requests:,} of them, {until} at most"
    lines = counted(manner.connections, "connection")
    order = "as recorded" if setting.seed is None else f"shuffled, seed {setting.seed}"
    output.say(
        f"sending {counted(len(load.requests), 'request')} of {setting.recording} to"
        f" {setting.url}: {rate}, {until}, over {lines}, {order}"
    )
    if load.left_out:
        output.say(f"left out: {_reasons(load.left_out)}")


def _reasons(left_out: Counter[str]) -> str:
    return ", ".join(f"{count:,} of {why}" for why, count in left_out.most_common())


async def _drive(drive: Drive, told: asyncio.Event) -> None:
    # What was prepared stays: the collector need not look at it while it is sent.
    gc.collect()
    gc.freeze()
    try:
        if not output.is_live():
            await drive.run(told)
            return
        async with status_line(lambda: _progress(drive)):
            await drive.run(told)
    finally:
        gc.unfreeze()


def _progress(drive: Drive) -> str:
    if not drive.began:
        return "connecting"
    tally = drive.tally
    if not tally.answered and not tally.failed:
        return "warming up"
    rate = tally.answered / drive.seconds if drive.seconds else 0.0
    return (
        f"{drive.seconds:.0f} s  {tally.answered:,} answered  {rate:,.0f}/s"
        f"  failed {tally.failed:,}  not as recorded {tally.differing:,}"
    )


def _load() -> float | None:
    with suppress(OSError, AttributeError):
        return round(os.getloadavg()[0], 2)
    return None


@asynccontextmanager
async def _replaying(recording: str) -> AsyncIterator[str]:
    """Replay *recording* in another process; yield its address."""
    settings = options.path(click.get_current_context())
    words = ["replay", recording, "--host", "127.0.0.1", "--port", "0", "--quiet"]
    words += ["--config", settings] if settings is not None else []
    with tempfile.TemporaryDirectory(prefix="mockforge-bench-") as folder:
        place = Path(folder)
        process = _started([*words, "--ready-file", str(place / _READY)], place)
        try:
            yield await _address(process, place)
        finally:
            await asyncio.to_thread(_stop, process)


def _started(words: list[str], folder: Path) -> subprocess.Popen[bytes]:
    with (folder / _SAID).open("wb") as said:
        return subprocess.Popen(
            [sys.executable, "-m", "mockforge", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            # Ctrl-C ends the benchmark, and the benchmark ends the replay.
            start_new_session=True,
        )


async def _address(process: subprocess.Popen[bytes], folder: Path) -> str:
    for _ in range(int(STARTING / _LOOK)):
        url = _ready(folder)
        if url is not None:
            return url
        if process.poll() is not None:
            break
        await asyncio.sleep(_LOOK)
    why = (folder / _SAID).read_text(errors="replace").strip().splitlines()
    raise MockforgeError(
        "the replay to be measured did not start",
        nearest=why[0] if why else None,
        next_step="see what it says: mockforge replay RECORDING",
    )


def _ready(folder: Path) -> str | None:
    file = folder / _READY
    return str(json.loads(file.read_text())["url"]) if file.is_file() else None


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOPPING)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
