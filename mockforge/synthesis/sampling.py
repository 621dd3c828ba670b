"""New documents from those that were recorded: another one, with ids and times anew."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone

from mockforge.bodies.document import Path, Scalar
from mockforge.learning.fields.composing import Composing
from mockforge.learning.formats import classify, is_minted, mint
from mockforge.options import Json
from mockforge.synthesis.additions import shape_of
from mockforge.synthesis.asking import Asking
from mockforge.synthesis.demands import scope_of
from mockforge.synthesis.lists import items_of, with_items
from mockforge.synthesis.requested import Requested
from mockforge.synthesis.spots import spots_in
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
        return _one(rng.choice(samples), asking, rng, now)
    several: list[Json] = []
    for sample in samples:
        several += sample if isinstance(sample, list) else [sample]
    return _several(several, wanted, asking, rng, now)


def _around(
    wanted: Wanted, asking: Asking, rng: Random, now: float, main: Path
) -> Json:
    """Return an object around a list, which is as long as is asked for."""
    made = _one(rng.choice(list(wanted.samples)), asking, rng, now)
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
        made.append(_one(deck.pop(), asking, rng, now, is_item=True))
    return made


def _one(
    sample: Json, asking: Asking, rng: Random, now: float, *, is_item: bool = False
) -> Json:
    made = _minted(sample, rng, now, 0)
    wanted = asking.wanted
    if not isinstance(made, dict) or not (wanted.query or wanted.params or wanted.body):
        return made
    spots = spots_in(shape_of(made), Composing({}))
    scope = scope_of(spots, (), asking.noun_of, is_list=is_item, document={})
    for path, value in Requested(wanted, scope).given.items():
        _put(made, path, value)
    return made


def _put(made: Json, path: Path, value: Json) -> None:
    """Put *value* where there is one at *path*; `*` is each item of a list."""
    if not path:
        return
    if isinstance(made, list):
        for each in made if path[0] == "*" else ():
            _put(each, path[1:], value)
    elif isinstance(made, dict) and path[0] in made:
        name = str(path[0])
        if len(path) > 1:
            _put(made[name], path[1:], value)
        elif not isinstance(made[name], dict | list):
            made[name] = value


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
