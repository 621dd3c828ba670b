"""New documents from those that were recorded: another one, with ids and times anew."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone
from typing import Any

from mockforge.bodies.document import Path, Scalar
from mockforge.learning.formats import classify, is_minted, mint
from mockforge.options import Json
from mockforge.synthesis.asking import Asking
from mockforge.synthesis.lists import items_of, with_items
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.wanted import Wanted

_DEEPEST = 40


def from_samples(
    wanted: Wanted,
    asking: Asking,
    rng: Random,
    now: float,
    main: Path | None = None,
) -> Json:
    """Return what one of the samples is like, or as many as are wanted.

    What was recorded belongs together and is taken as a whole; only what is minted for
    each thing, as ids and times of creation are, is new.

    Args:
        wanted: What is to be made, with the samples.
        asking: The same, read.
        rng: What everything is drawn with.
        now: The time it is.
        main: Where the list is that one sample is about, if that is not the sample.
    """
    samples = list(wanted.samples)
    if main:
        return _around(wanted, asking, rng, now, main)
    if wanted.count in (None, 1):
        return _one(rng.choice(samples), wanted, rng, now)
    several: list[Json] = []
    for sample in samples:
        several += sample if isinstance(sample, list) else [sample]
    return _several(several, wanted, asking, rng, now)


def _around(
    wanted: Wanted, asking: Asking, rng: Random, now: float, main: Path
) -> Json:
    """Return an object around a list, which is as long as is asked for."""
    made = _one(rng.choice(list(wanted.samples)), wanted, rng, now)
    if asking.count is None:
        return made
    several = [item for sample in wanted.samples for item in items_of(sample, main)]
    return with_items(made, main, _several(several, wanted, asking, rng, now))


def _several(
    several: list[Json], wanted: Wanted, asking: Asking, rng: Random, now: float
) -> list[Json]:
    """Return as many as are asked for like those of *several*."""
    count = asking.count if asking.count is not None else len(several)
    deck: list[Json] = []
    made: list[Json] = []
    if wanted.node is not None:
        # More are made in the image of all that was seen.
        count = min(count, len(several))
    for _ in range(count if several else 0):
        deck = deck or rng.sample(several, len(several))
        made.append(_one(deck.pop(), wanted, rng, now))
    return made


def _one(sample: Json, wanted: Wanted, rng: Random, now: float) -> Json:
    made = _minted(sample, rng, now, 0)
    told: dict[str, Any] = {**wanted.query, **wanted.params}
    plain = {"".join(words_of(name)): value for name, value in told.items()}
    if isinstance(made, dict):
        for name, value in made.items():
            given = plain.get("".join(words_of(name)))
            if given is not None and not isinstance(value, dict | list):
                made[name] = _like(value, given)
    return made


def _like(value: Json, given: Json) -> Json:
    """Return *given* with the type of *value*, or *value* if it has none of it."""
    if isinstance(value, str):
        return str(given)
    if isinstance(value, bool):
        return str(given).lower() in ("true", "1")
    try:
        return int(str(given)) if isinstance(value, int) else float(str(given))
    except (ValueError, TypeError):
        return value


def _minted(value: Json, rng: Random, now: float, depth: int) -> Json:
    if depth > _DEEPEST:
        return value
    if isinstance(value, dict):
        return {
            name: _minted(each, rng, now, depth + 1) for name, each in value.items()
        }
    if isinstance(value, list):
        return [_minted(each, rng, now, depth + 1) for each in value]
    return _new(value, rng, now)


def _new(value: Scalar, rng: Random, now: float) -> Scalar:
    if value is None or isinstance(value, bool):
        return value
    kind = classify(value, near=now)
    made = mint(value, rng, now) if is_minted(kind) else value
    return made if type(made) is type(value) else value
