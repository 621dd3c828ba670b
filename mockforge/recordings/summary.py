"""A recording in one line: how much is in it, from whom, from when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mockforge.exchange import Exchange
from mockforge.recordings import places
from mockforge.recordings.formats import forms, jsonl
from mockforge.store.database import connect
from mockforge.store.exchanges import statistics


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a recording."""

    location: str
    form: str
    """`database`, or the name of its text form."""
    exchanges: int
    hosts: tuple[str, ...]
    first: float | None
    """Seconds since the epoch; None where no times were kept."""
    last: float | None
    size: int
    """Bytes of its files."""
    notes: tuple[str, ...] = ()


async def summary(place: str | Path) -> Summary:
    """Return what is in the recording at *place*.

    Raises:
        RecordingError: If it cannot be read.
    """
    if places.is_database(place):
        async with await connect(place, readonly=True) as database:
            found = await statistics(database)
        return Summary(
            str(place),
            "database",
            found.exchanges,
            tuple(origin.partition("://")[2] for origin in found.origins),
            found.first or None,
            found.last or None,
            found.stored_bytes,
        )
    path = Path(place)
    contents = forms.read(path)
    hosts = dict.fromkeys(found.request.authority for found in contents.exchanges)
    times = _times(contents.exchanges)
    return Summary(
        str(place),
        contents.form,
        len(contents.exchanges),
        tuple(sorted(hosts)),
        min(times, default=None),
        max(times, default=None),
        _size(path),
        contents.notes,
    )


def _times(exchanges: Iterable[Exchange]) -> list[float]:
    # Cassettes keep no times.
    return [exchange.started for exchange in exchanges if exchange.started]


def _size(path: Path) -> int:
    bodies = jsonl.folder_of(path)
    beside = bodies.iterdir() if path.suffix == ".jsonl" and bodies.is_dir() else ()
    return path.stat().st_size + sum(file.stat().st_size for file in beside)
