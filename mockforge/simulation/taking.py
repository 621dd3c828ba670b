"""What a recorded request took from answers before it, and what its client made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mockforge.bodies.document import Path, Scalar, general, text_of
from mockforge.learning.bindings import Bindings, Volatile
from mockforge.learning.bindings.evidence import look
from mockforge.learning.bindings.pieces import pieces
from mockforge.learning.bindings.timeline import asked_leaves, told_leaves
from mockforge.learning.bindings.words import names_one, subjects
from mockforge.learning.formats import Format, is_minted, is_time
from mockforge.learning.sample import Sample

MOST_SPOTS = 6
"""Places where one value stood that are remembered: the latest."""
INSTANT = 14
"""Letters of a time that is told again by no chance: a day is, a second is not."""
SHORTEST = 6
"""Letters of something minted that stands elsewhere by no chance."""
LONGEST = 8192
"""Letters of a value that is followed."""

_SURE = frozenset({Format.EMAIL, Format.URL, Format.NUMBERED, Format.BASE64})
_STEPS = re.compile(r"[/?&=#]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stood in a recorded answer."""

    take: int
    """The exchange, by its number among those that are simulated."""
    endpoint: str
    path: Path
    """Into `told_of`, with the numbers of items."""
    text: str
    """All that stood there."""


@dataclass(frozen=True, slots=True)
class Need:
    """A value of a request that came from an answer before it."""

    path: Path
    """Into `asked_of`, with the numbers of items."""
    text: str
    """The value, or the part of it, as it was recorded."""
    is_whole: bool
    """It is all that stands there."""
    spots: tuple[Spot, ...]
    """Where it stood; the latest first."""


@dataclass(frozen=True, slots=True)
class Made:
    """A value of a request that its client made for it."""

    path: Path
    text: str
    is_whole: bool


class Heard:
    """What the answers of one session told, value by value."""

    def __init__(self) -> None:
        self._spots: dict[str, list[Spot]] = {}

    def note(self, take: int, sample: Sample) -> None:
        """Remember what the answer of *sample* told."""
        for path, value in told_leaves(sample):
            text = text_of(value)
            if len(text) > LONGEST:
                continue
            spot = Spot(take, sample.endpoint, path, text)
            self._keep(text, spot)
            if isinstance(value, str):
                for _, inner in pieces(text):
                    self._keep(inner, spot)

    def of(self, text: str) -> tuple[Spot, ...]:
        """Return where *text* stood, the latest first."""
        return tuple(reversed(self._spots.get(text, ())))

    def _keep(self, text: str, spot: Spot) -> None:
        spots = self._spots.setdefault(text, [])
        spots.append(spot)
        if len(spots) > MOST_SPOTS:
            # The first one is where it was made.
            del spots[1]


def needs(sample: Sample, heard: Heard, bindings: Bindings) -> Iterator[Need]:
    """Yield what the request of *sample* took from what was *heard* before it."""
    fields = bindings.fields.get(sample.endpoint, {})
    for path, value in _followed(sample):
        known = fields.get(general(path))
        if known is not None and known.kind == "made":
            continue
        text = text_of(value)
        spots = _origins(sample, path, text, heard.of(text), known)
        if spots:
            yield Need(path, text, True, spots)
        elif isinstance(value, str):
            yield from _inner(path, text, heard)


def made(sample: Sample, bindings: Bindings) -> Iterator[Made]:
    """Yield what the client made anew for the request of *sample*."""
    fields = bindings.fields.get(sample.endpoint, {})
    if not any(one.kind == "made" for one in fields.values()):
        return
    for path, value in _followed(sample):
        known = fields.get(general(path))
        if known is None or known.kind != "made":
            continue
        text = text_of(value)
        if is_minted(look(value)):
            yield Made(path, text, True)
            continue
        for _, inner in pieces(text):
            if is_minted(look(inner)):
                yield Made(path, inner, False)
                break


def is_telling(text: str) -> bool:
    """Tell whether *text*, met again, is there by no chance."""
    format = look(text)
    if is_time(format):
        return len(text) >= INSTANT
    if format in _SURE:
        return True
    return is_minted(format) and len(text) >= SHORTEST


def _followed(sample: Sample) -> Iterator[tuple[Path, Scalar]]:
    for path, value in asked_leaves(sample):
        # Cookies are kept by name, whatever they hold.
        if path[0] != "cookie" and len(text_of(value)) <= LONGEST:
            yield path, value


def _origins(
    sample: Sample,
    path: Path,
    text: str,
    spots: tuple[Spot, ...],
    known: Volatile | None,
) -> tuple[Spot, ...]:
    if not spots or is_telling(text):
        return spots
    if known is not None and known.kind == "carried":
        return spots
    if look(text) is not Format.COUNTER or not names_one(path):
        return ()
    here = _subject(sample, path)
    return tuple(spot for spot in spots if _is_of(here, text, spot))


def _subject(sample: Sample, path: Path) -> frozenset[str]:
    """Return what a number at *path* of a request is the number of."""
    if path[0] == "path" and isinstance(path[1], int):
        before = sample.asked["path"][path[1] - 1] if path[1] > 0 else ""
        own = subjects(before)
    else:
        own = subjects(" ".join(map(str, path[1:])))
    return own or subjects(sample.endpoint)


def _is_of(here: frozenset[str], text: str, spot: Spot) -> bool:
    """Tell whether the number *text* in an answer is that of one of *here*."""
    if spot.text != text:
        words = _STEPS.split(spot.text)
        at = words.index(text) if text in words else 0
        return at > 0 and bool(subjects(words[at - 1]) & here)
    if not names_one(spot.path):
        return False
    there = subjects(" ".join(map(str, spot.path[1:]))) or subjects(spot.endpoint)
    return bool(here & there)


def _inner(path: Path, text: str, heard: Heard) -> Iterator[Need]:
    taken: list[str] = []
    for _, inner in pieces(text):
        if any(inner in other for other in taken) or not is_telling(inner):
            continue
        spots = heard.of(inner)
        if spots:
            taken.append(inner)
            yield Need(path, inner, False, spots)
