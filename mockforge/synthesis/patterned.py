"""Texts that people write and a pattern allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

from mockforge.learning.fields.checking import matches
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.codes import VOICES as CODES
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import slug
from mockforge.synthesis.persons import VOICES as PERSONS
from mockforge.synthesis.phrases import filled

_VOICES: dict[str, Callable[[Entity, Field], Json]] = {**PERSONS, **CODES}
_SAMPLES = {
    "uuid": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "email": "jane.doe@example.com",
    "url": "https://www.example.com/pages/amber-harbor",
    "ip": "192.0.2.14",
    "date-time": "2024-05-06T07:08:09Z",
    "date": "2024-05-06",
    "clock": "07:08",
    "phone": "+14155550123",
    "version": "2.10.4",
    "tag": "v2.10.4",
    "hex": "#1F6FEB",
    "mac": "00:1A:2B:3C:4D:5E",
    "iban": "DE89370400440532013000",
    "slug": "amber-harbor",
    "snake": "amber_harbor",
    "words": "Amber Harbor",
    "large": "AMBER_HARBOR",
    "joined": "AmberHarbor",
    "mixed": "AmberHarbor42",
    "strong": "AmberHarbor42!",
}
"""How each looks; a pattern that matches the look mostly matches all of its sort."""


def patterns_of(schema: Schema) -> tuple[str, ...]:
    """Return all patterns that a text has to match."""
    told = [schema.get("pattern"), *(
        one.get("pattern") for one in schema.get("allOf", ()) if isinstance(one, dict)
    )]  # fmt: skip
    return tuple(one for one in told if isinstance(one, str))


@lru_cache(maxsize=1024)
def sorts_of(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Return which sorts of texts match *patterns*."""
    return tuple(
        name
        for name, sample in _SAMPLES.items()
        if all(matches(one, sample) for one in patterns)
    )


def candidates(entity: Entity, field: Field, said: Json) -> Iterator[str]:
    """Yield texts that may match, the likeliest first; *said* is what the name says."""
    sorts = sorts_of(patterns_of(field.schema))
    is_said = isinstance(said, str) and said is not MISSING
    own = _spelt(str(said)) if is_said else iter(())
    is_wordy = not _WORDED.keys().isdisjoint(sorts)
    for sort in () if is_wordy else sorts:
        yield from _of(sort, entity, field)
    yield from own
    # What allows words may be anything: an address, a time, an id.
    for sort in sorts if is_wordy else ():
        if sort in _WORDED:
            yield from _of(sort, entity, field)


def _spelt(said: str) -> Iterator[str]:
    """Yield *said* in the ways that codes and names are spelt."""
    plain = slug(said)
    first = said.split(" ")[0]
    yield from chain(
        (said, said.lower(), said.upper(), said.replace(" ", "")),
        (plain, plain.replace("-", "_"), plain.replace("-", "_").upper()),
        (plain.upper(), plain.replace("-", ""), first, first.lower(), first.upper()),
        ("".join(mark for mark in said if mark.isdigit()),),
    )


def _joined(words: str) -> str:
    return words.replace(" ", "").replace("-", "")


def _of(sort: str, entity: Entity, field: Field) -> Iterator[str]:
    if sort in _WORDED:
        words = filled(entity, "{Adjective} {object}")
        yield _WORDED[sort](words)
        return
    made: Json = None
    if sort in ("date-time", "date", "clock"):
        year, rng = CODES["year"](entity, field), entity.rng
        day = f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        clock = f"{rng.randint(7, 20):02d}:{rng.choice((0, 15, 30, 45)):02d}"
        made = {"date": day, "clock": clock}.get(sort, f"{day}T{clock}:00Z")
    else:
        voice = _VOICES[_ROLES[sort]]
        free = field._replace(schema={"format": sort}, kind="string")
        made = voice(entity, free)
    if isinstance(made, str) and made is not MISSING:
        yield f"v{made}" if sort == "tag" else made
        if sort == "phone":
            yield "+" + "".join(mark for mark in made if mark.isdigit())
            yield "".join(mark for mark in made if mark.isdigit())


_ROLES = {
    "uuid": "id",
    "tag": "firmware",
    "version": "firmware",
    **{name: name for name in ("email", "url", "ip", "phone", "hex", "mac", "iban")},
}
_WORDED: dict[str, Callable[[str], str]] = {
    "slug": slug,
    "snake": lambda words: slug(words).replace("-", "_"),
    "words": str,
    "large": lambda words: slug(words).replace("-", "_").upper(),
    "joined": lambda words: _joined(words),
    "mixed": lambda words: f"{_joined(words)}{10 + len(words) * 7 % 90}",
    "strong": lambda words: f"{_joined(words)}{10 + len(words) * 7 % 90}!",
}
"""Sorts that are words, and how they are spelt."""
